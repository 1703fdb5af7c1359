using Microsoft.EntityFrameworkCore;

namespace Registry.Web;

/// <summary>The last row of a page that is ordered by name.</summary>
public sealed record NamePosition(string Key, Guid Id);

public static class NameOrder
{
    /// <summary>Rows in the order of a column of <see cref="Registry.Platform.Data.Alphabet"/> keys, those after a position.</summary>
    public static IQueryable<T> ByName<T>(this IQueryable<T> rows, string column, NamePosition? after)
        where T : class
    {
        if (after is not null)
            rows = rows.Where(x =>
                string.Compare(EF.Property<string>(x, column), after.Key) > 0
                || (EF.Property<string>(x, column) == after.Key && EF.Property<Guid>(x, "Id") > after.Id)
            );
        return rows.OrderBy(x => EF.Property<string>(x, column)).ThenBy(x => EF.Property<Guid>(x, "Id"));
    }
}
