using System.Net;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Platform.Attesting;
using Registry.Platform.Checks;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Operations;
using Registry.Platform.Rows;
using Registry.Tests.Host;
using Registry.Tests.Purging;
using Finding = Registry.Platform.Checks.Finding;

namespace Registry.Tests.Platform;

/// <summary>Someone with control of the database changes a role, term, status, approval or birth date: the night reports the row [14.3, 15.2, 28].</summary>
[Clause("14.3", "15.2", "28")]
[Trait("Needs", "embedded")]
public sealed class AttestedRowsTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Of_a_Base_that_nobody_forged_every_row_is_right()
    {
        Assert.Empty(await FoundAsync());
        Assert.True(await _host.InScopeAsync(s => Task.FromResult(MadeRows.Tables<IAttested>(s).Count)) >= 19);
    }

    /// <summary>Every table at once, a column of each at a time: whatever is found must be exactly the rows just changed.</summary>
    [Fact]
    public async Task Each_covered_column_changed_in_the_file_is_told_with_exactly_its_row()
    {
        var rows = await RowsAsync();
        Assert.All(rows, r => Assert.Contains(r.Table.Columns, c => c.PropertyInfo!.IsDefined(typeof(AttestedAttribute))));
        var forgeries = rows.Select(r => ForgeriesOf(r).ToList()).ToList();
        for (var nth = 0; nth < forgeries.Max(f => f.Count); nth++)
        {
            var round = forgeries.Where(f => f.Count > nth).Select(f => f[nth]).ToList();
            foreach (var (of, column, value) in round)
                await PutAsync(of, column, value);
            var names = string.Join(", ", round.Select(f => $"{f.Of.Table.Name}.{f.Column.Name}"));
            var (expected, found) = (round.Select(f => f.Of.Finding).ToHashSet(), await FoundAsync());
            Assert.True(expected.SetEquals(found) && found.Count == round.Count, $"{names}: {found.Count} found of {round.Count}");
            foreach (var (of, column, _) in round)
                await PutAsync(of, column, column.PropertyInfo!.GetValue(of.Row));
        }
        Assert.Empty(await FoundAsync());
    }

    private static IEnumerable<(Covered Of, IProperty Column, object? Value)> ForgeriesOf(Covered of)
    {
        foreach (var column in of.Table.Columns)
        {
            var value = column.PropertyInfo!.GetValue(of.Row);
            yield return (of, column, Other(column, value));
            if (value is not null && column.IsNullable)
                yield return (of, column, null);
        }
        yield return (of, of.Type.FindProperty(nameof(IAttested.Mac))!, Array.Empty<byte>());
    }

    [Fact]
    public async Task A_row_copied_under_another_key_is_told()
    {
        var moved = (await RowsAsync())
            .Select(r => (Of: r, Key: r.Type.FindPrimaryKey()!.Properties[0]))
            .Select(r => (r.Of, r.Key, Other: r.Key.ClrType == typeof(Guid) ? (object)Registry.Basics.Ids.New() : "another.job"))
            .ToList();
        // unique columns would refuse the copy: the row itself is moved under the other key
        foreach (var (of, key, other) in moved)
            await PutAsync(of, key, other);
        var found = (await FoundAsync()).GroupBy(f => f.Number!).Select(f => (f.Key, f.Count()));
        // if a row is marked, its disappearance is reported too
        Assert.Equal(moved.Select(m => (m.Of.Table.Name, m.Of.Row is IMarked ? 2 : 1)).Order(), found.Order());
    }

    [Fact]
    public async Task Without_its_key_nothing_is_known_to_be_right()
    {
        await _host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<KeyStore>().DestroyAsync([KeyStore.Rows], default);
            return 0;
        });
        Assert.Equal(new(KeyStore.Rows, "subject_keys"), Assert.Single(await FoundAsync()));
        await SignInAsync("holder.aksuu").RefusedAsync(HttpStatusCode.Conflict, "row.changed");
        // and it is not created again beside rows that were signed with the lost one
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _host.Service<RowMacs>().EnsureKeyAsync(_host.Service<OwnTables>(), default)
        );
        Assert.Contains("lost the key of the rows", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("access_accounts", "Role", "authorised-body")]
    [InlineData("access_accounts", "ValidUntil", "2099-01-01")]
    [InlineData("access_accounts", "Territory", "41711000000000")]
    public async Task Whoever_was_given_more_in_the_file_is_not_let_in(string table, string column, string value)
    {
        var account = await AccountAsync("holder.aksuu");
        await SqlAsync($"UPDATE {table} SET {column} = $value WHERE Id = $id", ("$value", value), ("$id", account));
        await SignInAsync("holder.aksuu").RefusedAsync(HttpStatusCode.Conflict, "row.changed");
        var admin = await _host.SignedInAsync("admin");
        var seen = Assert.Single((await admin.GetAsync("/api/access/operations").JsonAsync()).GetProperty("findings").EnumerateArray());
        Assert.Equal(("changed-rows", account, table), (seen.Text("check"), seen.Id("aboutId"), seen.Text("number")));
        Assert.Equal("Degraded\nnightly-checks", await _host.Browser().GetStringAsync("/health/ready"));
        // the night reports the same, and the operator who has looked at the row accepts it again
        await _host.RunJobAsync<RunNightlyChecks>(job => job.RunAsync(default));
        Assert.Equal(account, Assert.Single(await FoundAsync()).AboutId);
        Assert.False(await AcceptRow.RunAsync(_host.Services, table, Registry.Basics.Ids.New(), default));
        Assert.True(await AcceptRow.RunAsync(_host.Services, table, account, default));
        await _host.RunJobAsync<RunNightlyChecks>(job => job.RunAsync(default));
        Assert.Equal("Healthy", await _host.Browser().GetStringAsync("/health/ready"));
        await _host.SignedInAsync("holder.aksuu");
        Assert.True(
            await _host.InScopeAsync(s =>
                s.GetRequiredService<PlatformDbContext>().Journal.AnyAsync(e => e.Action == "AcceptRow" && e.AboutId == account)
            )
        );
    }

    [Fact]
    public async Task An_earlier_state_of_an_access_put_back_with_its_own_MAC_is_told_and_lets_nobody_in()
    {
        var account = await AccountAsync("holder.aksuu");
        var before = await RowAsync("access_accounts", account);
        var admin = await _host.SignedInAsync("admin");
        var path = $"/api/access/accounts/{account}";
        await admin
            .PostAsync($"{path}/suspend", new { reason = "x", confirm = "holder.aksuu" }, await admin.VersionAsync(path))
            .NothingAsync();
        await PutBackAsync("access_accounts", before);
        await SignInAsync("holder.aksuu").RefusedAsync(HttpStatusCode.Conflict, "row.changed");
        Assert.Equal(new(account, "access_accounts"), Assert.Single(await FoundAsync()));
        // the operator of a restored Base says so, and the night marks the existing rows again
        await _host.Service<RowMacs>().ForgetMarksAsync(default);
        Assert.Empty(await FoundAsync());
        await _host.SignedInAsync("holder.aksuu");
        Assert.Empty(await FoundAsync());
    }

    [Fact]
    public async Task An_access_taken_away_in_the_file_is_told()
    {
        var account = await AccountAsync("institution");
        await SqlAsync("DELETE FROM access_accounts WHERE Id = $id", ("$id", account));
        Assert.Equal(new(account, "access_accounts"), Assert.Single(await FoundAsync()));
        Assert.True(await AcceptRow.RunAsync(_host.Services, "access_accounts", account, default));
        Assert.Empty(await FoundAsync());
    }

    private Task<HttpResponseMessage> SignInAsync(string login) =>
        _host.Browser().PostAsync("/api/access/sign-in", new { login, password = "kyzyl-alma-2026-demo" });

    private Task<Guid> AccountAsync(string login) =>
        _host.InScopeAsync(s =>
            s.GetRequiredService<Registry.Access.Model.AccessDbContext>()
                .Accounts.Where(a => a.Login == login)
                .Select(a => a.Id)
                .SingleAsync()
        );

    private async Task<Dictionary<string, object>> RowAsync(string table, Guid id)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(_host.Folder, "registry.db")};Pooling=False");
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} WHERE Id = $id";
        command.Parameters.AddWithValue("$id", id);
        await using var row = await command.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        return Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, row.GetValue);
    }

    private Task PutBackAsync(string table, Dictionary<string, object> row) =>
        SqlAsync(
            $"UPDATE {table} SET {string.Join(", ", row.Keys.Select((c, i) => $"\"{c}\" = $v{i}"))} WHERE Id = $id",
            [("$id", row["Id"]), .. row.Values.Select((v, i) => ($"$v{i}", v))]
        );

    [Fact]
    public async Task A_person_moved_to_another_body_in_the_file_is_not_let_in()
    {
        await SqlAsync(
            "UPDATE access_specialists SET BodyId = (SELECT Id FROM access_bodies WHERE Kind = 'authorised-body' LIMIT 1) WHERE Id = (SELECT SpecialistId FROM access_accounts WHERE Login = 'police.aksuu')"
        );
        await SignInAsync("police.aksuu").RefusedAsync(HttpStatusCode.Conflict, "row.changed");
    }

    [Fact]
    public async Task A_row_changed_in_the_file_is_not_made_good_by_a_change_through_the_Base()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await SqlAsync("UPDATE children_children SET BirthDateEstimated = 1 WHERE Id = $id", ("$id", child));
        await _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<Registry.Children.Model.ChildrenDbContext>();
            var row = await db.Children.SingleAsync(c => c.Id == child);
            row.HoldPurge(new(2026, 11, 23));
            Assert.Equal(ChangedRowException.Refusal, (await Assert.ThrowsAsync<ChangedRowException>(() => db.SaveChangesAsync())).Code);
            return 0;
        });
        Assert.Equal(child, Assert.Single(await FoundAsync()).AboutId);
    }

    [Fact]
    public async Task Of_two_changes_of_one_row_at_once_the_second_is_refused()
    {
        var child = (await (await _host.SignedInAsync("holder.aksuu")).OpenCardAsync()).Id("childId");
        await using var one = _host.Services.CreateAsyncScope();
        await using var other = _host.Services.CreateAsyncScope();
        var (first, second) = (Children(one), Children(other));
        (await first.Children.SingleAsync(c => c.Id == child)).HoldPurge(new(2026, 11, 23));
        (await second.Children.SingleAsync(c => c.Id == child)).AnnouncePurge(new(2027, 1, 1), new(2026, 11, 23));
        await first.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        Assert.Empty(await FoundAsync());

        static Registry.Children.Model.ChildrenDbContext Children(AsyncServiceScope scope) =>
            scope.ServiceProvider.GetRequiredService<Registry.Children.Model.ChildrenDbContext>();
    }

    /// <summary>A statement bypassing the change tracker would leave the MAC behind. Where it has a covered row's column name, it is another table's.</summary>
    [Fact]
    public async Task No_statement_changes_a_covered_column_without_its_MAC()
    {
        var covered = await _host.InScopeAsync(s =>
            Task.FromResult(MadeRows.Tables<IAttested>(s).SelectMany(t => AttestedTable.Of(t).Columns.Select(c => c.Name)).ToHashSet())
        );
        // the place of a row follows its case by a statement: no such row covers it
        await _host.InScopeAsync(s =>
        {
            foreach (var type in MadeRows.Tables<IAttested>(s).Where(t => typeof(ICaseRow).IsAssignableFrom(t.ClrType)))
                Assert.DoesNotContain(
                    AttestedTable.Of(type).Columns,
                    c => c.Name is nameof(ITerritorial.Territory) or nameof(ITerritorial.District)
                );
            return Task.FromResult(0);
        });
        var statements =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("Migrations", StringComparison.Ordinal)
            from set in System.Text.RegularExpressions.Regex.Matches(
                File.ReadAllText(file),
                @"SetProperty\(\s*\w+ => (?:EF\.Property<[^>]+>\(\w+, nameof\(\w+\.(\w+)\)\)|\w+\.(\w+))"
            )
            let column = set.Groups[1].Success ? set.Groups[1].Value : set.Groups[2].Value
            where covered.Contains(column)
            select $"{Path.GetFileName(file)} {column}";
        Assert.Equal(
            [
                "CaseRows.cs District",
                "CaseRows.cs Territory",
                // marks of the journal
                "JournalMarks.cs At",
                "JournalMarks.cs Hash",
                "JournalMarks.cs Number",
                // deadlines
                "PlatformSubjects.cs AboutId",
                "PlatformSubjects.cs ChildId",
                "PlatformSubjects.cs Number",
                "SealedCases.cs Number",
                // sessions
                "SessionUse.cs EndedAt",
            ],
            statements.Distinct().Order(StringComparer.Ordinal)
        );
    }

    private sealed record Covered(IEntityType Type, IAttested Row)
    {
        public AttestedTable Table { get; } = AttestedTable.Of(Type);
        public Finding Finding => new(Table.IdOf(Row), Table.Name);
    }

    /// <summary>A row of each covered table: a demo one, otherwise one created here.</summary>
    private Task<List<Covered>> RowsAsync() =>
        _host.InScopeAsync(async s =>
        {
            var rows = new List<Covered>();
            foreach (var type in MadeRows.Tables<IAttested>(s))
            {
                var db = await MadeRows.ContextAsync(s, type);
                if (await OwnTables.RowsOf(db, type).FirstOrDefaultAsync() is not IAttested row)
                {
                    db.Add(row = (IAttested)MadeRows.New(type));
                    await db.SaveChangesAsync();
                    db.ChangeTracker.Clear();
                }
                await db.Database.CloseConnectionAsync();
                rows.Add(new(type, row));
            }
            return rows;
        });

    /// <summary>A different value that the column could hold.</summary>
    private static object Other(IProperty column, object? value)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        return type switch
        {
            { IsEnum: true } => Enum.GetValues(type).Cast<object>().First(v => !v.Equals(value)),
            _ when type == typeof(Guid) => Registry.Basics.Ids.New(),
            _ when type == typeof(string) => $"{value}1",
            _ when type == typeof(bool) => value is not true,
            _ when type == typeof(int) => ((int?)value ?? 0) + 1,
            _ when type == typeof(DateOnly) => ((DateOnly?)value ?? new(2026, 1, 1)).AddDays(1),
            _ when type == typeof(DateTime) => ((DateTime?)value ?? DateTime.UnixEpoch).AddTicks(1),
            _ when type == typeof(byte[]) => new byte[] { 1, 2, 3 },
            _ => throw new NotSupportedException(type.Name),
        };
    }

    private Task PutAsync(Covered of, IProperty column, object? value)
    {
        var keys = of.Type.FindPrimaryKey()!.Properties;
        return SqlAsync(
            $"UPDATE {of.Table.Name} SET \"{column.GetColumnName()}\" = $value WHERE {string.Join(" AND ", keys.Select((k, i) => $"\"{k.GetColumnName()}\" = $k{i}"))}",
            [("$value", column.Stored(value)), .. keys.Select((k, i) => ($"$k{i}", k.Stored(k.PropertyInfo!.GetValue(of.Row))))]
        );
    }

    private async Task SqlAsync(string sql, params (string Name, object Value)[] values)
    {
        await using var file = new SqliteConnection(
            $"Data Source={Path.Combine(_host.Folder, "registry.db")};Pooling=False;Foreign Keys=False"
        );
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private Task<IReadOnlyList<Finding>> FoundAsync() =>
        _host.InScopeAsync(s => s.GetServices<INightlyCheck>().OfType<ChangedRowsCheck>().Single().FindAsync(default));
}
