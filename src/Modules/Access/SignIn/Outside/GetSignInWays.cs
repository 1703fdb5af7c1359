using Registry.Access.Authentication;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.SignIn.Outside;

/// <param name="Outside">An outside provider can be used.</param>
/// <param name="OutsideName">Its name as set; null for the text of the reader's language.</param>
internal sealed record GetSignInWaysResponse(bool Outside, string? OutsideName);

/// <summary>The ways of signing in that the sign-in page offers [14.5, 15.2]: login and password always, an outside provider where one is set.</summary>
internal sealed class GetSignInWaysEndpoint(OutsideProviders providers) : ApiEndpoint<GetSignInWaysResponse>
{
    public override void Configure()
    {
        Get("access/sign-in/ways");
        GuardedForNobody(JournalKind.Read);
    }

    public override Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct) =>
        Send.OkAsync(new(providers.One is not null, providers.One?.Name), ct);
}
