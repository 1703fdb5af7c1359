using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Events;
using Registry.Tests.Host;

namespace Registry.Tests.Platform;

/// <summary>No table of the data file has a birth date, causes or legal statuses in plain text beside a child's id (ADR 49).</summary>
[Clause("14.3", "24")]
[Trait("Needs", "embedded")]
public sealed class PlainTextInFileTests : IDisposable
{
    /// <summary>Reports count codes for any day and place by SQL, beside the id of the case: ADR 49 says what sealing them would cost.</summary>
    private static readonly string[] Counted = ["reporting_case_codes"];

    private readonly RegistryHost _host = new();

    [Fact]
    public async Task The_day_of_birth_the_causes_and_the_statuses_of_no_child_stand_beside_its_id()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.SaveSectionAsync(child, "legal-status");
        await holder.AssessAsync(child, conclusion: "in-difficult-situation");
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var children = await KnownAsync();
        Assert.True(children.Count(c => c.Value.Count > 1) > 100);
        var (found, rows) = await FoundAsync(children);
        Assert.Empty(found);
        Assert.True(rows > 1_000, $"{rows} rows about children");
    }

    [Fact]
    public async Task What_stands_open_is_found_by_the_same_search()
    {
        var (id, known) = (await KnownAsync()).First(c => c.Value.Count > 1);
        await using var file = await FileAsync(SqliteOpenMode.ReadWrite);
        await RunAsync(file, "CREATE TABLE leak (Who BLOB, What TEXT)");
        await using var command = file.CreateCommand();
        command.CommandText = "INSERT INTO leak VALUES ($who, $what)";
        command.Parameters.AddWithValue("$who", Guid.Parse(id).ToByteArray());
        command.Parameters.AddWithValue("$what", $"{{\"at\":\"{known[0]}\"}}");
        await command.ExecuteNonQueryAsync();
        Assert.Equal(["leak"], (await FoundAsync(await KnownAsync())).Found);
    }

    /// <summary>By id, as text and as bytes: the words that must not appear beside it.</summary>
    private Task<Dictionary<string, List<string>>> KnownAsync() =>
        _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            var known = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
            foreach (var child in await db.Children.AsNoTracking().Where(c => c.State == ChildState.Registered).ToListAsync())
                known[child.Id.ToString()] =
                [
                    .. new[] { child.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }.OfType<string>(),
                    .. child.Causes.Split(',', StringSplitOptions.RemoveEmptyEntries),
                    .. child.Statuses.Split(',', StringSplitOptions.RemoveEmptyEntries),
                ];
            // the case leads to the child in one step
            foreach (var @case in await db.Cases.AsNoTracking().ToListAsync())
                if (known.TryGetValue(@case.ChildId.ToString(), out var words))
                    known[@case.Id.ToString()] = words;
            return known;
        });

    private async Task<(List<string> Found, int Rows)> FoundAsync(Dictionary<string, List<string>> known)
    {
        await using var file = await FileAsync(SqliteOpenMode.ReadOnly);
        var (found, about) = (new List<string>(), 0);
        foreach (var table in (await ListAsync(file, "SELECT name FROM sqlite_master WHERE type = 'table'")).Except(Counted))
        {
            await using var command = file.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                var values = Enumerable
                    .Range(0, row.FieldCount)
                    .Where(i => !IsNameOfSection(table, row.GetName(i)))
                    .Select(i => TextOf(row.GetValue(i)))
                    .ToList();
                if (values.Find(known.ContainsKey) is not { } id)
                    continue;
                about++;
                if (known[id].Exists(word => values.Exists(v => v.Contains(word, StringComparison.Ordinal))))
                    found.Add(table);
            }
        }
        return ([.. found.Distinct()], about);
    }

    /// <summary>One section is called like a status; every card has it.</summary>
    private static bool IsNameOfSection(string table, string column) =>
        (table, column) is ("children_card_sections", "Code") or ("children_card_changes" or "children_field_sources", "Section");

    private static string TextOf(object value) =>
        value switch
        {
            byte[] { Length: 16 } id => new Guid(id).ToString(),
            byte[] bytes => Encoding.UTF8.GetString(bytes),
            _ => $"{value}",
        };

    private static async Task<List<string>> ListAsync(SqliteConnection file, string sql)
    {
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        await using var row = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await row.ReadAsync())
            list.Add(row.GetString(0));
        return list;
    }

    private static async Task RunAsync(SqliteConnection file, string sql)
    {
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<SqliteConnection> FileAsync(SqliteOpenMode mode)
    {
        var file = new SqliteConnection($"Data Source={Path.Combine(_host.Folder, "registry.db")};Mode={mode};Pooling=False");
        await file.OpenAsync();
        return file;
    }

    public void Dispose() => _host.Dispose();
}
