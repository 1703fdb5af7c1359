using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Signals;

/// <param name="Reason">Code of the dictionary <c>unfounded-reason</c>.</param>
/// <param name="Note">The findings on the spot.</param>
internal sealed record CloseUnfoundedRequest(Guid Id, string Reason, string Note);

internal sealed class CloseUnfoundedValidator : Validator<CloseUnfoundedRequest>
{
    public CloseUnfoundedValidator()
    {
        RuleFor(r => r.Reason).NotEmpty();
        RuleFor(r => r.Note).NotEmpty().MaximumLength(SectionRules.LongText);
    }
}

/// <summary>Closes an unfounded signal with a reason; it stays in the Base and its clocks stop [19.2].</summary>
internal sealed class CloseUnfoundedEndpoint(
    ChildrenDbContext db,
    Vault vault,
    StatutoryClock clock,
    DictionaryCheck dictionaries,
    TimeProvider time
) : ApiEndpoint<CloseUnfoundedRequest, object?>
{
    public override void Configure()
    {
        Post("children/signals/{id}/close-unfounded");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(CloseUnfoundedRequest request, CancellationToken ct)
    {
        var signal = await db.FindSignalAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(signal);
        await dictionaries.RequireAsync("unfounded-reason", request.Reason, "reason", ct);
        var seal = await vault.OfAsync(signal.ChildId, ct);
        signal.CloseUnfounded(request.Reason, signal.Open(seal) with { UnfoundedNote = request.Note }, seal, time.Today());
        db.SignalNews.Add(SignalNews.Of(signal, time));
        (await db.ReportedChildAsync(signal, ct)).Dismiss();
        await clock.LapseAsync(db, Step.EnterFoundChild, signal.Id, LapseReason.Unfounded, ct);
        await clock.MeetAsync(db, Step.ProcessReport, signal.Id, ct);
        db.Publish(new SignalClosedUnfounded(signal.Id, signal.Territory, time.Today()), time);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
