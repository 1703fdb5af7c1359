using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Web;

namespace Registry.Children.Transfers;

/// <param name="ChildId">The child whose case is offered: its giver is left out.</param>
internal sealed record ListReceiversRequest(string Territory, Guid? ChildId = null);

internal sealed class ListReceiversValidator : Validator<ListReceiversRequest>
{
    public ListReceiversValidator() => RuleFor(r => r.Territory).NotEmpty().MaximumLength(Soate.Length);
}

internal sealed record ListReceiversResponse(IReadOnlyList<ResponsibleSpecialist> Items);

/// <summary>Possible receivers of a case in a territory: names and bodies of its holders, no data about a child.</summary>
internal sealed class ListReceiversEndpoint(ICases cases, ISpecialists specialists, TimeProvider time)
    : ApiEndpoint<ListReceiversRequest, ListReceiversResponse>
{
    public override void Configure()
    {
        Get("children/transfers/receivers");
        Guarded(Permission.EditChildren, Reach.Reference, JournalKind.List);
    }

    public override async Task HandleAsync(ListReceiversRequest request, CancellationToken ct)
    {
        var holders = await specialists.HoldersOfAsync(request.Territory, time.Today(), ct);
        var giver = request.ChildId is { } child ? (await cases.AnyCaseInScopeAsync(child, Caller, ct)).ResponsibleId : (Guid?)null;
        await Send.OkAsync(new([.. holders.Where(h => h.Id != giver)]), ct);
    }
}
