using System.Linq.Expressions;

namespace Registry.Basics.Access;

/// <summary>How far an account's rights reach. No territory means nothing is seen [7, 25.1].</summary>
public enum ScopeKind
{
    None,
    Own,
    Territory,
    Republic,
}

/// <summary>The data scope of an account; applied inside the SQL, never row by row afterwards.</summary>
/// <param name="OpensSealed">Of the named persons of the authorised body: also records sealed after an adoption.</param>
public sealed record DataScope(ScopeKind Kind, string? Territory = null, bool OpensSealed = false)
{
    public static readonly DataScope Nothing = new(ScopeKind.None);
    public static readonly DataScope Republic = new(ScopeKind.Republic);

    public static DataScope In(string territory) => new(ScopeKind.Territory, territory);

    public bool Covers(string territory) =>
        Kind switch
        {
            ScopeKind.Republic => OpensSealed || territory != Soate.Sealed,
            ScopeKind.Territory => Territory is { } own && Soate.Contains(own, territory),
            _ => false,
        };
}

public static class DataScopeExtensions
{
    /// <summary>Only the rows inside the scope.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, DataScope scope)
        where T : class, ITerritorial => scope.Condition<T>() is { } condition ? rows.Where(condition) : rows;

    /// <summary>Which rows lie inside the scope; null when all do.</summary>
    public static Expression<Func<T, bool>>? Condition<T>(this DataScope scope)
        where T : class, ITerritorial =>
        scope.Kind switch
        {
            ScopeKind.Republic => scope.OpensSealed ? null : row => row.District != Soate.SealedDistrict,
            ScopeKind.Territory when scope.Territory is { } territory => Soate.Within<T>(territory),
            _ => row => false,
        };
}
