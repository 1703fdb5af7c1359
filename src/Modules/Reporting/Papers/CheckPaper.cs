using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Kernel;
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
        var (number, code) = (WrittenNumber.Paper(request.Number), WrittenNumber.Code(request.Code));
        // a Cyrillic Р is either series
        var paper = await db.Papers.AsNoTracking().FirstOrDefaultAsync(p => p.Number == number, ct);
        if (number is not null && paper is null)
        {
            var report = FrozenReport.Series + number[FrozenReport.Series.Length..];
            // a frozen report is never made anew under its number
            var frozen = await db.Frozen.AsNoTracking().FirstOrDefaultAsync(r => r.Number == report, ct);
            await Send.OkAsync(new(frozen is { IsWhole: true } && frozen.Code == code ? PaperState.Valid : PaperState.Unknown), ct);
            return;
        }
        if (paper is null || paper.Code != code)
        {
            await Send.OkAsync(new(PaperState.Unknown), ct);
            return;
        }
        var later = await db.Papers.AnyAsync(p => p.ChildId == paper.ChildId && p.Kind == paper.Kind && p.At > paper.At, ct);
        await Send.OkAsync(new(later ? PaperState.Superseded : PaperState.Valid), ct);
    }
}
