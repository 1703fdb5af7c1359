using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

internal sealed record AddMeasureRequest(
    Guid Id,
    string Need,
    string Text,
    string Body,
    int Priority,
    int WorkingDays,
    Guid? ResponsibleId = null
);

internal sealed class AddMeasureValidator : Validator<AddMeasureRequest>
{
    public AddMeasureValidator()
    {
        RuleFor(r => r.Need).NotEmpty().MaximumLength(40);
        RuleFor(r => r.Text).NotEmpty().MaximumLength(4_000);
        RuleFor(r => r.Body).NotEmpty().MaximumLength(40);
        RuleFor(r => r.Priority).InclusiveBetween(1, 3);
        RuleFor(r => r.WorkingDays).InclusiveBetween(1, 250);
    }
}

/// <summary>The specialist adds a measure of their own to a draft [3].</summary>
internal sealed class AddMeasureEndpoint(ProtectionPlansDbContext db, RuleCatalog rules, Responsibles responsibles, Vault vault)
    : ApiEndpoint<AddMeasureRequest, object?>
{
    public override void Configure()
    {
        Post("plans/{id}/measures");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(AddMeasureRequest request, CancellationToken ct)
    {
        var plan = await PlanViews.FindAsync(db, request.Id, Caller.Scope, ct);
        HttpContext.Expect(plan);
        plan.RequireDraft();
        if (!rules.Goals.ContainsKey(request.Need))
            throw new DomainException("measure.need-unknown", 400, "need");
        Responsibles.RequireBody(rules, request.Body);
        await responsibles.RequireAsync(plan, request.ResponsibleId, ct);
        var measure = Measure.Of(
            plan,
            null,
            request.Need,
            request.Body,
            request.Priority,
            request.WorkingDays,
            new(request.Text, []),
            await vault.OfAsync(plan.ChildId, ct)
        );
        measure.Assign(request.Body, request.WorkingDays, request.ResponsibleId);
        db.Add(measure);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
