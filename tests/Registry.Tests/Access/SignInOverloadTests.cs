using System.Net;
using System.Net.Http.Json;
using Registry.Access.Authentication;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Hundreds of simultaneous sign-ins over real sockets: each is answered, under overload with Retry-After.</summary>
[Clause("14.3", "15.2")]
[Trait("Needs", "embedded")]
public sealed class SignInOverloadTests : IAsyncLifetime
{
    private const int AtOnce = 420;
    private readonly RegistryHost _host = new() { More = new() { ["Registry:SignIn:PasswordRounds"] = $"{Passwords.Rounds}" } };

    public Task InitializeAsync()
    {
        _host.UseKestrel(0);
        _host.StartServer();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task None_of_420_sign_ins_at_once_is_dropped()
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce })
        {
            BaseAddress = _host.ClientOptions.BaseAddress,
            Timeout = TimeSpan.FromMinutes(2),
        };
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, AtOnce)
                .Select(i => client.PostAsJsonAsync("/api/access/sign-in", new { login = $"nobody.{i}", password = "kyzyl-alma-2026" }))
        );
        Assert.All(
            answers,
            a =>
                Assert.Contains(
                    a.StatusCode,
                    new[] { HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable }
                )
        );
        Assert.All(
            answers.Where(a => a.StatusCode is not HttpStatusCode.Unauthorized),
            a => Assert.True(a.Headers.RetryAfter?.Delta > TimeSpan.Zero)
        );
        Assert.Contains(answers, a => a.StatusCode is HttpStatusCode.Unauthorized);
        Assert.Contains(answers, a => a.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
