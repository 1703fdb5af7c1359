using Registry.Integration.Model;
using Registry.Platform.Purging;

namespace Registry.Integration.Purging;

/// <summary>What this module keeps of a subject [25.2]: disclosures and what registers answered.</summary>
internal sealed class IntegrationSubjects(IntegrationDbContext db) : SubjectStore<IntegrationDbContext>(db)
{
    public override string Name => IntegrationDbContext.Name;

    protected override IEnumerable<SubjectRows> Of(Guid subject)
    {
        var disclosures = Db.Disclosures.Where(d => d.ChildId == subject);
        return
        [
            SubjectRows.Of("disclosure-snapshots", Db.Snapshots.Where(s => disclosures.Any(d => d.Id == s.Id))),
            SubjectRows.Of("disclosures", disclosures),
            SubjectRows.Of("recipient-notices", Db.RecipientNotices.Where(n => n.ChildId == subject)),
            SubjectRows.Of("register-exchanges", Db.RegisterExchanges.Where(e => e.ChildId == subject)),
        ];
    }
}
