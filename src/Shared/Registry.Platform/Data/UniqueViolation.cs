using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Registry.Platform.Data;

public static class UniqueViolation
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private const int SqlServerIndex = 2601;
    private const int SqlServerConstraint = 2627;

    /// <summary>True when the database refused a second row of the same key, detected by number, never by text.</summary>
    public static bool Is(DbUpdateException problem) =>
        problem.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
            SqlException sqlServer => sqlServer.Number is SqlServerIndex or SqlServerConstraint,
            _ => false,
        };
}
