using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Platform.Access;

namespace Registry.Children.Cards;

internal sealed class SubjectScope(ChildrenDbContext db) : ISubjectScope
{
    public async Task<bool> CoversAsync(DataScope scope, IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        var there = db.Children.Where(c => subjects.Contains(c.Id));
        return await there.CountAsync(ct) == await there.Within(scope).CountAsync(ct);
    }
}
