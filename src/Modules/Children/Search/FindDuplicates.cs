using FastEndpoints;
using FluentValidation;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Children.Signals;
using Registry.Kernel.Access;
using Registry.Kernel.Web;

namespace Registry.Children.Search;

/// <param name="SignalId">The signal at hand: the child it names is not its own duplicate.</param>
internal sealed record FindDuplicatesRequest(Identity Identity, Guid? SignalId = null);

internal sealed class FindDuplicatesValidator : Validator<FindDuplicatesRequest>
{
    public FindDuplicatesValidator()
    {
        RuleFor(r => r.Identity).NotNull();
        RuleFor(r => r.Identity.Surname).MaximumLength(Identity.NameMaxLength).When(r => r.Identity is not null);
        RuleFor(r => r.Identity.Name).MaximumLength(Identity.NameMaxLength).When(r => r.Identity is not null);
    }
}

/// <summary>Shows possible duplicates with an explained score before a card is opened [14.2]; of children elsewhere only that there is one.</summary>
internal sealed class FindDuplicatesEndpoint(ChildrenDbContext db, Duplicates duplicates)
    : ApiEndpoint<FindDuplicatesRequest, DuplicateReport>
{
    public override void Configure()
    {
        Post("children/duplicates");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.List);
        Costs(Cost.Search);
    }

    public override async Task HandleAsync(FindDuplicatesRequest request, CancellationToken ct)
    {
        Guid? itself = request.SignalId is { } signal ? (await db.FindSignalAsync(signal, Caller.Scope, ct)).ChildId : null;
        await Send.OkAsync(await duplicates.FindAsync(request.Identity, itself, Caller.Scope, ct), ct);
    }
}
