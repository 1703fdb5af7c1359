using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Database;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Children.Drafts;

/// <param name="Text">What was typed, as the form's own JSON.</param>
internal sealed record SaveDraftRequest(string Key, string Text, Guid? ChildId = null);

internal sealed record SaveDraftResponse(DateTime SavedAt);

internal sealed class SaveDraftValidator : Validator<SaveDraftRequest>
{
    public SaveDraftValidator()
    {
        RuleFor(d => d.Key).NotEmpty().MaximumLength(80).Matches("^[a-zA-Z0-9.-]+$").WithErrorCode("field.wrong-format");
        RuleFor(d => d.Text).NotEmpty().MaximumLength(Draft.LongestText);
    }
}

/// <summary>Keeps what a user typed, so that nothing is lost with the line, the session or the browser.</summary>
internal sealed class SaveDraftEndpoint(ChildrenDbContext db, Vault vault, TimeProvider time)
    : ApiEndpoint<SaveDraftRequest, SaveDraftResponse>
{
    public override void Configure()
    {
        Post("children/drafts");
        Guarded(Permission.RegisterSignals, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(SaveDraftRequest request, CancellationToken ct)
    {
        if (request.ChildId is { } childId && !await db.Children.Within(Caller.Scope).AnyAsync(c => c.Id == childId, ct))
            throw DomainException.NotFound();
        var seal = request.ChildId is { } child ? await vault.OfAsync(child, ct) : await vault.OfBaseAsync(ct);
        // two windows may save the same form at once, or the last two drafts that there is room for
        await db.HoldAsync(Caller.AccountId, ct);
        var draft = await db.Drafts.FirstOrDefaultAsync(d => d.AccountId == Caller.AccountId && d.Key == request.Key, ct);
        if (draft is not null && draft.ChildId != request.ChildId)
            throw new DomainException("draft.other-child");
        if (draft is null && await db.Drafts.CountAsync(d => d.AccountId == Caller.AccountId, ct) >= Draft.Most)
            throw new DomainException("draft.too-many");
        if (draft is null)
            db.Drafts.Add(
                draft = new()
                {
                    AccountId = Caller.AccountId,
                    Key = request.Key,
                    ChildId = request.ChildId,
                }
            );
        draft.Save(request.Text, seal, time.Utc());
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(draft.SavedAt), ct);
    }
}
