using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Integration.Integrators;
using Registry.Integration.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Integration.Disclosures;

internal sealed record ReadDisclosureRequest(Guid Id);

/// <param name="Hash">SHA-256 of the exact content, once it is granted.</param>
/// <param name="ReadableUntil">For what was given to a system.</param>
/// <param name="ReadBySystemAt">When the system first read it, from the journal.</param>
/// <param name="MayDecide">The caller did not register it and may decide.</param>
internal sealed record ReadDisclosureResponse(
    DisclosureRow Row,
    string FullName,
    DisclosureContents Contents,
    IReadOnlyList<PaperKind> Wanted,
    IReadOnlyList<PaperKind> Granted,
    string? RegisteredBy,
    string? DecidedBy,
    DateTime? DecidedAt,
    GivenAs? GivenAs,
    string? GivenBy,
    string? Hash,
    bool MayDecide,
    bool MayGive,
    DateOnly? ReadableUntil,
    DateTime? ReadBySystemAt
);

/// <summary>A disclosure with its request and decision [27].</summary>
internal sealed class ReadDisclosureEndpoint(IntegrationDbContext db, ICases cases, ISpecialists specialists, Vault vault)
    : ApiEndpoint<ReadDisclosureRequest, ReadDisclosureResponse>
{
    public override void Configure()
    {
        Get("integration/disclosures/{id}");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(ReadDisclosureRequest request, CancellationToken ct)
    {
        var d = await db.FindDisclosureAsync(cases, request.Id, Caller, ct);
        var seal = await vault.OfAsync(d.ChildId, ct);
        var people = new[] { d.RegisteredBy, d.DecidedBy, d.GivenBy }.OfType<Guid>().Distinct().ToList();
        var names = await specialists.NamesAsync(people, ct);
        HttpContext.ShowVersion(d.Version);
        await Send.OkAsync(
            new(
                DisclosureReads.RowOf(d),
                (await cases.NamesAsync([d.ChildId], ct)).GetValueOrDefault(d.ChildId) ?? "",
                d.Open(seal),
                Codes.Split<PaperKind>(d.Wanted),
                Codes.Split<PaperKind>(d.Granted),
                names.GetValueOrDefault(d.RegisteredBy),
                d.DecidedBy is { } decider ? names.GetValueOrDefault(decider) : null,
                d.DecidedAt,
                d.GivenAs,
                d.GivenBy is { } giver ? names.GetValueOrDefault(giver) : null,
                d.SnapshotHash is { } hash ? Convert.ToHexString(hash) : null,
                Caller.May(Permission.ApproveDisclosures)
                    && d.Status is DisclosureStatus.Requested
                    && d.RegisteredBy != Caller.SpecialistId,
                Caller.May(Permission.RegisterDisclosures) && d.Status is DisclosureStatus.Granted,
                d.ReadableUntil,
                d.SystemId is null ? null : await FirstReadAsync(d.Id, ct)
            ),
            ct
        );
    }

    private Task<DateTime?> FirstReadAsync(Guid id, CancellationToken ct) =>
        db
            .Journal.Where(e => e.AboutId == id && e.Action == ReadDisclosedEndpoint.Action && e.Outcome == StatusCodes.Status200OK)
            .MinAsync(e => (DateTime?)e.At, ct);
}
