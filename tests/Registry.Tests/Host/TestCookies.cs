using Microsoft.Net.Http.Headers;

namespace Registry.Tests.Host;

/// <summary>The cookies of one browser, expiring by the host's clock: .NET's own container uses the machine's, and drops those of a host in the past.</summary>
internal sealed class TestCookies(TimeProvider clock) : DelegatingHandler
{
    private readonly Dictionary<string, string> _cookies = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_cookies)
            if (_cookies.Count > 0)
                request.Headers.Add(HeaderNames.Cookie, string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues(HeaderNames.SetCookie, out var set))
            foreach (var cookie in SetCookieHeaderValue.ParseList([.. set]))
                Keep(cookie);
        return answer;
    }

    private void Keep(SetCookieHeaderValue cookie)
    {
        var name = cookie.Name.ToString();
        var gone = cookie.Expires is { } expires && expires <= clock.GetUtcNow();
        lock (_cookies)
            if (gone)
                _cookies.Remove(name);
            else
                _cookies[name] = cookie.Value.ToString();
    }
}
