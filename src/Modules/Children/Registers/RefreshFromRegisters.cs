using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Registers;

/// <summary>
/// Each night: queries the registers about the children of open cases, the longest unqueried first. A change in the child's conditions
/// becomes a proposed change of [20] with its two days; any other disagreement becomes a task. Nothing is overwritten. Can be stopped at
/// any point; the next run continues.
/// </summary>
internal sealed class RefreshFromRegisters(
    ChildrenDbContext db,
    IRegisters registers,
    DisagreementTracker disagreements,
    Vault vault,
    StatutoryClock clock,
    Texts texts,
    RefreshSettings settings,
    TimeProvider time
)
{
    private const int FailuresBeforeGivingUp = 5;
    private static readonly RegisterKind[] Asked =
    [
        RegisterKind.Person,
        RegisterKind.Disability,
        RegisterKind.Pension,
        RegisterKind.Benefits,
    ];

    public async Task RunAsync(CancellationToken ct)
    {
        var failures = 0;
        // each case once per night: a failed one waits for the next
        foreach (var id in await DueAsync(ct))
        {
            failures = await OneAsync(id, ct) ? 0 : failures + 1;
            db.ChangeTracker.Clear();
            // the exchange is down: give up for tonight
            if (failures >= FailuresBeforeGivingUp)
                return;
        }
    }

    private Task<List<Guid>> DueAsync(CancellationToken ct)
    {
        var before = time.Today().AddDays(-settings.Days);
        var today = time.Today();
        return (
            from @case in db.Cases.AsNoTracking()
            where @case.Status != CaseStatus.Closed && @case.Status != CaseStatus.Voided && @case.Status != CaseStatus.Merged
            join refresh in db.RegisterRefreshes on @case.ChildId equals refresh.ChildId into refreshes
            from refresh in refreshes.DefaultIfEmpty()
            where refresh == null || (refresh.On <= before && refresh.On < today)
            orderby refresh == null ? DateOnly.MinValue : refresh.On, @case.OpenedOn, @case.Id
            select @case.Id
        )
            .Take(settings.AtMost)
            .ToListAsync(ct);
    }

    /// <returns>False if no register could be reached.</returns>
    private async Task<bool> OneAsync(Guid caseId, CancellationToken ct)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == caseId, ct);
        if ((await vault.ForTheBaseItselfAsync([@case.ChildId], ct)).GetValueOrDefault(@case.ChildId) is not { } seal)
            return true; // purged meanwhile
        var refresh = await db.RegisterRefreshes.FirstOrDefaultAsync(r => r.ChildId == @case.ChildId, ct);
        if (refresh is null)
            db.RegisterRefreshes.Add(refresh = new() { ChildId = @case.ChildId });
        (refresh.On, refresh.Version) = (time.Today(), Registry.Basics.Ids.New());
        var card = Card.Open(await db.CardSections.AsNoTracking().Where(s => s.ChildId == @case.ChildId).ToListAsync(ct), seal);
        if (card.Identity?.Pin is { Length: > 0 } pin)
        {
            var ask = new RegisterAsk(pin, @case.ChildId, @case.Number, @case.ResponsibleId, BodyId: null);
            var answers = await registers.AskAsync(ask, Asked, ct);
            if (answers.Replies.All(r => r.Outcome is not (RegisterOutcome.Found or RegisterOutcome.NotFound)))
                return false;
            await EnterAsync(@case, card, answers, seal, ct);
        }
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException problem) when (UniqueViolation.Is(problem) || problem is DbUpdateConcurrencyException)
        {
            // another host was faster, or the card changed meanwhile: the next night retries
        }
        return true;
    }

    private async Task EnterAsync(Case @case, CardContents card, RegisterAnswers answers, Seal seal, CancellationToken ct)
    {
        var fields = CardComparison.Of(card, answers.Replies);
        await ProposeAsync(ChangeKind.Disability, "registers.change.disability", fields, SectionCode.Disability);
        await ProposeAsync(ChangeKind.Payments, "registers.change.payments", fields, SectionCode.Payments);
        if (answers.Replies.Select(r => r.Answer).OfType<PersonAnswer>().FirstOrDefault()?.DeathDate is { } died)
            await ProposeAsync(ChangeKind.Status, "registers.change.died", [CardComparison.Died(died)], SectionCode.LegalStatus, died);
        await disagreements.OpenAsync(@case, answers, fields, seal, ct, isTask: f => f.Section is SectionCode.Identity);

        async Task ProposeAsync(ChangeKind kind, string text, List<ComparedField> of, SectionCode section, DateOnly? on = null)
        {
            var changed = of.FindAll(f => f.Section == section && f.State is not ComparedState.Same);
            var fresh = await disagreements.FreshAsync(@case.ChildId, changed, seal, ct);
            if (fresh.Count == 0)
                return;
            db.Disagreements.AddRange(fresh.Select(f => Disagreement.Of(@case.ChildId, answers.Id, f, time.Utc(), seal, proposed: true)));
            var open = await db.Changes.AnyAsync(
                c => c.ChildId == @case.ChildId && c.Kind == kind && c.EnteredOn == null && c.WithdrawnOn == null && c.EndedOn == null,
                ct
            );
            if (!open)
                await ReportAsync(@case, kind, text, on, answers, seal, ct);
        }
    }

    private async Task ReportAsync(
        Case @case,
        ChangeKind kind,
        string text,
        DateOnly? on,
        RegisterAnswers answers,
        Seal seal,
        CancellationToken ct
    )
    {
        var today = time.Today();
        var happened = on is { } day && day <= today ? day : today;
        // the text is entered in the card, which is kept primarily in Kyrgyz
        var what = texts
            .Say("ky", text)
            .Replace("{on}", happened.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var source = string.Join(", ", answers.Replies.Where(r => r.Answer is not null).Select(r => r.Source).Distinct());
        var said = new ChangeReport(@case.ChildId, kind, today, happened, what, source[..Math.Min(source.Length, SectionRules.ShortText)]);
        // no reporter: the Base found it itself
        var change = ReportedChange.Report(@case, said, seal, Guid.Empty);
        db.Add(change);
        var about = new DeadlineSubject(change.Id, @case.Number, @case.ChildId, @case.Territory, @case.ResponsibleId);
        await clock.StartAsync(db, StatutoryTerm.EnterChangeOf(kind.Clause()), today, about, ct);
    }
}
