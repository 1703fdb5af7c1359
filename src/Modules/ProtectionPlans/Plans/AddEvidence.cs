using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Plans;

/// <param name="Id">The measure.</param>
internal sealed record AddEvidenceRequest(Guid Id, string Name, string Title, byte[] Content);

internal sealed record AddEvidenceResponse(Guid Id);

internal sealed class AddEvidenceValidator : Validator<AddEvidenceRequest>
{
    public AddEvidenceValidator()
    {
        RuleFor(r => r.Name).NotEmpty().MaximumLength(FileLimits.SentName);
        RuleFor(r => r.Title).NotEmpty().MaximumLength(FileLimits.Title);
        RuleFor(r => r.Content).AFile();
    }
}

/// <summary>Evidence of a measure as a file, from its responsible specialist, of whatever body [16, 13b.4].</summary>
internal sealed class AddEvidenceEndpoint(ProtectionPlansDbContext db, IAttachments attachments)
    : ApiEndpoint<AddEvidenceRequest, AddEvidenceResponse>
{
    public override void Configure()
    {
        Post("plans/measures/{id}/evidence");
        Guarded(Permission.ReportMeasures, Reach.Own, JournalKind.Change);
        Costs(Cost.Upload);
        Creates();
        Takes(FileLimits.Body);
    }

    public override async Task HandleAsync(AddEvidenceRequest request, CancellationToken ct)
    {
        var measure =
            await db
                .Measures.AsNoTracking()
                .FirstOrDefaultAsync(
                    m =>
                        m.Id == request.Id
                        && m.ResponsibleId == Caller.SpecialistId
                        && db.Plans.Within(DataScope.Republic).Any(p => p.Id == m.PlanId && p.Status == PlanStatus.InForce),
                    ct
                )
            ?? throw DomainException.NotFound();
        var file = new NewAttachment(request.Name, request.Title, request.Content);
        var id = await attachments.AddAsync(measure.ChildId, AttachedTo.Measure, measure.Id, file, Caller.SpecialistId, ct);
        await CreatedAsync($"children/attachments/{id}/file", new(id));
    }
}
