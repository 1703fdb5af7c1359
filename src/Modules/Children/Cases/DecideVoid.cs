using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Web;

namespace Registry.Children.Cases;

/// <param name="Id">The request.</param>
internal sealed record DecideVoidRequest(Guid Id, bool? Confirm);

internal sealed class DecideVoidValidator : Validator<DecideVoidRequest>
{
    public DecideVoidValidator() => RuleFor(r => r.Confirm).NotNull();
}

/// <summary>The territorial unit, as a second person, confirms that a card and its case were opened by mistake, or refuses.</summary>
internal sealed class DecideVoidEndpoint(
    ChildrenDbContext db,
    SecondPerson second,
    Voiding voiding,
    StatutoryClock clock,
    TimeProvider time
) : ApiEndpoint<DecideVoidRequest, object?>
{
    public override void Configure()
    {
        Post("children/voids/{id}/decide");
        Guarded(Permission.ConsentToClosing, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(DecideVoidRequest request, CancellationToken ct)
    {
        var asked =
            await db.Voids().Within(Caller.Scope).FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(asked);
        var @case = await db.OpenCaseAsync(asked.ChildId, Caller.Scope, ct);
        await second.DecideAsync(asked, request.Confirm!.Value, Caller, ct);
        await clock.MeetAsync(db, Step.DecideEnding, asked.Id, ct);
        if (request.Confirm.Value)
            await voiding.VoidAsync(@case, asked, Caller, ct);
        else
            await clock.KeepOnwardAsync(db, @case.Subject(), ct);
        db.Publish(
            new DecisionTaken(
                DecisionAbout.Void,
                asked.Id,
                "",
                @case.Id,
                @case.ChildId,
                @case.Number,
                asked.RequestedBy,
                request.Confirm.Value
            ),
            time
        );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
