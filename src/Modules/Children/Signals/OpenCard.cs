using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Signals;

/// <param name="OtherChildBecause">Why this is another child although a similar one is in the Base; required if a strong match was found.</param>
/// <param name="AskId">A register query whose values the specialist accepted into the identity; they keep their source [18].</param>
/// <param name="FoundOn">Settles the day found if another system's date is in doubt; otherwise the signal's day applies.</param>
internal sealed record OpenCardRequest(
    Guid Id,
    Identity Identity,
    string? OtherChildBecause = null,
    Guid? AskId = null,
    DateOnly? FoundOn = null,
    string? LateBecause = null
);

internal sealed record OpenCardResponse(Guid ChildId, Guid CaseId, string CaseNumber);

internal sealed class OpenCardValidator : Validator<OpenCardRequest>
{
    public OpenCardValidator(TimeProvider clock)
    {
        RuleFor(r => r.Identity).NotNull().SetValidator(new IdentityValidator(clock));
        RuleFor(r => r.OtherChildBecause).MaximumLength(SectionRules.ShortText);
        RuleFor(r => r.LateBecause).MaximumLength(SectionRules.LongText);
    }
}

/// <summary>Processes a signal into a new card and case: the child is in the Base [13b.2, 14.1, 19.1].</summary>
internal sealed class OpenCardEndpoint(
    ChildrenDbContext db,
    Vault vault,
    StatutoryClock clock,
    Numbers numbers,
    SearchIndex index,
    Duplicates duplicates,
    IRegisters registers,
    FieldSources sources,
    PurgeSchedule purges,
    PersonalNumbers held,
    DayFoundConfirmation days,
    TimeProvider time
) : ApiEndpoint<OpenCardRequest, OpenCardResponse>
{
    public override void Configure()
    {
        Post("children/signals/{id}/open-card");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
        Creates();
    }

    public override async Task HandleAsync(OpenCardRequest request, CancellationToken ct)
    {
        var identity = ((Identity)request.Identity.Normalised()).DoubtedAs(null, clarifies: false);
        var signal = await db.FindSignalAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(signal);
        signal.Settle(request, time.Today());
        var child = await db.ReportedChildAsync(signal, ct);
        await held.HoldAsync(child, null, identity, Caller, "identity.pin", ct);
        if (!request.OtherChildBecause.Has() && await duplicates.HasStrongCardAsync(identity, signal.ChildId, Caller.Scope, ct))
            throw new DomainException("child.possible-duplicate", 409, "otherChildBecause");
        var seal = await vault.OfAsync(signal.ChildId, ct);
        var contents = signal.Open(seal);
        signal.OpenCard(time.Today());
        db.SignalNews.Add(SignalNews.Of(signal, time));
        if (child.Register(identity, seal))
            await purges.FollowBirthDateAsync(child, ct);
        var finding = new Finding(
            signal.FoundOn,
            signal.FoundTerritory,
            contents.Address,
            contents.Account,
            LateBecause: request.LateBecause ?? contents.LateBecause
        );
        var opened = Card.Open(child.Id, identity, finding, contents.Relatives, seal, Caller.SpecialistId, time.Utc()).ToList();
        db.AddRange(opened);
        child.Count(new Relatives(List: contents.Relatives));
        child.Count(Card.Completeness([.. opened.OfType<CardSection>()]), time.Today());
        child.CallToo(child.OtherNamesBy(seal).Reported(contents, identity), seal);
        await index.ReplaceAsync(db, child, identity, seal, ct);
        if (request.AskId is { } ask && await registers.FindAsync(ask, child.Id, ct) is { } answers)
        {
            // only the identity has been entered yet
            var same = CardComparison.Of(Card.Open([], seal) with { Identity = identity }, answers.Replies).Where(f => f.Here == f.Came);
            await sources.TakeAsync(child.Id, same, answers, seal, Caller.SpecialistId, ct);
        }
        var @case = await OpenCaseAsync(signal, ct);
        await days.AskAsync(signal, @case, finding.LateBecause, seal, Caller, ct);
        await db.ConcernAsync(signal, @case, ct);
        await db.TellSiblingsAsync(signal, Caller.SpecialistId, time, ct);
        await clock.MeetAsync(db, Step.EnterFoundChild, signal.Id, ct);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"children/cards/{child.Id}", new(child.Id, @case.Id, @case.Number));
    }

    private async Task<Case> OpenCaseAsync(Signal signal, CancellationToken ct)
    {
        var number = await numbers.NextAsync(db, NumberKind.Case, signal.Territory, time.Today(), ct);
        var @case = Case.Open(number, signal, time.Today(), Caller);
        db.Add(@case);
        db.Add(CaseEvent.Of(@case, Caller, time.Utc()));
        await clock.StartAsync(db, StatutoryTerm.Assess, @case.FoundOn, @case.Subject(), ct);
        db.Publish(new CaseOpened(@case.Id, @case.ChildId, @case.Number, @case.Territory, @case.FoundOn, @case.OpenedOn), time);
        return @case;
    }
}
