using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Accounts;

internal sealed record PreviewAccountClosingRequest(Guid Id);

/// <summary>What suspending an access, ending its term or giving it other parameters takes away [15.2].</summary>
internal sealed class PreviewAccountClosingEndpoint(AccessDbContext db, WorkLeft work) : PreviewEndpoint<PreviewAccountClosingRequest>
{
    public override void Configure() => Previews("access/accounts/{id}/consequences", Permission.ManageAccounts, Reach.Administration);

    public override async Task HandleAsync(PreviewAccountClosingRequest request, CancellationToken ct)
    {
        var account = await db.FindAccountAsync(request.Id, Caller, ct);
        await ShowAsync(account.Name, canBeUndone: true, await work.OfAsync([account.Id], Texts.LanguageOf(HttpContext.Request), ct), ct);
    }
}
