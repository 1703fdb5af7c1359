using Microsoft.EntityFrameworkCore;
using Registry.Children.Model;
using Registry.Platform.Purging;

namespace Registry.Children.Purging;

/// <summary>This module's data about a subject [25.2]: signals, card, cases, files, search tokens, drafts.</summary>
internal sealed class ChildSubjects(ChildrenDbContext db, SearchIndex index) : SubjectStore<ChildrenDbContext>(db)
{
    public override string Name => ChildrenDbContext.Name;

    protected override IEnumerable<SubjectRows> Of(Guid subject)
    {
        var attachments = Db.Attachments.Where(a => a.ChildId == subject);
        var cases = Db.Cases.Where(c => c.ChildId == subject);
        // ids are written as System.Text.Json writes them
        var text = subject.ToString();
        var once = Db.Signals.Where(s => s.ChildId != subject && ((string)(object)s.StateHistory).Contains(text));
        return
        [
            SubjectRows.Of("attachment-files", Db.AttachmentFiles.Where(f => attachments.Any(a => a.Id == f.Id))),
            SubjectRows.Of("attachments", attachments),
            SubjectRows.Of("drafts", Db.Drafts.Where(d => d.ChildId == subject)),
            SubjectRows.Of("open-forms", Db.OpenForms.Where(f => f.ChildId == subject)),
            new("search-tokens", typeof(SearchToken), ct => index.CountAsync(Db, subject, ct), ct => index.RemoveAsync(Db, subject, ct)),
            SubjectRows.Of("search-entries", Db.SearchEntries.Where(e => e.Id == subject)),
            SubjectRows.Of("changes", Db.Changes.Where(c => c.ChildId == subject)),
            SubjectRows.Of("transfers", Db.Transfers.Where(t => t.ChildId == subject)),
            SubjectRows.Of("card-changes", Db.CardChanges.Where(c => c.ChildId == subject)),
            SubjectRows.Of("card-sections", Db.CardSections.Where(s => s.ChildId == subject)),
            SubjectRows.Of("case-events", Db.CaseEvents.Where(e => cases.Any(c => c.Id == e.CaseId))),
            SubjectRows.Of("cases", cases),
            SubjectRows.Of("case-requests", Db.CaseRequests.Where(r => r.ChildId == subject)),
            SubjectRows.Of(
                "case-requests-for-it",
                Db.CaseRequests.Where(r => r.AtChildId == subject || Db.Signals.Any(s => s.Id == r.AtSignalId && s.ChildId == subject)),
                ct => CaseRequest.ForgetAskersAsync(Db, subject, ct)
            ),
            SubjectRows.Of("signal-news", Db.SignalNews.Where(n => Db.Signals.Any(s => s.Id == n.SignalId && s.ChildId == subject))),
            SubjectRows.Of("signals", Db.Signals.Where(s => s.ChildId == subject)),
            SubjectRows.Of("signals-once-linked", once, ct => ForgetAsync(once, subject, ct)),
            SubjectRows.Of("field-sources", Db.FieldSources.Where(s => s.ChildId == subject)),
            SubjectRows.Of("disagreements", Db.Disagreements.Where(d => d.ChildId == subject)),
            SubjectRows.Of("register-refreshes", Db.RegisterRefreshes.Where(r => r.ChildId == subject)),
            SubjectRows.Of("look-ups", Db.LookUps.Where(l => l.ChildId == subject)),
            SubjectRows.Of("known-asks", Db.KnownAsks.Where(k => k.ChildId == subject)),
            SubjectRows.Of("purge-decisions", Db.PurgeDecisions.Where(d => d.ChildId == subject)),
            SubjectRows.Of("merges", Db.Merges.Where(m => m.ChildId == subject || m.OtherId == subject)),
            SubjectRows.Of("children", Db.Children.Where(c => c.Id == subject)),
        ];
    }

    private static async Task<int> ForgetAsync(IQueryable<Signal> signals, Guid subject, CancellationToken ct)
    {
        var once = await signals.ToListAsync(ct);
        foreach (var signal in once)
            signal.Forget(subject);
        return once.Count;
    }
}
