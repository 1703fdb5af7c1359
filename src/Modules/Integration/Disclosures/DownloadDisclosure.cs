using System.Text.Json;
using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Integration.Disclosures;

/// <param name="Format">json or pdf.</param>
internal sealed record DownloadDisclosureRequest(Guid Id, string Format = "pdf");

internal sealed class DownloadDisclosureValidator : Validator<DownloadDisclosureRequest>
{
    public DownloadDisclosureValidator() => RuleFor(r => r.Format).Must(f => f is "json" or "pdf").WithErrorCode("field.wrong-format");
}

/// <summary>Exactly what was granted, or the written refusal, as a document and as JSON; byte for byte the same each time [27].</summary>
internal sealed class DownloadDisclosureEndpoint(IntegrationDbContext db, ICases cases, Vault vault, IPaperSetter papers)
    : ApiEndpoint<DownloadDisclosureRequest, FileAnswer>
{
    public override void Configure()
    {
        Get("integration/disclosures/{id}/file");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(DownloadDisclosureRequest request, CancellationToken ct)
    {
        var disclosure = await db.FindDisclosureAsync(cases, request.Id, Caller, ct);
        var snapshot = await db.Snapshots.AsNoTracking().FirstOrDefaultAsync(s => s.Id == disclosure.Id, ct);
        if (snapshot is null)
            throw new DomainException("disclosure.not-granted");
        var json = disclosure.OpenSnapshot(snapshot, await vault.OfAsync(disclosure.ChildId, ct));
        if (request.Format is "json")
        {
            await HttpContext.SendFileAsync($"{disclosure.Number}.json", "application/json", json, ct);
            return;
        }
        var content = JsonSerializer.Deserialize<DisclosedContent>(json, JsonRules.Options)!;
        var head = new PaperHead(
            disclosure.Status is DisclosureStatus.Refused ? "disclosure-refusal" : "disclosure",
            content.FullName,
            content.CaseNumber,
            content.Number,
            Convert.ToHexString(disclosure.SnapshotHash.AsSpan(0, 8)),
            content.At
        );
        await HttpContext.SendFileAsync(
            $"{disclosure.Number}.pdf",
            "application/pdf",
            papers.Set(head, content.Language, content.Sections),
            ct
        );
    }
}
