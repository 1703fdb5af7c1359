using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;

namespace Registry.Children.Merging;

internal static class MergeQueries
{
    /// <summary>Purpose under which a request's reason is stored in its confirmation.</summary>
    public const string Reason = "merge.reason";

    /// <summary>Those whose surviving card lies in the scope.</summary>
    public static IQueryable<Merge> MergesWithin(this ChildrenDbContext db, DataScope scope)
    {
        var children = db.Children.Within(scope);
        return db.Merges.Where(m => children.Any(c => c.Id == m.ChildId));
    }

    /// <exception cref="DomainException">404: does not exist, or the surviving card lies elsewhere.</exception>
    public static async Task<Merge> FindMergeAsync(this ChildrenDbContext db, Guid id, DataScope scope, CancellationToken ct) =>
        await db.MergesWithin(scope).FirstOrDefaultAsync(m => m.Id == id, ct) ?? throw DomainException.NotFound();
}
