using System.Globalization;
using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Reporting.Model;
using Registry.Reporting.Pdf;
using Registry.Web;

namespace Registry.Reporting.Papers;

/// <param name="Id">The child.</param>
/// <param name="Language">ky or ru.</param>
/// <param name="Purpose">What the copy is for.</param>
/// <param name="Certified">Whether it will be signed and sealed as a certified copy.</param>
internal sealed record PrintPaperRequest(Guid Id, PaperKind Kind, string Language, string Purpose, bool Certified = false);

internal sealed record PrintPaperResponse(Guid Id, string Number);

internal sealed class PrintPaperValidator : Validator<PrintPaperRequest>
{
    public PrintPaperValidator()
    {
        RuleFor(r => r.Kind).IsInEnum();
        RuleFor(r => r.Language).Must(l => l is "ky" or "ru").WithErrorCode("paper.language");
        RuleFor(r => r.Purpose).NotEmpty().MaximumLength(PaperCopy.PurposeMaxLength);
    }
}

/// <summary>Makes a dated paper copy for the child's personal file and registers it with its purpose [21].</summary>
internal sealed class PrintPaperEndpoint(
    ReportingDbContext db,
    ICases cases,
    ISpecialists specialists,
    ITerritories territories,
    IEnumerable<IPaperSource> sources,
    PaperSettings settings,
    Vault vault,
    Texts texts,
    TimeProvider time
) : ApiEndpoint<PrintPaperRequest, PrintPaperResponse>
{
    public override void Configure()
    {
        Post("reporting/papers/of-child/{id}");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Change);
        Costs(Cost.Paper);
        Creates();
    }

    public override async Task HandleAsync(PrintPaperRequest request, CancellationToken ct)
    {
        var about = await cases.AnyCaseInScopeAsync(request.Id, Caller, ct);
        var sections = new List<PaperSection>();
        foreach (var source in sources.Where(s => request.Kind is PaperKind.Summary || s.Kind == request.Kind).OrderBy(s => s.Kind))
            sections.AddRange(await source.OfChildAsync(request.Id, request.Language, ct));
        if (sections.Count == 0)
            throw new DomainException("paper.nothing", 409, "kind");
        var seal = await vault.OfAsync(request.Id, ct);
        var paper = PaperCopy.Print(
            about,
            request.Kind,
            request.Language,
            request.Purpose.Trim(),
            request.Certified,
            sections,
            seal,
            Caller.SpecialistId,
            time.Utc()
        );
        db.Add(paper);
        db.Add(paper.FileOf(PaperPdf.Write(await FrameAsync(paper, about, ct), sections), seal));
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"reporting/papers/{paper.Id}/file", new(paper.Id, paper.Number));
    }

    private async Task<PaperFrame> FrameAsync(PaperCopy paper, CaseRef about, CancellationToken ct)
    {
        var printer = (await specialists.NamesAsync([Caller.SpecialistId], ct)).GetValueOrDefault(Caller.SpecialistId) ?? "";
        var place = await territories.NameAsync(about.Territory, paper.Language, ct);
        var child = (await cases.NamesAsync([about.ChildId], ct)).GetValueOrDefault(about.ChildId) ?? "";
        var at = (paper.At + Bishkek.Offset).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
        return new(
            Say("authority"),
            Say($"kind.{paper.Kind.Code()}"),
            child,
            $"{Say("case")} {about.Number} · {place}",
            $"{Say("number")} {paper.Number}",
            paper.Code,
            settings.CheckAddress(paper.Number, paper.Code),
            Say("check"),
            $"{paper.Number} · {Say("produced")} {at} · {printer}",
            Say("page"),
            [
                Say(paper.Certified ? "certified" : "copy"),
                $"{Say("position")} ______________________   {Say("signature")} __________________",
                Say("seal"),
            ]
        );

        string Say(string key) => texts.Say(paper.Language, $"paper.{key}");
    }
}
