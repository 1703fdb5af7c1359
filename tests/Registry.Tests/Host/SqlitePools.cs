using Microsoft.Data.Sqlite;

namespace Registry.Tests.Host;

internal static class SqlitePools
{
    /// <summary>Closes idle connections to a database, or to those of a folder; tests running in parallel keep theirs.</summary>
    public static void Clear(string place)
    {
        foreach (var file in Directory.Exists(place) ? Directory.GetFiles(place, "*.db") : [place])
        foreach (var mode in new[] { "", ";Mode=ReadOnly" })
        {
            using var connection = new SqliteConnection($"Data Source={file}{mode}");
            SqliteConnection.ClearPool(connection);
        }
    }
}
