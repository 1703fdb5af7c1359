using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Kernel.Access;
using Registry.Kernel.Web;
using Registry.Reporting.Database;
using Registry.Reporting.Reports;

namespace Registry.Reporting.Papers;

internal sealed record CheckPaperRequest(string Number, string Code);

internal enum PaperState
{
    Unknown,
    Valid,

    /// <summary>A later copy of the same document was made.</summary>
    Superseded,
}

internal sealed record CheckPaperResponse(PaperState State);

internal sealed class CheckPaperValidator : Validator<CheckPaperRequest>
{
    public CheckPaperValidator()
    {
        RuleFor(r => r.Number).NotEmpty().MaximumLength(40);
        RuleFor(r => r.Code).NotEmpty().MaximumLength(40);
    }
}

/// <summary>Tells whoever holds a paper, signed in or not, whether it is valid, superseded or unknown, and nothing more [21, 24].</summary>
internal sealed class CheckPaperEndpoint(ReportingDbContext db) : ApiEndpoint<CheckPaperRequest, CheckPaperResponse>
{
    public override void Configure()
    {
        Get("reporting/papers/check");
        GuardedForNobody(JournalKind.Read);
    }

    public override async Task HandleAsync(CheckPaperRequest request, CancellationToken ct)
    {
        var number = request.Number.Trim();
        var code = request.Code.Trim();
        if (number.StartsWith(FrozenReport.Series, StringComparison.Ordinal))
        {
            // a frozen report is never made anew under its number
            var frozen = await db.Frozen.AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, ct);
            var holds = frozen is { IsWhole: true } && frozen.Code.Equals(code, StringComparison.OrdinalIgnoreCase);
            await Send.OkAsync(new(holds ? PaperState.Valid : PaperState.Unknown), ct);
            return;
        }
        var paper = await db.Papers.AsNoTracking().FirstOrDefaultAsync(p => p.Number == number, ct);
        if (paper is null || !paper.Code.Equals(code, StringComparison.OrdinalIgnoreCase))
        {
            await Send.OkAsync(new(PaperState.Unknown), ct);
            return;
        }
        var later = await db.Papers.AnyAsync(p => p.ChildId == paper.ChildId && p.Kind == paper.Kind && p.At > paper.At, ct);
        await Send.OkAsync(new(later ? PaperState.Superseded : PaperState.Valid), ct);
    }
}
