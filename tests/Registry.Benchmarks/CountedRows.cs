using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Registry.Benchmarks;

/// <summary>Counted signals of the year 2020, belonging to no one, added to a Base: something large to export.</summary>
internal static class CountedRows
{
    /// <param name="folder">The Base's data folder; its host may be running.</param>
    public static int Add(string folder, int count)
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(folder, "registry.db")};Default Timeout=30");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)
            INSERT INTO reporting_signals (Id, Since, Until, ChildId, Territory, District, FoundOn, RegisteredOn, Source, Channel, Status)
            SELECT printf('%08X-0000-7000-8000-000000000000', i), '2020-05-05', '9999-12-31', printf('%08X-0000-7000-8000-000000000000', i), '41702205000000', '41702205',
                '2020-05-05', '2020-05-05', 'report-received', 'school', 'new' FROM n
            """;
        command.Parameters.AddWithValue("$count", count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{command.ExecuteNonQuery()} rows"));
        return 0;
    }
}
