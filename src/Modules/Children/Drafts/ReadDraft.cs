using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Drafts;

internal sealed record ReadDraftRequest(string Key);

/// <param name="Text">Null when there is no draft.</param>
internal sealed record ReadDraftResponse(string? Text, DateTime? SavedAt, long? Number);

/// <summary>Returns a user's own draft.</summary>
internal sealed class ReadDraftEndpoint(ChildrenDbContext db, DraftSubjects subjects, Vault vault)
    : ApiEndpoint<ReadDraftRequest, ReadDraftResponse>
{
    public override void Configure()
    {
        Get("children/drafts/{key}");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Read);
    }

    public override async Task HandleAsync(ReadDraftRequest request, CancellationToken ct)
    {
        var draft = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.AccountId == Caller.AccountId && d.Key == request.Key, ct);
        // a child that left the user's territory takes its drafts with it
        if (draft is null || !await subjects.IsReadableAsync(Caller, draft.ChildId, ct))
        {
            await Send.OkAsync(new(null, null, null), ct);
            return;
        }
        var seal = draft.ChildId is { } child ? await vault.OfAsync(child, ct) : await vault.OfBaseAsync(ct);
        await Send.OkAsync(new(draft.Open(seal), draft.SavedAt, draft.Number), ct);
    }
}
