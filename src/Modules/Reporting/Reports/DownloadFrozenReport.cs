using System.Globalization;
using System.Text.Json;
using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Reporting.Model;
using Registry.Reporting.Pdf;
using Registry.Web;

namespace Registry.Reporting.Reports;

/// <param name="Language">ky or ru.</param>
internal sealed record DownloadFrozenReportRequest(Guid Id, string Language = "ky");

internal sealed class DownloadFrozenReportValidator : Validator<DownloadFrozenReportRequest>
{
    public DownloadFrozenReportValidator() => RuleFor(r => r.Language).Must(l => l is "ky" or "ru").WithErrorCode("paper.language");
}

/// <summary>A frozen report as a paper copy [21, 22.7]: PDF/A-2b with number, date, author, pages and a QR code known to the public page of papers.</summary>
internal sealed class DownloadFrozenReportEndpoint(
    ReportingDbContext db,
    ReportWords words,
    ISpecialists specialists,
    PaperSettings settings,
    Texts texts
) : ApiEndpoint<DownloadFrozenReportRequest, FileAnswer>
{
    public override void Configure()
    {
        Get("reporting/frozen/{id}/file");
        Guarded(Permission.ReadStatistics, Reach.Own, JournalKind.Read);
        Costs(Cost.Export);
    }

    public override async Task HandleAsync(DownloadFrozenReportRequest request, CancellationToken ct)
    {
        var frozen =
            await db.Frozen.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.Id && r.BodyId == Caller.BodyId, ct)
            ?? throw DomainException.NotFound();
        if (!frozen.IsWhole)
            throw new DomainException("report.frozen-changed");
        var content = JsonSerializer.Deserialize<FrozenContent>(frozen.Content, JsonRules.Options)!;
        var speaker = await words.InAsync(request.Language, ct);
        var tables = new List<PaperTable>();
        foreach (var answer in content.Answers())
            tables.Add(await speaker.TableAsync(answer, ct));
        var pdf = PaperPdf.Write(await FrameAsync(frozen, content, speaker, request.Language, ct), [], tables);
        await HttpContext.SendFileAsync($"{frozen.Number}-{request.Language}.pdf", "application/pdf", pdf, ct);
    }

    private async Task<PaperFrame> FrameAsync(
        FrozenReport frozen,
        FrozenContent content,
        ReportSpeaker speaker,
        string language,
        CancellationToken ct
    )
    {
        var author = (await specialists.NamesAsync([frozen.By], ct)).GetValueOrDefault(frozen.By) ?? "";
        var at = (frozen.At + Bishkek.Offset).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
        return new(
            Say("authority"),
            speaker.Say(frozen.Report is FreezeSummaryEndpoint.Code ? "summary.title" : $"report.{frozen.Report}"),
            await speaker.PlaceAsync(content.Within, ct),
            $"{content.Asked.From:dd.MM.yyyy} – {content.Asked.To:dd.MM.yyyy}",
            $"{Say("number")} {frozen.Number}",
            frozen.Code,
            settings.CheckAddress(frozen.Number, frozen.Code),
            Say("check"),
            $"{frozen.Number} · {Say("produced")} {at} · {author}",
            Say("page"),
            [$"{Say("position")} ______________________   {Say("signature")} __________________", Say("seal")]
        );

        string Say(string key) => texts.Say(language, $"paper.{key}");
    }
}
