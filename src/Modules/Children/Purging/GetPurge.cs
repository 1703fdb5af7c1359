using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Platform.Model;
using Registry.Platform.Purging;
using Registry.Web;

namespace Registry.Children.Purging;

internal sealed record GetPurgeRequest(Guid Id);

internal sealed record PurgedRows(string Store, string What, int Count);

/// <param name="Hash">SHA-256 over everything above it.</param>
/// <param name="Broken">What no longer holds: «changed», «key», or a store that still holds rows; empty for a valid certificate.</param>
internal sealed record GetPurgeResponse(
    Guid Id,
    string Number,
    PurgeGround Ground,
    DateOnly DueOn,
    DateTime StartedAt,
    DateTime? CompletedAt,
    string KeyFingerprint,
    IReadOnlyList<PurgedRows> Counts,
    string? Hash,
    IReadOnlyList<string> Broken
);

/// <summary>A purge's certificate, verified against the current state of the Base [25.2].</summary>
internal sealed class GetPurgeEndpoint(ChildrenDbContext db, VerifyPurges verify) : ApiEndpoint<GetPurgeRequest, GetPurgeResponse>
{
    public override void Configure()
    {
        Get("children/purges/{id}");
        Guarded(Permission.ReadPurges, Reach.Administration, JournalKind.Read);
    }

    public override async Task HandleAsync(GetPurgeRequest request, CancellationToken ct)
    {
        var purge = await db.Purges.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.Id, ct) ?? throw DomainException.NotFound();
        var counts = await db
            .PurgeCounts.AsNoTracking()
            .Where(c => c.PurgeId == purge.Id && c.Count > 0)
            .OrderBy(c => c.Store)
            .ThenBy(c => c.What)
            .Select(c => new PurgedRows(c.Store, c.What, c.Count))
            .ToListAsync(ct);
        await Send.OkAsync(
            new(
                purge.Id,
                purge.Number,
                purge.Ground,
                purge.DueOn,
                purge.StartedAt,
                purge.CompletedAt,
                purge.KeyFingerprint,
                counts,
                purge.Hash is null ? null : Convert.ToHexString(purge.Hash),
                purge.CompletedAt is null ? [] : await verify.WhatAsync(purge, ct)
            ),
            ct
        );
    }
}
