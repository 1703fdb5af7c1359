using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Vault;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Papers;

internal sealed record DownloadPaperRequest(Guid Id);

/// <summary>A paper copy as it was made, byte for byte [21].</summary>
internal sealed class DownloadPaperEndpoint(ReportingDbContext db, ICases cases, Vault vault)
    : ApiEndpoint<DownloadPaperRequest, FileAnswer>
{
    public override void Configure()
    {
        Get("reporting/papers/{id}/file");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
        Costs(Cost.Paper);
    }

    public override async Task HandleAsync(DownloadPaperRequest request, CancellationToken ct)
    {
        var paper = await db.Papers.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.Id, ct) ?? throw DomainException.NotFound();
        // the case may have moved since: its current territory decides who sees the paper
        await cases.AnyCaseInScopeAsync(paper.ChildId, Caller, ct);
        var file = await db.PaperFiles.AsNoTracking().SingleAsync(f => f.Id == paper.Id, ct);
        var pdf = PaperCopy.Open(file, await vault.OfAsync(paper.ChildId, ct));
        await HttpContext.SendFileAsync($"{paper.Number}.pdf", "application/pdf", pdf, ct);
    }
}
