using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Drafts;

/// <param name="Text">The typed data, as the form's own JSON.</param>
/// <param name="Writer">Id of the page instance.</param>
/// <param name="Number">Incremented on each save of the page.</param>
/// <param name="After">The version number the page knows to be saved; null if none.</param>
/// <param name="Place">The URL of the screen with the form.</param>
internal sealed record SaveDraftRequest(
    string Key,
    string Text,
    Guid? ChildId = null,
    Guid? Writer = null,
    long? Number = null,
    long? After = null,
    string? Place = null
);

/// <param name="Key">Differs from the requested key if another page has saved the form since: both are kept.</param>
internal sealed record SaveDraftResponse(DateTime SavedAt, string Key, long Number);

internal sealed class SaveDraftValidator : Validator<SaveDraftRequest>
{
    public SaveDraftValidator()
    {
        RuleFor(d => d.Key).NotEmpty().MaximumLength(Draft.LongestKey).Matches("^[a-zA-Z0-9.-]+$").WithErrorCode("field.wrong-format");
        RuleFor(d => d.Key).Must(key => key is null || Draft.FormOf(key).Length <= Draft.LongestForm).WithErrorCode("field.too-long");
        RuleFor(d => d.Text).NotEmpty().MaximumLength(Draft.LongestText);
        RuleFor(d => d.Number).GreaterThanOrEqualTo(0);
        // no percent signs, which could encode a name
        RuleFor(d => d.Place).MaximumLength(Draft.LongestPlace).Matches("^/[a-zA-Z0-9/?&=._-]*$").WithErrorCode("field.wrong-format");
    }
}

/// <summary>Saves what a user typed, so that a lost connection, session or browser loses nothing.</summary>
internal sealed class SaveDraftEndpoint(ChildrenDbContext db, DraftSubjects subjects, Vault vault, TimeProvider time)
    : ApiEndpoint<SaveDraftRequest, SaveDraftResponse>
{
    public override void Configure()
    {
        Post("children/drafts");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(SaveDraftRequest request, CancellationToken ct)
    {
        await subjects.RequireAsync(Caller, request.ChildId, ct);
        var seal = request.ChildId is { } child ? await vault.OfAsync(child, ct) : await vault.OfBaseAsync(ct);
        // two windows may save the same form at once, or the last two drafts within the limit
        await db.HoldAsync(Caller.AccountId, ct);
        var (writer, number) = (request.Writer ?? Guid.Empty, request.Number ?? time.GetUtcNow().ToUnixTimeMilliseconds());
        var key = request.Key;
        var draft = await db.Drafts.FirstOrDefaultAsync(d => d.AccountId == Caller.AccountId && d.Key == key, ct);
        var order = draft?.OrderOf(writer, number, request.After) ?? DraftOrder.Next;
        if (order is DraftOrder.BesideAnother)
        {
            draft = await OwnAsync(writer, key, ct);
            order = draft?.OrderOf(writer, number, request.After) ?? DraftOrder.Next;
            key = draft?.Key ?? Draft.KeyBeside(key);
        }
        if (draft is not null && draft.ChildId != request.ChildId)
            throw new DomainException("draft.other-child");
        if (draft is null && await db.Drafts.CountAsync(d => d.AccountId == Caller.AccountId, ct) >= Draft.Most)
            throw new DomainException("draft.too-many");
        if (draft is null)
            db.Drafts.Add(
                draft = new()
                {
                    AccountId = Caller.AccountId,
                    Key = key,
                    ChildId = request.ChildId,
                }
            );
        if (order is DraftOrder.Next)
        {
            draft.WrittenBy(writer, number, request.Place);
            draft.Save(request.Text, seal, time.Utc());
            await db.SaveChangesAsync(ct);
        }
        await Send.OkAsync(new(draft.SavedAt, draft.Key, draft.Number), ct);
    }

    /// <summary>The key a page continues under after another page has saved its form.</summary>
    private async Task<Draft?> OwnAsync(Guid writer, string key, CancellationToken ct) =>
        (await db.Drafts.Where(d => d.AccountId == Caller.AccountId && d.Writer == writer).ToListAsync(ct)).Find(d =>
            Draft.FormOf(d.Key) == Draft.FormOf(key)
        );
}
