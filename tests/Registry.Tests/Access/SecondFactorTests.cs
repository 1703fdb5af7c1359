using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("14.3", "14.5")]
public sealed class SecondFactorTests : IAsyncLifetime
{
    private const string Password = "kyzyl-alma-2026-demo";

    /// <summary>As in Production: mandatory for everyone.</summary>
    private readonly RegistryHost _host = new() { More = new() { ["Registry:SignIn:SecondFactor"] = "true" } };
    private HttpClient _browser = null!;

    public Task InitializeAsync()
    {
        _browser = _host.Browser();
        return Task.CompletedTask;
    }

    private Task<JsonElement> TryAsync(string login, string? code = null, HttpStatusCode expected = HttpStatusCode.OK) =>
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

    private string Now(JsonElement offered) => SecondFactorsOfUsers.CodeNow(offered.GetProperty("enrolment").Text("secret"), _host.Clock);

    private async Task<List<string>> EnrolAsync(string login) =>
        [.. (await TryAsync(login, Now(await TryAsync(login)))).GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!)];

    [Theory]
    [InlineData("admin")]
    [InlineData("ministry")]
    [InlineData("central")]
    [InlineData("unit.aksuu")]
    [InlineData("police.aksuu")]
    [InlineData("holder.aksuu")]
    [InlineData("institution")]
    public async Task Is_enrolled_at_the_first_sign_in_and_demanded_ever_after(string login)
    {
        var offered = await TryAsync(login);
        Assert.Equal("enrol-second-factor", offered.Text("next"));
        Assert.Contains("<svg", offered.GetProperty("enrolment").Text("qrSvg"), StringComparison.Ordinal);
        Assert.Equal("done", (await TryAsync(login, Now(offered))).Text("next"));
        Assert.Equal("enter-code", (await TryAsync(login)).Text("next"));
    }

    [Fact]
    public async Task A_code_works_once_and_a_wrong_one_never()
    {
        var offered = await TryAsync("admin");
        await TryAsync("admin", "000000", HttpStatusCode.Unauthorized);
        var code = Now(offered);
        await TryAsync("admin", code);
        Assert.Equal("sign-in.wrong-code", (await TryAsync("admin", code, HttpStatusCode.Unauthorized)).Text("code"));
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("done", (await TryAsync("admin", Now(offered))).Text("next"));
    }

    [Fact]
    public async Task A_secret_that_was_shown_earlier_is_none_once_another_is_shown()
    {
        var seenByAnother = await TryAsync("holder.aksuu");
        var own = await TryAsync("holder.aksuu");
        await TryAsync("holder.aksuu", Now(seenByAnother), HttpStatusCode.Unauthorized);
        Assert.Equal("done", (await TryAsync("holder.aksuu", Now(own))).Text("next"));
    }

    [Fact]
    public async Task Each_recovery_code_works_once_however_it_is_written_and_is_stored_nowhere()
    {
        var codes = await EnrolAsync("holder.aksuu");
        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, code => Assert.True(SignInTests.BitsOf(code) >= 128, $"{code.Length}"));
        Assert.Equal("done", (await TryAsync("holder.aksuu", codes[0].ToUpperInvariant().Replace('-', ' '))).Text("next"));
        await TryAsync("holder.aksuu", codes[0], HttpStatusCode.Unauthorized);
        // none of another person's codes works
        await EnrolAsync("police.aksuu");
        await TryAsync("police.aksuu", codes[1], HttpStatusCode.Unauthorized);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(_ =>
                    _host
                        .Browser()
                        .PostAsync(
                            "/api/access/sign-in",
                            new
                            {
                                login = "holder.aksuu",
                                password = Password,
                                code = codes[2],
                            }
                        )
                )
        );
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.OK);
        foreach (var file in Directory.GetFiles(_host.Folder, "*.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(codes[3], await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task New_recovery_codes_need_the_password_and_replace_the_old_ones()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var factor = (await holder.GetAsync("/api/access/me").JsonAsync()).GetProperty("secondFactor");
        Assert.True(factor.GetProperty("enrolled").GetBoolean());
        Assert.Equal(10, factor.GetProperty("recoveryCodes").GetInt32());
        await holder
            .PostAsync("/api/access/me/recovery-codes", new { password = "wrong" })
            .RefusedAsync(HttpStatusCode.BadRequest, "password.wrong");
        var codes = (await holder.PostAsync("/api/access/me/recovery-codes", new { password = Password }).JsonAsync()).GetProperty("codes");
        Assert.Equal(10, codes.GetArrayLength());
        Assert.Equal("done", (await TryAsync("holder.aksuu", codes[9].GetString())).Text("next"));
        // the person's earlier devices and codes no longer work
        await Assert.ThrowsAnyAsync<Exception>(() => _host.SignedInAsync("holder.aksuu"));
    }

    [Fact]
    public async Task Without_a_second_factor_there_are_no_recovery_codes_and_no_passkeys()
    {
        await using var relaxed = new RegistryHost();
        var holder = await relaxed.SignedInAsync("holder.aksuu");
        await holder
            .PostAsync("/api/access/me/recovery-codes", new { password = Password })
            .RefusedAsync(HttpStatusCode.Conflict, "second-factor.none");
        await holder.PostAsync("/api/access/me/passkeys/question").RefusedAsync(HttpStatusCode.Conflict, "second-factor.none");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
