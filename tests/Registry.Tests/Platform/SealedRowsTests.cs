using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Checks;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Tests.Host;
using Registry.Tests.Merging;

namespace Registry.Tests.Platform;

/// <summary>Someone with control of the database moves a seal to another row, or restores an older one: it does not open there [14.3, 24].</summary>
[Clause("14.3", "24", "28")]
[Trait("Needs", "embedded")]
public sealed class SealedRowsTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public Task InitializeAsync()
    {
        // a Sunday: files are checked too
        _host.Clock.Advance(TimeSpan.FromDays(6));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_sealed_column_lies_in_a_numbered_row_and_names_what_it_is_sealed_for() =>
        await _host.InScopeAsync(s =>
        {
            var sealable =
                from t in ChildSnapshot.Tables(s)
                from p in t.Type.GetProperties()
                where p.Name.StartsWith("Sealed", StringComparison.Ordinal) && p.ClrType == typeof(byte[])
                select $"{t.Type.ClrType.Name}.{p.Name}";
            var named = MadeRows
                .Tables<ISealedRow>(s)
                .SelectMany(t => MadeRows.Sealed(t).Select(c => $"{t.ClrType.Name}.{c.Column.Name}"))
                .ToList();
            Assert.True(named.Count >= 36, $"{named.Count}");
            Assert.Equal([], sealable.Except(named));
            Assert.Equal([], MadeRows.Tables<ISealedRow>(s).Where(t => MadeRows.Sealed(t).Count == 0).Select(t => t.ClrType.Name));
            return Task.FromResult(0);
        });

    [Fact]
    public async Task Every_seal_of_the_demo_opens_where_it_lies() => Assert.Empty(await FoundAsync());

    [Fact]
    public async Task A_sealed_column_of_one_row_does_not_open_in_another_row_of_the_same_child() =>
        await EachColumnAsync(async round =>
        {
            var pairs = round.Where(c => c.Of.Rows.Count == 2).ToList();
            foreach (var (of, column, purposes) in pairs)
            {
                var (rows, name) = (of.Rows, MadeRows.ColumnOf(of.Type, column));
                var (one, other) = (Of(column, rows[0]), Of(column, rows[1]));
                await PutAsync(of.Type, rows[0], name, other);
                await PutAsync(of.Type, rows[1], name, one);
                Refused(of.Seal, rows[0], Purpose(rows[0], purposes), other);
                Refused(of.Seal, rows[1], Purpose(rows[1], purposes), one);
            }
            Assert.Equal(Findings(pairs.SelectMany(c => c.Of.Rows.Select(r => (c.Of, r)))), await FoundAsync());
            foreach (var (of, column, purposes) in pairs)
            {
                var (rows, name) = (of.Rows, MadeRows.ColumnOf(of.Type, column));
                await PutAsync(of.Type, rows[0], name, Of(column, rows[0]));
                await PutAsync(of.Type, rows[1], name, Of(column, rows[1]));
                Assert.Equal("", of.Seal.Open<string>(rows[0], Purpose(rows[0], purposes), Of(column, rows[0])));
            }
            Assert.Empty(await FoundAsync());
        });

    [Fact]
    public async Task An_older_seal_of_the_same_row_does_not_open_any_more() =>
        await EachColumnAsync(async round =>
        {
            var newer = new List<byte[]>();
            foreach (var (of, column, purposes) in round)
            {
                var row = of.Rows[0];
                newer.Add(of.Seal.Close(row, Purpose(row, purposes), "newer"));
                await PutAsync(of.Type, row, nameof(ISealedRow.SealNo), row.SealNo);
                foreach (var (beside, its) in MadeRows.Sealed(of.Type).Where(c => c.Column != column))
                    await PutAsync(of.Type, row, beside.Name, of.Seal.Close(SealedAt.Of(row), Purpose(row, its), ""));
                await PutAsync(of.Type, row, MadeRows.ColumnOf(of.Type, column), newer[^1]);
            }
            Assert.Empty(await FoundAsync());
            foreach (var (of, column, purposes) in round)
            {
                var (row, older) = (of.Rows[0], Of(column, of.Rows[0]));
                await PutAsync(of.Type, row, MadeRows.ColumnOf(of.Type, column), older);
                Refused(of.Seal, row, Purpose(row, purposes), older);
            }
            Assert.Equal(Findings(round.Select(c => (c.Of, c.Of.Rows[0]))), await FoundAsync());
            foreach (var ((of, column, _), nth) in round.Select((c, nth) => (c, nth)))
                await PutAsync(of.Type, of.Rows[0], MadeRows.ColumnOf(of.Type, column), newer[nth]);
        });

    private sealed record Victim(IEntityType Type, IReadOnlyList<ISealedRow> Rows, Seal Seal);

    private static HashSet<Finding> Findings(IEnumerable<(Victim Of, ISealedRow Row)> forged) =>
        [.. forged.Select(f => new Finding(f.Row.Id, f.Of.Type.GetTableName()))];

    /// <summary>Two rows of one child in each table with sealed columns: attacked in all tables at once, a column of each at a time.</summary>
    private async Task EachColumnAsync(
        Func<IReadOnlyList<(Victim Of, System.Reflection.PropertyInfo Column, IReadOnlyList<string> Purposes)>, Task> attack
    )
    {
        var victims = await VictimsAsync();
        Assert.True(victims.Count >= 34, $"{victims.Count} tables");
        // the night names a row by its id alone: tables that share one take turns
        foreach (var turn in victims.GroupBy(v => v.Rows[0].Id).SelectMany(same => same.Index()).GroupBy(v => v.Index, v => v.Item))
            for (var nth = 0; nth < turn.Max(v => MadeRows.Sealed(v.Type).Count); nth++)
                await attack([
                    .. from v in turn
                    let columns = MadeRows.Sealed(v.Type)
                    where columns.Count > nth
                    select (v, columns[nth].Column, columns[nth].Purposes),
                ]);
    }

    private Task<List<Victim>> VictimsAsync() =>
        _host.InScopeAsync(async s =>
        {
            var victims = new List<Victim>();
            var vault = s.GetRequiredService<Vault>();
            var child = await vault.NewSubjectAsync(default);
            var wholes = new Dictionary<Type, Guid[]>();
            foreach (var type in MadeRows.Tables<ISealedRow>(s))
            {
                var whole = type.GetForeignKeys().FirstOrDefault(k => k.IsUnique)?.PrincipalEntityType.ClrType;
                var seal =
                    typeof(ISubjectRow).IsAssignableFrom(type.ClrType) || whole is not null || type.FindProperty("ChildId") is not null
                        ? child
                        : await vault.OfBaseAsync(default);
                var ids = whole is null ? [Registry.Basics.Ids.New(), Registry.Basics.Ids.New()] : wholes[whole];
                // a child has one row of its own
                if (typeof(ISubjectRow).IsAssignableFrom(type.ClrType) || type.FindPrimaryKey()!.Properties is [{ Name: "ChildId" }])
                    ids = [child.Subject];
                wholes[type.ClrType] = ids;
                var rows = ids.Select((id, nth) => Row(type, seal, id, nth)).ToList();
                var db = await MadeRows.ContextAsync(s, type);
                db.AddRange(rows);
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
                victims.Add(new(type, rows, seal));
            }
            return victims;
        });

    private static ISealedRow Row(IEntityType type, Seal seal, Guid id, int nth)
    {
        var row = (ISealedRow)MadeRows.New(type, seal.Subject, id, nth);
        foreach (var (column, purposes) in MadeRows.Sealed(type))
            column.SetValue(row, seal.Close(SealedAt.Of(row), Purpose(row, purposes), ""));
        return row;
    }

    private static string Purpose(ISealedRow row, IReadOnlyList<string> purposes) => purposes.First(row.Takes);

    private static byte[] Of(System.Reflection.PropertyInfo column, ISealedRow row) => (byte[])column.GetValue(row)!;

    private static void Refused(Seal seal, ISealedRow row, string purpose, byte[] bytes) =>
        Assert.Equal(BrokenSealException.Refusal, Assert.Throws<BrokenSealException>(() => seal.Open<string>(row, purpose, bytes)).Code);

    private async Task PutAsync(IEntityType type, ISealedRow row, string column, object value)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(_host.Folder, "registry.db")};Pooling=False");
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        var keys = type.FindPrimaryKey()!.Properties;
        command.CommandText =
            $"UPDATE {type.GetTableName()} SET \"{column}\" = $value WHERE {string.Join(" AND ", keys.Select((k, i) => $"\"{k.GetColumnName()}\" = $k{i}"))}";
        command.Parameters.AddWithValue("$value", value);
        for (var i = 0; i < keys.Count; i++)
            command.Parameters.AddWithValue($"$k{i}", keys[i].Stored(keys[i].PropertyInfo!.GetValue(row)));
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private async Task<HashSet<Finding>> FoundAsync() =>
        [.. await _host.InScopeAsync(s => s.GetServices<INightlyCheck>().OfType<SealsCheck>().Single().FindAsync(default))];
}

internal static class StoredValues
{
    /// <summary>As the column holds it.</summary>
    public static object Stored(this IProperty property, object? value) =>
        (property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
}
