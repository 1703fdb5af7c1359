using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Guessing;
using Registry.Platform.Model;
using Registry.Reporting.Model;
using Registry.Web;

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

/// <summary>
/// States only whether a paper is valid, superseded or unknown, to anyone holding it, signed in or not [21, 24]. Codes cannot be guessed:
/// wrong ones are throttled.
/// </summary>
internal sealed class CheckPaperEndpoint(ReportingDbContext db, Guesses guesses) : ApiEndpoint<CheckPaperRequest, CheckPaperResponse>
{
    public override void Configure()
    {
        Get("reporting/papers/check");
        GuardedForNobody(JournalKind.Read);
    }

    public override async Task HandleAsync(CheckPaperRequest request, CancellationToken ct)
    {
        var (number, code) = (WrittenNumber.Paper(request.Number), WrittenNumber.Code(request.Code));
        var attempt = new Guess(GuessDoor.Paper, number ?? "", Addresses.Of(HttpContext.Connection.RemoteIpAddress));
        await guesses.CountAsync(attempt, ct);
        var state = await StateAsync(number, code, ct);
        if (state is not PaperState.Unknown)
            await guesses.ForgiveAsync(attempt, ct);
        await Send.OkAsync(new(state), ct);
    }

    private async Task<PaperState> StateAsync(string? number, string? code, CancellationToken ct)
    {
        // a Cyrillic Р is either series
        var paper = await db.Papers.AsNoTracking().FirstOrDefaultAsync(p => p.Number == number, ct);
        if (number is not null && paper is null)
        {
            var report = FrozenReport.Series + number[FrozenReport.Series.Length..];
            // a frozen report is never reissued under its number
            var frozen = await db.Frozen.AsNoTracking().FirstOrDefaultAsync(r => r.Number == report, ct);
            return frozen is { IsWhole: true } && frozen.Code == code ? PaperState.Valid : PaperState.Unknown;
        }
        if (paper is null || paper.Code != code)
            return PaperState.Unknown;
        var later = await db.Papers.AnyAsync(p => p.ChildId == paper.ChildId && p.Kind == paper.Kind && p.At > paper.At, ct);
        return later ? PaperState.Superseded : PaperState.Valid;
    }
}
