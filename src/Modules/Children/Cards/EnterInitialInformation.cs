using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Time;
using Registry.Web;

namespace Registry.Children.Cards;

internal sealed record EnterInitialInformationRequest(Guid Id);

/// <summary>
/// Declares the initial information entered [13b.2, 19.2]: possible once every item of clause 17 is filled or explained as unknown.
/// </summary>
internal sealed class EnterInitialInformationEndpoint(ChildrenDbContext db, StatutoryClock clock, TimeProvider time)
    : ApiEndpoint<EnterInitialInformationRequest, object?>
{
    public override void Configure()
    {
        Post("children/cards/{id}/enter-initial-information");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(EnterInitialInformationRequest request, CancellationToken ct)
    {
        var @case = await db.OpenCaseAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(@case);
        if (await db.CardSections.AnyAsync(s => s.ChildId == request.Id && s.Missing != "", ct))
            throw new DomainException("card.incomplete");
        @case.EnterInformation(time.Today());
        db.Add(CaseEvent.Of(@case, Caller, time.Utc()));
        var signals = await db.Signals.Where(s => s.ChildId == request.Id).Select(s => s.Id).ToListAsync(ct);
        foreach (var signal in signals)
            await clock.MeetAsync(db, Step.ProcessReport, signal, ct);
        db.Publish(new InitialInformationEntered(@case.Id, @case.ChildId, time.Today()), time);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
