using System.Net;
using Registry.Access.Authentication;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Changing what opens the account requires a fresh sign-in, and the other sessions end (ASVS 7.4.3, 7.5.1, 7.5.2).</summary>
[Clause("14.3", "15.2")]
public sealed class FreshSignInTests : IAsyncLifetime
{
    private const string Password = "kyzyl-alma-2026-demo";
    private readonly RegistryHost _host = new() { More = new() { ["Registry:SignIn:SecondFactor"] = "true" } };

    public Task InitializeAsync() => Task.CompletedTask;

    private static Task<HttpResponseMessage> RenewAsync(HttpClient browser) =>
        browser.PostAsync("/api/access/me/recovery-codes", new { password = Password });

    private static async Task<Guid> OtherAsync(HttpClient browser) =>
        (await browser.GetAsync("/api/access/me/sessions?openOnly=true").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .First(s => !s.GetProperty("isThisOne").GetBoolean())
            .Id();

    [Fact]
    public async Task A_session_that_began_earlier_changes_nothing_that_opens_the_account()
    {
        var browser = await _host.SignedInAsync("holder.aksuu");
        var other = await _host.SignedInAsync("holder.aksuu");
        var session = await OtherAsync(browser);
        _host.Clock.Advance(FreshSignIn.Lasts + TimeSpan.FromMinutes(1));
        Task<HttpResponseMessage>[] acts =
        [
            RenewAsync(browser),
            browser.PostAsync("/api/access/me/password", new { password = Password, newPassword = "төрт ала каз көлдө" }),
            browser.PostAsync(
                "/api/access/me/passkeys",
                new { password = Password, passkey = new { id = Registry.Basics.Ids.New(), credential = "{}" } }
            ),
            browser.PostAsync($"/api/access/sessions/{session}/end"),
        ];
        foreach (var act in acts)
            await act.RefusedAsync(HttpStatusCode.Forbidden, "sign-in.again");
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/access/me")).StatusCode);
        // one's own session can be ended at any time
        await browser.PostAsync("/api/access/sign-out").JsonAsync();
        await _host.SignedInAsync("holder.aksuu");
    }

    [Fact]
    public async Task Just_signed_in_one_changes_it_and_every_other_session_ends()
    {
        var other = await _host.SignedInAsync("holder.aksuu");
        var browser = await _host.SignedInAsync("holder.aksuu");
        _host.Clock.Advance(FreshSignIn.Lasts - TimeSpan.FromMinutes(1));
        await RenewAsync(browser).JsonAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("/api/access/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/access/me")).StatusCode);
    }

    [Fact]
    public async Task A_device_is_removed_by_a_fresh_sign_in_only()
    {
        using var device = new PasskeyDevice();
        using var second = new PasskeyDevice();
        var browser = await _host.SignedInAsync("holder.aksuu");
        foreach (var one in new[] { device, second })
        {
            var question = await browser.PostAsync("/api/access/me/passkeys/question").JsonAsync();
            var passkey = new { id = question.Id(), credential = one.Create(question.Text("options")) };
            await browser.PostAsync("/api/access/me/passkeys", new { password = Password, passkey }).NothingAsync();
        }
        var keys = (await browser.GetAsync("/api/access/me").JsonAsync()).GetProperty("secondFactor").GetProperty("passkeys");
        _host.Clock.Advance(FreshSignIn.Lasts + TimeSpan.FromMinutes(1));
        await browser.DeleteAsync($"/api/access/me/passkeys/{keys[0].Id()}").RefusedAsync(HttpStatusCode.Forbidden, "sign-in.again");
        var again = await _host.SignedInAsync("holder.aksuu");
        await again.DeleteAsync($"/api/access/me/passkeys/{keys[0].Id()}").NothingAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/access/me")).StatusCode);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
