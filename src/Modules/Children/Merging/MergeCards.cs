using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Merging;

/// <param name="Id">The child whose card survives.</param>
/// <param name="OtherId">The child whose card becomes part of it.</param>
/// <param name="Fields">The choices; a field not listed keeps the entered value, a list keeps both.</param>
/// <param name="Confirm">The name on the surviving card.</param>
internal sealed record MergeCardsRequest(Guid Id, Guid OtherId, IReadOnlyList<FieldChoice>? Fields = null, string? Confirm = null)
    : IConfirmed;

/// <param name="UndoUntil">The last day on which both cards can be brought back as they were.</param>
internal sealed record MergeCardsResponse(Guid Id, DateOnly UndoUntil);

internal sealed class MergeCardsValidator : Validator<MergeCardsRequest>
{
    private const int Most = 200;

    public MergeCardsValidator()
    {
        RuleFor(r => r.OtherId).NotEmpty();
        RuleFor(r => r.Fields).Must(f => f is null || f.Count <= Most).WithErrorCode("field.too-many");
        RuleForEach(r => r.Fields)
            .ChildRules(f =>
            {
                f.RuleFor(c => c.Section).IsInEnum();
                f.RuleFor(c => c.From).IsInEnum();
                f.RuleFor(c => c.Item).NotEmpty().MaximumLength(60);
            });
    }
}

/// <summary>
/// Two cards are one child's: one of them survives with the chosen fields, and everything of the other follows it in every module. For
/// cards in two districts the
/// keeping holder does so after the authorised body's decision [5.holder, 7.central].
/// </summary>
internal sealed class MergeCardsEndpoint(ChildrenDbContext db, Vault vault, CardMerger book)
    : ApiEndpoint<MergeCardsRequest, MergeCardsResponse>
{
    public override void Configure()
    {
        Post("children/cards/{id}/merge");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Creates();
        AtMostOne("merge of two cards");
    }

    public override async Task HandleAsync(MergeCardsRequest request, CancellationToken ct)
    {
        // until the merge is done, no one else can merge or void either card
        await db.HoldBothAsync(request.Id, request.OtherId, ct);
        var parties = await db.PartiesAsync(request.Id, request.OtherId, Caller, ct);
        await db.RequireNothingPendingAsync(parties, ct);
        var name = parties.Kept.NameBy(await vault.OfAsync(parties.Kept.Id, ct));
        request.RequireConfirmed(new LocalText(name, name, name));
        var merge = await book.MergeAsync(parties, request.Fields ?? [], Caller, ct);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"children/merges?childId={merge.ChildId}", new(merge.Id, merge.UndoUntil!.Value), merge.Version);
    }
}
