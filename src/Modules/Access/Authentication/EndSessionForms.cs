using System.Net;
using Registry.Basics.Time;

namespace Registry.Access.Authentication;

/// <summary>
/// Whether the outside provider ends a session by a posted form, as the standard requires, or knows an address only: probed with an empty form, which ends no
/// session, and remembered for an hour. An address gets no token: a token names the person, and addresses end up in logs.
/// </summary>
internal sealed class EndSessionForms(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private (Uri Where, bool Taken, DateTime Until)? _known;

    /// <exception cref="HttpRequestException">The provider cannot be reached.</exception>
    public async Task<bool> AreTakenAsync(Uri endSession, CancellationToken ct)
    {
        if (_known is { } known && known.Where == endSession && known.Until > clock.Utc())
            return known.Taken;
        using var empty = new FormUrlEncodedContent([]);
        using var answer = await _client.PostAsync(endSession, empty, ct);
        var taken = answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented);
        _known = (endSession, taken, clock.Utc() + Remembered);
        return taken;
    }

    public void Dispose() => _client.Dispose();
}
