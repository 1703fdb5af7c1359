using Ardalis.Specification;

namespace Registry.Platform.Model;

/// <summary>Applies a named query (Ardalis.Specification) to EF's rows: its conditions and its order. Paging stays with the lists, which page by cursors.</summary>
public static class SpecificationEvaluation
{
    public static IQueryable<T> WithSpecification<T>(this IQueryable<T> rows, ISpecification<T> specification)
        where T : class => OrderEvaluator.Instance.GetQuery(WhereEvaluator.Instance.GetQuery(rows, specification), specification);
}
