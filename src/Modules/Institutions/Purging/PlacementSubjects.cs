using Registry.Institutions.Model;
using Registry.Platform.Purging;

namespace Registry.Institutions.Purging;

/// <summary>What this module keeps of a subject [25.2]; a sibling's own record is not touched.</summary>
internal sealed class PlacementSubjects(InstitutionsDbContext db) : SubjectStore<InstitutionsDbContext>(db)
{
    public override string Name => InstitutionsDbContext.Name;

    protected override IEnumerable<SubjectRows> Of(Guid subject) =>
        [
            SubjectRows.Of("placements", Db.Placements.Where(p => p.ChildId == subject)),
            SubjectRows.Of("siblings", Db.Siblings.Where(s => s.ChildId == subject || s.SiblingId == subject)),
        ];
}
