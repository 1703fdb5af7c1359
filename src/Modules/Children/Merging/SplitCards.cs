using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Merging;

/// <param name="GoBack">The rows that belong to the child whose card was merged; all others stay.</param>
/// <param name="Confirm">The name on the surviving card.</param>
internal sealed record SplitCardsRequest(Guid Id, IReadOnlyList<Guid> GoBack, string Reason, string? Confirm = null) : IConfirmed;

internal sealed class SplitCardsValidator : Validator<SplitCardsRequest>
{
    private const int Most = 5_000;

    public SplitCardsValidator()
    {
        RuleFor(r => r.GoBack).NotEmpty();
        RuleFor(r => r.GoBack).Must(g => g is null || g.Count <= Most).WithErrorCode("field.too-many");
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
    }
}

/// <summary>The two cards were not one child's, and the undo period is over: each row is assigned by hand to one of the two children.</summary>
internal sealed class SplitCardsEndpoint(ChildrenDbContext db, CardSplitter book, Vault vault, TimeProvider time)
    : ApiEndpoint<SplitCardsRequest, object?>
{
    public override void Configure()
    {
        Post("children/merges/{id}/split");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(SplitCardsRequest request, CancellationToken ct)
    {
        var merge = await db.FindMergeAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(merge);
        if (merge.State is not MergeState.Done)
            throw new DomainException("merge.not-done");
        if (merge.CanBeUndone(time.Today()))
            throw new DomainException("merge.can-be-undone");
        var kept = await db.RegisteredAsync(merge.ChildId, Caller.Scope, ct);
        var name = kept.NameBy(await vault.OfAsync(kept.Id, ct));
        request.RequireConfirmed(new LocalText(name, name, name));
        await book.SplitAsync(merge, [.. request.GoBack.Distinct()], request.Reason, Caller, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
