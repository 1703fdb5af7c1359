using System.Net;
using Microsoft.AspNetCore.Hosting;
using Registry.Access.SignIn;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("14.3", "14.5")]
public sealed class SecondFactorTests : IAsyncLifetime
{
    private const string Password = "kyzyl-alma-2026-demo";
    private readonly RegistryHost _host = new();
    private HttpClient _browser = null!;

    public Task InitializeAsync()
    {
        // as in Production: the administrator and the central roles cannot do without
        var strict = _host.WithWebHostBuilder(b => b.UseSetting("Registry:SignIn:SecondFactor", "true"));
        _browser = strict.CreateClient(new() { AllowAutoRedirect = false });
        return Task.CompletedTask;
    }

    private Task<System.Text.Json.JsonElement> TryAsync(string login, string? code = null, HttpStatusCode expected = HttpStatusCode.OK) =>
        _browser
            .PostAsync(
                "/api/access/sign-in",
                new
                {
                    login,
                    password = Password,
                    code,
                }
            )
            .JsonAsync(expected);

    [Theory]
    [InlineData("admin")]
    [InlineData("ministry")]
    [InlineData("central")]
    public async Task Is_enrolled_at_the_first_sign_in_and_demanded_ever_after(string login)
    {
        var offered = await TryAsync(login);
        Assert.Equal("enrol-second-factor", offered.Text("next"));
        var secret = FromBase32(offered.GetProperty("enrolment").Text("secret"));
        Assert.Contains("<svg", offered.GetProperty("enrolment").Text("qrSvg"), StringComparison.Ordinal);
        Assert.Equal("done", (await TryAsync(login, Now(secret))).Text("next"));
        Assert.Equal("enter-code", (await TryAsync(login)).Text("next"));
    }

    [Fact]
    public async Task A_code_works_once_and_a_wrong_one_never()
    {
        var secret = FromBase32((await TryAsync("admin")).GetProperty("enrolment").Text("secret"));
        await TryAsync("admin", "000000", HttpStatusCode.Unauthorized);
        var code = Now(secret);
        await TryAsync("admin", code);
        Assert.Equal("sign-in.wrong-code", (await TryAsync("admin", code, HttpStatusCode.Unauthorized)).Text("code"));
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("done", (await TryAsync("admin", Now(secret))).Text("next"));
    }

    [Fact]
    public async Task Is_not_asked_of_those_who_work_in_a_district() => Assert.Equal("done", (await TryAsync("holder.aksuu")).Text("next"));

    private string Now(byte[] secret) => SecondFactor.CodeOf(secret, _host.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);

    internal static byte[] FromBase32(string text)
    {
        var bits = string.Concat(
            text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
