using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Cases;

/// <param name="Id">The child.</param>
/// <param name="Reason">How the mistake came about.</param>
internal sealed record RequestVoidRequest(Guid Id, string Reason);

internal sealed record RequestVoidResponse(Guid Id, DateOnly DueOn);

internal sealed class RequestVoidValidator : Validator<RequestVoidRequest>
{
    public RequestVoidValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
}

/// <summary>A card and its case were opened by mistake: the specialist asks the territorial unit to void them.</summary>
internal sealed class RequestVoidEndpoint(
    ChildrenDbContext db,
    SecondPerson second,
    Vault vault,
    StatutoryClock clock,
    PlanTerms terms,
    TimeProvider time
) : ApiEndpoint<RequestVoidRequest, RequestVoidResponse>
{
    public override void Configure()
    {
        Post("children/cards/{id}/void");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Creates();
        AtMostOne("request to void a card that nobody has decided");
    }

    public override async Task HandleAsync(RequestVoidRequest request, CancellationToken ct)
    {
        var @case = await db.OpenCaseAsync(request.Id, Caller.Scope, ct);
        var seal = await vault.OfAsync(@case.ChildId, ct);
        var asked = await second.RequestAsync(
            db,
            Decision.ConfirmVoid,
            new(@case.Id, @case.ChildId, @case.Number, @case.Territory),
            new(Voiding.Purpose, request.Reason.Trim(), seal),
            Caller,
            ct
        );
        // owed by the unit, not by a specialist
        var about = new DeadlineSubject(asked.Id, @case.Number, @case.ChildId, @case.Territory, null);
        var owed = await clock.StartAsync(db, terms.DecideEnding, time.Today(), about, ct);
        db.Publish(new DecisionAwaited(DecisionAbout.Void, asked.Id, "", @case.Id, @case.ChildId, @case.Number, @case.Territory), time);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"children/cards/{@case.ChildId}", new(asked.Id, owed.DueOn), asked.Version);
    }
}
