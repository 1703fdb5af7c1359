using System.Net;
using System.Text.Json;
using Registry.Access.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>A passkey as a second factor: the device signs a challenge of the Base, once.</summary>
[Clause("14.3", "14.5")]
public sealed class PasskeyTests : IAsyncLifetime
{
    private const string Password = "kyzyl-alma-2026-demo";
    private readonly RegistryHost _host = new() { More = new() { ["Registry:SignIn:SecondFactor"] = "true" } };
    private readonly PasskeyDevice _device = new();

    public Task InitializeAsync() => Task.CompletedTask;

    private Task<HttpResponseMessage> TryAsync(object? passkey = null, HttpClient? browser = null, string? code = null) =>
        (browser ?? _host.Browser()).PostAsync(
            "/api/access/sign-in",
            new
            {
                login = "holder.aksuu",
                password = Password,
                passkey,
                code,
            }
        );

    private static object Answer(JsonElement asked, Func<string, string> device) =>
        new { id = asked.Id(), credential = device(asked.Text("options")) };

    private async Task<JsonElement> AskedAsync() => (await TryAsync().JsonAsync()).GetProperty("passkey");

    private async Task<JsonElement> EnrolAsync() => await TryAsync(Answer(await AskedAsync(), _device.Create)).JsonAsync();

    [Fact]
    public async Task Is_enrolled_at_the_first_sign_in_instead_of_an_app_and_asked_ever_after()
    {
        var offered = await TryAsync().JsonAsync();
        var shown = offered.GetProperty("enrolment").Text("secret");
        var done = await TryAsync(Answer(offered.GetProperty("passkey"), _device.Create)).JsonAsync();
        Assert.Equal("done", done.Text("next"));
        Assert.Equal(10, done.GetProperty("recoveryCodes").GetArrayLength());
        var next = await TryAsync().JsonAsync();
        Assert.Equal("enter-code", next.Text("next"));
        // the secret that was shown beside it opens nothing
        await TryAsync(code: SecondFactorsOfUsers.CodeNow(shown, _host.Clock))
            .RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong-code");
        var browser = _host.Browser();
        Assert.Equal("done", (await TryAsync(Answer(next.GetProperty("passkey"), _device.Sign), browser).JsonAsync()).Text("next"));
        await RegistryHost.FinishSignInAsync(browser);
        var mine = (await browser.GetAsync("/api/access/me").JsonAsync()).GetProperty("secondFactor");
        Assert.NotEqual(JsonValueKind.Null, Assert.Single(mine.GetProperty("passkeys").EnumerateArray()).GetProperty("usedAt").ValueKind);
    }

    [Fact]
    public async Task An_answer_counts_once_and_five_minutes_long()
    {
        await EnrolAsync();
        var answer = Answer(await AskedAsync(), _device.Sign);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TryAsync(answer)));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.OK);
        var late = Answer(await AskedAsync(), _device.Sign);
        _host.Clock.Advance(TimeSpan.FromMinutes(6));
        await TryAsync(late).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong-code");
    }

    [Fact]
    public async Task Refuses_another_device_another_site_and_a_copied_one()
    {
        _device.Count = 7;
        await EnrolAsync();
        using var other = new PasskeyDevice();
        await TryAsync(Answer(await AskedAsync(), other.Sign)).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong-code");
        using var elsewhere = new PasskeyDevice("https://registry.example.net");
        await TryAsync(Answer(await AskedAsync(), elsewhere.Sign)).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong-code");
        // the device's counter is ahead of its clone's
        await TryAsync(Answer(await AskedAsync(), _device.Sign)).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong-code");
        _device.Count = 8;
        await TryAsync(Answer(await AskedAsync(), _device.Sign)).JsonAsync();
    }

    /// <summary>However deeply an answer is nested, the host survives it.</summary>
    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("nested")]
    [InlineData("cbor")]
    public async Task Refuses_rubbish_in_place_of_an_answer(string kind)
    {
        var asked = await AskedAsync();
        var credential = kind switch
        {
            "nested" => string.Concat(Enumerable.Repeat("[", 10_000)),
            "cbor" => JsonSerializer.Serialize(
                new
                {
                    id = "AAAA",
                    rawId = "AAAA",
                    type = "public-key",
                    clientExtensionResults = new { },
                    response = new { clientDataJSON = "e30", attestationObject = new string('g', 8_000) },
                }
            ),
            _ => kind,
        };
        await TryAsync(new { id = asked.Id(), credential }).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong-code");
    }

    [Fact]
    public async Task A_further_device_is_added_with_the_password_and_removed_and_the_last_key_stays()
    {
        var browser = _host.Browser();
        await TryAsync(Answer((await TryAsync(browser: browser).JsonAsync()).GetProperty("passkey"), _device.Create), browser).JsonAsync();
        await RegistryHost.FinishSignInAsync(browser);
        using var second = new PasskeyDevice();
        async Task<Task<HttpResponseMessage>> AddAsync(string password)
        {
            var question = await browser.PostAsync("/api/access/me/passkeys/question").JsonAsync();
            return browser.PostAsync("/api/access/me/passkeys", new { password, passkey = Answer(question, second.Create) });
        }
        await (await AddAsync("wrong")).RefusedAsync(HttpStatusCode.BadRequest, "password.wrong");
        await browser
            .PostAsync(
                "/api/access/me/passkeys",
                new { password = Password, passkey = new { id = Registry.Basics.Ids.New(), credential = "{}" } }
            )
            .RefusedAsync(HttpStatusCode.BadRequest, "passkey.not-accepted");
        await (await AddAsync(Password)).NothingAsync();
        await TryAsync(Answer(await AskedAsync(), second.Sign)).JsonAsync();
        var keys = (await browser.GetAsync("/api/access/me").JsonAsync()).GetProperty("secondFactor").GetProperty("passkeys");
        Assert.Equal(2, keys.GetArrayLength());
        await browser.DeleteAsync($"/api/access/me/passkeys/{keys[1].Id()}").NothingAsync();
        await browser.DeleteAsync($"/api/access/me/passkeys/{keys[1].Id()}").RefusedAsync(HttpStatusCode.NotFound, "not-found");
        await browser.DeleteAsync($"/api/access/me/passkeys/{keys[0].Id()}").RefusedAsync(HttpStatusCode.Conflict, "passkey.last");
        await TryAsync(Answer(await AskedAsync(), second.Sign)).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong-code");
    }

    [Fact]
    public async Task A_forgotten_second_factor_is_enrolled_anew_and_the_old_keys_open_nothing()
    {
        await EnrolAsync();
        await ForgetAsync();
        var offered = await TryAsync().JsonAsync();
        Assert.Equal("enrol-second-factor", offered.Text("next"));
        using var next = new PasskeyDevice();
        await TryAsync(Answer(offered.GetProperty("passkey"), next.Create)).JsonAsync();
        await TryAsync(Answer(await AskedAsync(), _device.Sign)).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong-code");
        await TryAsync(Answer(await AskedAsync(), next.Sign)).JsonAsync();
    }

    /// <summary>The account as after a reset; who may request and confirm one is tested elsewhere.</summary>
    private Task<int> ForgetAsync() =>
        _host.InScopeAsync(async s =>
        {
            var db =
                Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Registry.Access.Model.AccessDbContext>(
                    s
                );
            var account = db.Accounts.Single(a => a.Login == "holder.aksuu");
            account.ForgetSecret();
            return await db.SaveChangesAsync();
        });

    public async Task DisposeAsync()
    {
        _device.Dispose();
        await _host.DisposeAsync();
    }
}
