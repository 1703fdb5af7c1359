using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

/// <param name="Screen">Its code, such as «work».</param>
internal sealed record ReadScreenGuideRequest(string Screen);

internal sealed class ReadScreenGuideValidator : Validator<ReadScreenGuideRequest>
{
    public ReadScreenGuideValidator() => RuleFor(r => r.Screen).NotEmpty().MaximumLength(MaterialDataValidator.CodeLength);
}

/// <summary>The guide opened by a screen's `?` [11.6, 15.3].</summary>
internal sealed class ReadScreenGuideEndpoint(ReportingDbContext db) : ApiEndpoint<ReadScreenGuideRequest, ReadMaterialResponse>
{
    public override void Configure()
    {
        Get("reporting/materials/of-screen");
        GuardedForNobody(JournalKind.Read);
    }

    public override async Task HandleAsync(ReadScreenGuideRequest request, CancellationToken ct)
    {
        var screen = request.Screen;
        await Send.OkAsync(await db.ReadMaterialAsync(m => m.Screen == screen, ct), ct);
    }
}
