using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

internal sealed record WithdrawMaterialRequest(Guid Id, string? Confirm = null) : IConfirmed;

/// <summary>Hides a material from readers; its editions stay and can be published again.</summary>
internal sealed class WithdrawMaterialEndpoint(ReportingDbContext db, TimeProvider time) : ApiEndpoint<WithdrawMaterialRequest, object?>
{
    public override void Configure()
    {
        Post("reporting/material-drafts/{id}/withdraw");
        Guarded(Permission.PublishMaterials, Reach.Reference, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(WithdrawMaterialRequest request, CancellationToken ct)
    {
        var material = await db.FindMaterialAsync(request.Id, ct);
        HttpContext.Expect(material);
        request.RequireConfirmed((await db.LastEditionAsync(material.Id, ct)).Title);
        material.Withdraw(time.Utc());
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
