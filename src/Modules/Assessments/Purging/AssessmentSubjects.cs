using Registry.Assessments.Model;
using Registry.Platform.Purging;

namespace Registry.Assessments.Purging;

/// <summary>What this module keeps of a subject [25.2].</summary>
internal sealed class AssessmentSubjects(AssessmentsDbContext db) : SubjectStore<AssessmentsDbContext>(db)
{
    public override string Name => AssessmentsDbContext.Name;

    protected override IEnumerable<SubjectRows> Of(Guid subject) =>
        [SubjectRows.Of("assessments", Db.Assessments.Where(a => a.ChildId == subject))];
}
