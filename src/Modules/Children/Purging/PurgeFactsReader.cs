using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;

namespace Registry.Children.Purging;

/// <summary>Reads evidence against a birth date, and ongoing work.</summary>
internal sealed class PurgeFactsReader(ChildrenDbContext db, TimeProvider time)
{
    private static readonly string[] PupilFields = ["school", "class"];
    private static readonly string[] Parents = ["mother", "father"];

    /// <param name="seal">The child's seal; null when its key is gone.</param>
    public async Task<PurgeFacts> OfAsync(Child child, Seal? seal, CancellationToken ct)
    {
        var facts = new PurgeFacts(
            time.Today(),
            child.EnteredOn,
            child.BirthDate,
            child.BirthDateEstimated,
            child.BirthDateInDoubt,
            CaseOpen: await db.Cases.AnyAsync(
                c =>
                    c.ChildId == child.Id
                    && c.Status != CaseStatus.Closed
                    && c.Status != CaseStatus.Voided
                    && c.Status != CaseStatus.Merged,
                ct
            ),
            SignalUnprocessed: await db.Signals.AnyAsync(s => s.ChildId == child.Id && s.Status == SignalStatus.New, ct)
        );
        return seal is null ? facts : await WithContentsAsync(facts, child.Id, seal, ct);
    }

    private async Task<PurgeFacts> WithContentsAsync(PurgeFacts facts, Guid childId, Seal seal, CancellationToken ct)
    {
        var sections = await db.CardSections.AsNoTracking().Where(s => s.ChildId == childId).ToListAsync(ct);
        var card = Card.Open(sections, seal);
        var signals = await db.Signals.AsNoTracking().Where(s => s.ChildId == childId).ToListAsync(ct);
        var contents = signals.ConvertAll(s => (s.FoundOn, Said: s.Open(seal)));
        var told = contents.ConvertAll(s => (s.FoundOn, s.Said.Child));
        var isPupil = PupilFields.Any(f => card.Further?.Values?.GetValueOrDefault(f).Has() == true);
        var saidOn = sections.FirstOrDefault(s => s.Code is SectionCode.Further)?.ChangedAt;
        return facts with
        {
            DayFoundUnconfirmed = contents.Exists(s => s.Said.DayFound is { Confirmed: not true }),
            Pins = [.. told.Select(s => s.Child.Pin).Append(card.Identity?.Pin).OfType<string>()],
            Ages = [.. told.Where(s => s.Child.Age is not null).Select(s => (s.Child.Age!.Value, s.FoundOn))],
            PupilOn = isPupil && saidOn is { } at ? Bishkek.DayOf(at) : null,
            ParentsBorn =
            [
                .. (card.Relatives?.List ?? []).Where(r => Parents.Contains(r.Relation)).Select(r => r.BirthDate).OfType<DateOnly>(),
            ],
        };
    }
}
