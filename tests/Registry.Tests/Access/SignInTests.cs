using System.Net;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("14.5", "15.2")]
public sealed class SignInTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _admin = null!;

    public async Task InitializeAsync() => _admin = await _host.SignedInAsync("admin");

    private async Task<(Guid Id, string Password)> GrantAsync(
        string login,
        string role = "holder",
        string until = "2027-11-23",
        string from = "2026-11-23"
    )
    {
        var specialist = (await _admin.GetAsync("/api/access/specialists?search=" + Uri.EscapeDataString("Токтосунова")).JsonAsync())
            .GetProperty("items")[0]
            .Id();
        var access = AccountTests.Access(role, role == "holder" ? Road.AkSuu : null, from, until);
        return await _host.GrantAsync(specialist, login, access);
    }

    private Task<HttpResponseMessage> TryAsync(string login, string password, string? newPassword = null, string? code = null) =>
        _host
            .Browser()
            .PostAsync(
                "/api/access/sign-in",
                new
                {
                    login,
                    password,
                    newPassword,
                    code,
                }
            );

    /// <summary>Random bits of a code of letters drawn from an alphabet of thirty-one.</summary>
    internal static double BitsOf(string code) => code.Count(char.IsAsciiLetterOrDigit) * Math.Log2(31);

    [Fact]
    public async Task A_first_password_cannot_be_guessed() => Assert.True(BitsOf((await GrantAsync("long.code")).Password) >= 128);

    [Fact]
    public async Task An_older_hash_is_made_anew_at_the_next_sign_in()
    {
        Assert.Equal(1_000, Passwords.RoundsOf(await HashAsync(_host)));
        await using var next = RegistryHost.On(_host.Folder, new() { ["Registry:SignIn:PasswordRounds"] = $"{Passwords.Rounds}" });
        await next.Browser().PostAsync("/api/access/sign-in", new { login = "holder.aksuu", password = "wrong" });
        Assert.Equal(1_000, Passwords.RoundsOf(await HashAsync(next)));
        await next.SignedInAsync("holder.aksuu");
        Assert.Equal(Passwords.Rounds, Passwords.RoundsOf(await HashAsync(next)));
        var renewed = await HashAsync(next);
        await next.SignedInAsync("holder.aksuu");
        Assert.Equal(renewed, await HashAsync(next));
        // and never back
        await _host.SignedInAsync("holder.aksuu");
        Assert.Equal(renewed, await HashAsync(_host));
    }

    [Fact]
    [Clause("14.3")]
    public async Task Whoever_has_the_database_alone_has_nothing_to_try_passwords_on()
    {
        var hash = await HashAsync(_host);
        var plain = new PasswordHasher<string>();
        Assert.Equal(PasswordVerificationResult.Failed, plain.VerifyHashedPassword("", hash.TrimStart('*'), "kyzyl-alma-2026-demo"));
        // an older hash without the key still signs in, and is rehashed with it
        var before = plain.HashPassword("", "kyzyl-alma-2026-demo");
        await _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<AccessDbContext>();
            (await db.Accounts.SingleAsync(a => a.Login == "holder.aksuu")).RenewHash(before);
            return await db.SaveChangesAsync();
        });
        await _host.SignedInAsync("holder.aksuu");
        Assert.StartsWith("*", await HashAsync(_host), StringComparison.Ordinal);
        await _host.SignedInAsync("holder.aksuu");
    }

    private static Task<string> HashAsync(RegistryHost host) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>().Accounts.Where(a => a.Login == "holder.aksuu").Select(a => a.PasswordHash).SingleAsync()
        );

    [Fact]
    public async Task The_provider_signs_by_PSS()
    {
        var keys = (await _host.Browser().GetAsync("/.well-known/jwks").JsonAsync()).GetProperty("keys").EnumerateArray().ToList();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Equal("PS256", key.Text("alg")));
    }

    [Fact]
    [Clause("26")]
    public async Task The_first_password_is_used_once_and_changed_and_access_works_right_after_registration()
    {
        var (_, first) = await GrantAsync("first.use");
        Assert.Equal("change-password", (await TryAsync("first.use", first).JsonAsync()).Text("next"));
        const string own = "төрт ала каз көлдө";
        Assert.Equal("done", (await TryAsync("first.use", first, own).JsonAsync()).Text("next"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync("first.use", first)).StatusCode);
        var holder = await _host.SignedInAsync("first.use", own);
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/children/work-list")).StatusCode);
    }

    [Theory]
    [InlineData("кыска", "password.too-short")]
    [InlineData("аааааааааааааааааааа", "password.too-simple")]
    [InlineData("weak.choice weak.choice", "password.too-simple")]
    [InlineData("passwordpassword12345", "password.common")]
    public async Task Refuses_a_weak_password_at_its_field(string password, string code)
    {
        var (_, first) = await GrantAsync("weak.choice");
        var problem = await TryAsync("weak.choice", first, password).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(code, problem.CodeAt("newPassword"));
    }

    [Fact]
    public async Task The_same_password_in_another_unicode_form_is_the_same_password()
    {
        var (_, first) = await GrantAsync("unicode.form");
        var composed = "жайлоодогу кой ёлка".Normalize(NormalizationForm.FormC);
        await TryAsync("unicode.form", first, composed).JsonAsync();
        Assert.Equal("done", (await TryAsync("unicode.form", composed.Normalize(NormalizationForm.FormD)).JsonAsync()).Text("next"));
    }

    [Fact]
    public async Task An_unknown_login_and_a_wrong_password_look_the_same()
    {
        var unknown = await TryAsync("nobody.here", "wrong");
        var wrong = await TryAsync("ministry", "wrong");
        Assert.Equal(unknown.StatusCode, wrong.StatusCode);
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await wrong.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("2025-01-01", "2026-11-22", "sign-in.expired")]
    [InlineData("2026-11-24", "2027-01-01", "sign-in.notyetvalid")]
    public async Task Outside_its_term_an_access_does_not_open(string from, string until, string code)
    {
        var (_, password) = await GrantAsync("out.of.term", from: from, until: until);
        Assert.Equal(code, (await TryAsync("out.of.term", password).JsonAsync(HttpStatusCode.Forbidden)).Text("code"));
    }

    [Fact]
    public async Task A_session_ends_with_the_term_of_the_access()
    {
        var (_, first) = await GrantAsync("short.term", until: "2026-11-23");
        const string own = "бүгүн гана иштейм";
        await TryAsync("short.term", first, own).JsonAsync();
        var holder = await _host.SignedInAsync("short.term", own);
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/access/me")).StatusCode);
        _host.Clock.Advance(TimeSpan.FromHours(8)); // 18:00 in Bishkek becomes 00:00 of the next day after 14 hours
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/access/me")).StatusCode);
        _host.Clock.Advance(TimeSpan.FromHours(6));
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.GetAsync("/api/access/me")).StatusCode);
    }

    [Fact]
    public async Task The_browser_holds_a_session_cookie_that_scripts_cannot_read_and_no_token()
    {
        var browser = _host.Browser();
        await browser.PostAsync("/api/access/sign-in", new { login = "ministry", password = "kyzyl-alma-2026-demo" }).JsonAsync();
        var answer = await browser.GetAsync("/auth/begin?to=/done");
        while (answer.Headers.Location!.ToString() != "/done")
            answer = await browser.GetAsync(answer.Headers.Location);
        var cookies = answer
            .Headers.GetValues("Set-Cookie")
            .Where(c => c.StartsWith("registry.session=C", StringComparison.Ordinal))
            .ToList();
        Assert.Contains("httponly", Assert.Single(cookies), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookies[0], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_passes_the_provider_without_signing_in()
    {
        var browser = _host.Browser();
        var challenge = await browser.GetAsync("/auth/begin?to=/done");
        var authorize = await browser.GetAsync(challenge.Headers.Location);
        Assert.StartsWith("/sign-in?return=", authorize.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/access/me")).StatusCode);
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    public async Task Never_leads_to_another_host_after_the_sign_in(string to)
    {
        var browser = await _host.SignedInAsync("ministry");
        await browser.PostAsync("/api/access/sign-in", new { login = "ministry", password = "kyzyl-alma-2026-demo" }).JsonAsync();
        var answer = await browser.GetAsync("/auth/begin?to=" + Uri.EscapeDataString(to));
        for (var i = 0; i < 2; i++)
            answer = await browser.GetAsync(answer.Headers.Location);
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public void Codes_follow_the_test_vectors_of_RFC_6238()
    {
        var secret = Encoding.ASCII.GetBytes("12345678901234567890");
        Assert.Equal("287082", SecondFactor.CodeOf(secret, 59 / 30));
        Assert.Equal("081804", SecondFactor.CodeOf(secret, 1111111109 / 30));
        Assert.Equal("005924", SecondFactor.CodeOf(secret, 1234567890 / 30));
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", SecondFactor.ToBase32(secret));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
