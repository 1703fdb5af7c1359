using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

/// <param name="NeedReasons">Need to the reason why it has no measure.</param>
internal sealed record RecordFamilyRequest(
    Guid Id,
    FamilyConsent Family,
    IReadOnlyDictionary<string, string> NeedReasons,
    string? Note = null
);

internal sealed class RecordFamilyValidator : Validator<RecordFamilyRequest>
{
    public RecordFamilyValidator()
    {
        RuleFor(r => r.NeedReasons).NotNull();
        RuleFor(r => r.Note).MaximumLength(4_000);
        RuleFor(r => r.Note).NotEmpty().When(r => r.Family is FamilyConsent.Refuses);
    }
}

/// <summary>Records whether the family agrees to the plan, and why a need has no measure [3].</summary>
internal sealed class RecordFamilyEndpoint(ProtectionPlansDbContext db, Vault vault) : ApiEndpoint<RecordFamilyRequest, object?>
{
    public override void Configure()
    {
        Put("plans/{id}/family");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(RecordFamilyRequest request, CancellationToken ct)
    {
        var plan = await PlanViews.FindAsync(db, request.Id, Caller.Scope, ct);
        HttpContext.Expect(plan);
        plan.RequireDraft();
        var seal = await vault.OfAsync(plan.ChildId, ct);
        var contents = plan.Open(seal);
        if (request.NeedReasons.Keys.FirstOrDefault(n => !contents.Needs.Contains(n)) is { } unknown)
            throw new DomainException("measure.need-unknown", 400, $"needReasons.{unknown}");
        plan.Write(contents with { Family = request.Family, FamilyNote = request.Note, NeedReasons = request.NeedReasons }, seal);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
