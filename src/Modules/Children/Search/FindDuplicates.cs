using FastEndpoints;
using FluentValidation;
using Registry.Children.Cards;
using Registry.Kernel.Access;
using Registry.Kernel.Web;

namespace Registry.Children.Search;

internal sealed record FindDuplicatesRequest(Identity Identity);

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
internal sealed class FindDuplicatesEndpoint(Duplicates duplicates) : ApiEndpoint<FindDuplicatesRequest, DuplicateReport>
{
    public override void Configure()
    {
        Post("children/duplicates");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(FindDuplicatesRequest request, CancellationToken ct) =>
        await Send.OkAsync(await duplicates.FindAsync(request.Identity, Caller.Scope, ct), ct);
}
