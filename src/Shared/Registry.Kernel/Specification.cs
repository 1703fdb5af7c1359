using System.Linq.Expressions;

namespace Registry.Kernel;

/// <summary>
/// A named condition on an aggregate. The same shape as Ardalis.Specification (docs/adr/0003), so that the package can take its place by changing a using.
/// </summary>
public abstract class Specification<T>
{
    private readonly List<Expression<Func<T, bool>>> _conditions = [];

    public Specification<T> Query => this;

    public Specification<T> Where(Expression<Func<T, bool>> condition)
    {
        _conditions.Add(condition);
        return this;
    }

    internal IQueryable<T> Apply(IQueryable<T> rows) => _conditions.Aggregate(rows, (current, condition) => current.Where(condition));
}

public static class SpecificationExtensions
{
    public static IQueryable<T> WithSpecification<T>(this IQueryable<T> rows, Specification<T> specification) => specification.Apply(rows);
}
