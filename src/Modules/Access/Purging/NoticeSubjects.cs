using Registry.Access.Model;
using Registry.Platform.Purging;

namespace Registry.Access.Purging;

/// <summary>What this module keeps of a subject [25.2].</summary>
internal sealed class NoticeSubjects(AccessDbContext db) : SubjectStore<AccessDbContext>(db)
{
    public override string Name => AccessDbContext.Name;

    protected override IEnumerable<SubjectRows> Of(Guid subject) =>
        [SubjectRows.Of("notices", Db.Notices.Where(n => n.ChildId == subject))];
}
