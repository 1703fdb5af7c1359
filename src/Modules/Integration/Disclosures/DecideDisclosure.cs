using System.Text.Json;
using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Access;
using Registry.Platform.Confirming;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Integration.Disclosures;

/// <param name="Grant">Which of the wanted documents are given; empty for a refusal.</param>
/// <param name="Remarks">The reason, for a refusal or where only a part is given.</param>
/// <param name="Language">ky or ru.</param>
internal sealed record DecideDisclosureRequest(Guid Id, IReadOnlyList<PaperKind> Grant, string? Remarks = null, string Language = "ky");

internal sealed class DecideDisclosureValidator : Validator<DecideDisclosureRequest>
{
    public DecideDisclosureValidator()
    {
        RuleFor(r => r.Grant).NotNull();
        RuleForEach(r => r.Grant).IsInEnum();
        RuleFor(r => r.Remarks).NotEmpty().When(r => r.Grant is { Count: 0 });
        RuleFor(r => r.Remarks).MaximumLength(Disclosure.LongText);
        RuleFor(r => r.Language).Must(l => l is "ky" or "ru").WithErrorCode("field.wrong-format");
    }
}

/// <summary>A second person grants a disclosure in full or in part, or refuses it; the granted content is fixed as of this moment [27].</summary>
internal sealed class DecideDisclosureEndpoint(
    IntegrationDbContext db,
    ICases cases,
    SecondPerson second,
    IEnumerable<IPaperSource> sources,
    RefusalPaper refusal,
    Vault vault,
    StatutoryClock clock,
    TimeProvider time
) : ApiEndpoint<DecideDisclosureRequest, object?>
{
    public override void Configure()
    {
        Post("integration/disclosures/{id}/decide");
        Guarded(Permission.ApproveDisclosures, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(DecideDisclosureRequest request, CancellationToken ct)
    {
        var disclosure = await db.FindDisclosureAsync(cases, request.Id, Caller, ct);
        HttpContext.Expect(disclosure);
        var wanted = Codes.Split<PaperKind>(disclosure.Wanted);
        var granted = request.Grant.Distinct().Order().ToList();
        if (granted.Except(wanted).Any())
            throw new DomainException("disclosure.not-asked-for", 400, "grant");
        if (granted.Count > 0 && granted.Count < wanted.Count && string.IsNullOrWhiteSpace(request.Remarks))
            throw new DomainException("disclosure.part-because", 400, "remarks");
        var by = (Caller.SpecialistId, time.Utc());
        disclosure.RequireUndecided();
        await second.RequireAsync(Decision.DecideDisclosure, Caller, [disclosure.RegisteredBy], ct);
        var seal = await vault.OfAsync(disclosure.ChildId, ct);
        if (granted.Count == 0)
        {
            var paper = await refusal.WriteAsync(disclosure, request.Remarks!, request.Language, seal, by, ct);
            db.Snapshots.Add(disclosure.Refuse(request.Remarks!, paper, seal, by));
            await clock.MeetAsync(db, Step.AnswerSubject, disclosure.Id, ct);
        }
        else
            db.Snapshots.Add(
                disclosure.Grant(granted, request.Remarks, await ContentAsync(disclosure, granted, request.Language, ct), seal, by)
            );
        var about = await cases.AnyCaseInScopeAsync(disclosure.ChildId, Caller, ct);
        db.Publish(
            new DecisionTaken(
                DecisionAbout.Disclosure,
                disclosure.Id,
                "",
                about.CaseId,
                disclosure.ChildId,
                disclosure.Number,
                disclosure.RegisteredBy,
                granted.Count > 0
            ),
            time
        );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    private async Task<byte[]> ContentAsync(Disclosure about, List<PaperKind> granted, string language, CancellationToken ct)
    {
        var sections = new List<PaperSection>();
        foreach (var source in sources.Where(s => granted.Contains(s.Kind)).OrderBy(s => s.Kind))
            sections.AddRange(await source.OfChildAsync(about.ChildId, language, ct));
        var name = (await cases.NamesAsync([about.ChildId], ct)).GetValueOrDefault(about.ChildId) ?? "";
        return JsonSerializer.SerializeToUtf8Bytes(
            new DisclosedContent(about.Number, about.CaseNumber, name, language, time.Utc(), sections),
            JsonRules.Options
        );
    }
}
