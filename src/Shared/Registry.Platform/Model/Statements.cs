using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Registry.Basics;
using Registry.Platform.Data;

namespace Registry.Platform.Model;

/// <summary>Values of rows read without EF.</summary>
public static class Values
{
    /// <summary>An id; SQL Server keeps it as <see cref="OrderedId"/> writes it.</summary>
    public static Guid Id(this DbDataReader row, int at) =>
        row is SqliteDataReader ? row.GetFieldValue<Guid>(at) : OrderedId.Of(row.GetFieldValue<byte[]>(at));

    /// <summary>An enum's value by its code.</summary>
    /// <exception cref="FormatException">There is no such code.</exception>
    public static T Code<T>(this DbDataReader row, int at)
        where T : struct, Enum => Codes.Required<T>(row.GetString(at));

    /// <summary>A day; SQLite keeps it as text of one shape, yyyy-MM-dd.</summary>
    /// <exception cref="FormatException">The text has another shape.</exception>
    public static DateOnly Day(this DbDataReader row, int at)
    {
        if (row is not SqliteDataReader)
            return row.GetFieldValue<DateOnly>(at);
        var text = row.GetString(at).AsSpan();
        if (text is not [_, _, _, _, '-', _, _, '-', _, _])
            throw new FormatException("A day is kept as yyyy-MM-dd.");
        return new(Number(text[..4]), Number(text[5..7]), Number(text[8..]));

        static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}

/// <summary>Statements of our own on a module's connection, inside its running transaction where there is one.</summary>
public static class Statements
{
    /// <summary>The first column of the first row; the type's empty value when there is none.</summary>
    public static async Task<T?> ScalarAsync<T>(this ModuleDbContext db, Sql sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Command(sql);
            await using var reader = await command.ExecuteReaderAsync(ct);
            return await reader.ReadAsync(ct) && !await reader.IsDBNullAsync(0, ct) ? await reader.GetFieldValueAsync<T>(0, ct) : default;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A statement that changes rows; how many.</summary>
    public static async Task<int> ExecuteAsync(this ModuleDbContext db, Sql sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Command(sql);
            return await command.ExecuteNonQueryAsync(ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A command of the context's open connection; the caller reads and disposes it.</summary>
    public static DbCommand Command(this ModuleDbContext db, Sql sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        sql.Fill(command);
        return command;
    }
}
