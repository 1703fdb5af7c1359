using FastEndpoints;
using FluentValidation;
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

internal sealed record ReopenSignalRequest(Guid Id, string Reason);

internal sealed class ReopenSignalValidator : Validator<ReopenSignalRequest>
{
    public ReopenSignalValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
}

/// <summary>A signal was not unfounded after all: it waits to be processed again, with its clocks counted from its own day [19.1, 19.2].</summary>
internal sealed class ReopenSignalEndpoint(ChildrenDbContext db, Vault vault, StatutoryClock clock, TimeProvider time)
    : ApiEndpoint<ReopenSignalRequest, object?>
{
    public override void Configure()
    {
        Post("children/signals/{id}/reopen");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(ReopenSignalRequest request, CancellationToken ct)
    {
        var signal = await db.FindSignalAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(signal);
        var seal = await vault.OfAsync(signal.ChildId, ct);
        signal.Reopen(new(CorrectionKind.Reopened, time.Utc(), Caller.SpecialistId, request.Reason.Trim()), seal);
        (await db.ReportedChildAsync(signal, ct)).ReportAgain();
        var about = new DeadlineSubject(signal.Id, signal.Number, signal.ChildId, signal.Territory, Caller.SpecialistId);
        await clock.ResumeAsync(db, Step.ProcessReport, about, ct);
        if (signal.Source is SignalSource.FoundBySpecialist)
            await clock.ResumeAsync(db, Step.EnterFoundChild, about, ct);
        db.SignalNews.Add(SignalNews.Of(signal, time));
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
