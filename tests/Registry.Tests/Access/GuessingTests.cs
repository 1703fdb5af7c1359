using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Secrets cannot be guessed, and no one can be locked out by others' attempts.</summary>
[Clause("14.3", "15.2")]
public sealed class GuessingTests : IAsyncLifetime
{
    private const string Right = "kyzyl-alma-2026-demo";
    private readonly RegistryHost _host = NewHost();

    private static RegistryHost NewHost(string second = "false") =>
        new()
        {
            With = services => services.AddSingleton<IStartupFilter, TestAddresses>(),
            More = new()
            {
                ["Registry:SignIn:SecondFactor"] = second,
                ["Registry:Limits:Password:EachWaiting"] = "1000",
                ["Registry:Limits:Password:AllWaiting"] = "1000",
            },
        };

    public Task InitializeAsync() => Task.CompletedTask;

    private Task<HttpResponseMessage> TryAsync(string login, string password, string from, HttpClient? browser = null, string? code = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/access/sign-in")
        {
            Content = System.Net.Http.Json.JsonContent.Create(
                new
                {
                    login,
                    password,
                    code,
                }
            ),
        };
        request.Headers.Add(TestAddresses.Header, from);
        return (browser ?? _host.Browser()).SendAsync(request);
    }

    private static Task RefusedToWaitAsync(Task<HttpResponseMessage> call) =>
        call.RefusedAsync(HttpStatusCode.TooManyRequests, "guess.wait");

    [Fact]
    public async Task Of_150_wrong_passwords_at_once_five_are_looked_at()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 150).Select(i => TryAsync("ministry", $"wrong {i}", "10.0.0.1")));
        Assert.Equal(5, answers.Count(a => a.StatusCode is HttpStatusCode.Unauthorized));
        var waiting = answers.Where(a => a.StatusCode is HttpStatusCode.TooManyRequests).ToList();
        Assert.Equal(145, waiting.Count);
        Assert.All(waiting, a => Assert.InRange(a.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 5));
    }

    [Fact]
    public async Task Two_hosts_on_one_database_count_together()
    {
        await using var other = RegistryHost.On(_host.Folder, with: s => s.AddSingleton<IStartupFilter, TestAddresses>());
        var browsers = new[] { _host.Browser(), other.Browser() };
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => TryAsync("ministry", "wrong", "10.0.0.1", browsers[i % 2])));
        Assert.Equal(5, answers.Count(a => a.StatusCode is HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task Each_further_mistake_costs_twice_as_long_and_a_right_password_ends_it()
    {
        for (var i = 0; i < 5; i++)
            await TryAsync("ministry", "wrong", "10.0.0.1").RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong");
        foreach (var seconds in new[] { 5, 10, 20, 40 })
        {
            // the right one waits too, and waiting is not counted
            _host.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
            await RefusedToWaitAsync(TryAsync("ministry", Right, "10.0.0.1"));
            _host.Clock.Advance(TimeSpan.FromSeconds(1));
            await TryAsync("ministry", "wrong", "10.0.0.1").RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong");
        }
        _host.Clock.Advance(TimeSpan.FromSeconds(80));
        await TryAsync("ministry", Right, "10.0.0.1").JsonAsync();
        await TryAsync("ministry", "wrong", "10.0.0.1").RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong");
        await TryAsync("ministry", Right, "10.0.0.1").JsonAsync();
    }

    [Fact]
    public async Task Nobody_is_locked_out_by_others_who_guess_at_their_account()
    {
        var known = _host.Browser();
        await TryAsync("ministry", Right, "10.0.0.9", known).JsonAsync();
        await Task.WhenAll(Enumerable.Range(0, 90).Select(i => TryAsync("ministry", "wrong", $"10.0.1.{i}")));
        // a browser the person has signed in from before is admitted immediately, from any address
        await TryAsync("ministry", Right, "10.0.1.1", known).JsonAsync();
        // elsewhere within ten seconds
        await RefusedToWaitAsync(TryAsync("ministry", Right, "10.0.0.8"));
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await TryAsync("ministry", Right, "10.0.0.8").JsonAsync();
    }

    [Fact]
    public async Task A_browser_that_is_known_for_one_account_is_a_stranger_to_another()
    {
        var known = _host.Browser();
        await TryAsync("central", Right, "10.0.0.9", known).JsonAsync();
        for (var i = 0; i < 5; i++)
            await TryAsync("ministry", "wrong", "10.0.0.9", known).RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong");
        await RefusedToWaitAsync(TryAsync("ministry", Right, "10.0.0.9"));
    }

    [Fact]
    public async Task A_ministry_behind_one_address_is_not_shut_out_by_48_mistakes_or_by_hundreds()
    {
        var colleague = _host.Browser();
        await TryAsync("central", Right, "10.0.0.1", colleague).JsonAsync();
        for (var i = 0; i < 48; i++)
            await TryAsync($"guess{i}", "wrong", "10.0.0.1").RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong");
        await TryAsync("ministry", Right, "10.0.0.1").JsonAsync();
        var more = await Task.WhenAll(Enumerable.Range(48, 100).Select(i => TryAsync($"guess{i}", "wrong", "10.0.0.1")));
        Assert.Contains(more, a => a.StatusCode is HttpStatusCode.TooManyRequests);
        await TryAsync("central", Right, "10.0.0.1", colleague).JsonAsync();
        await TryAsync("police.aksuu", Right, "10.0.0.2").JsonAsync();
        _host.Clock.Advance(TimeSpan.FromSeconds(10));
        await TryAsync("police.aksuu", Right, "10.0.0.1").JsonAsync();
    }

    [Fact]
    public async Task Another_address_of_the_same_household_is_the_same()
    {
        for (var i = 0; i < 5; i++)
            await TryAsync("ministry", "wrong", $"2001:db8:1:2::{i}").RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong");
        await RefusedToWaitAsync(TryAsync("ministry", Right, "2001:db8:1:2:ffff::77"));
        await TryAsync("ministry", Right, "2001:db8:1:3::1").JsonAsync();
    }

    [Fact]
    public async Task An_unknown_login_waits_as_a_known_one_does()
    {
        async Task<List<string>> AnswersAsync(string login)
        {
            var said = new List<string>();
            for (var i = 0; i < 7; i++)
            {
                var answer = await TryAsync(login, "wrong", "10.0.0.1");
                said.Add($"{(int)answer.StatusCode} {answer.Headers.RetryAfter} {await answer.Content.ReadAsStringAsync()}");
            }
            return said;
        }
        Assert.Equal(await AnswersAsync("nobody.here"), await AnswersAsync("ministry"));
    }

    [Fact]
    public async Task One_code_signs_in_once_however_many_try_at_once()
    {
        await using var host = NewHost(second: "true");
        var asked = await TryAsync("ministry", Right, "10.0.0.1", host.Browser()).JsonAsync();
        var secret = asked.GetProperty("enrolment").Text("secret");
        await TryAsync("ministry", Right, "10.0.0.1", host.Browser(), SecondFactorsOfUsers.CodeNow(secret, host.Clock)).JsonAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = SecondFactorsOfUsers.CodeNow(secret, host.Clock);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(i => TryAsync("ministry", Right, $"10.0.0.{i}", host.Browser(), code))
        );
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.OK);
    }

    [Fact]
    public async Task Codes_of_somebody_whose_password_is_known_are_guessed_ten_times_from_everywhere_together()
    {
        await using var host = NewHost(second: "true");
        await TryAsync("ministry", Right, "10.0.0.1", host.Browser()).JsonAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(i => TryAsync("ministry", Right, $"10.0.2.{i}", host.Browser(), $"{i:D6}"))
        );
        Assert.Equal(10, answers.Count(a => a.StatusCode is HttpStatusCode.Unauthorized));
        Assert.Equal(50, answers.Count(a => a.StatusCode is HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task The_old_password_is_guessed_five_times_at_once_in_an_open_session()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var wrong = new { password = "wrong", newPassword = "төрт ала каз көлдө" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => holder.PostAsync("/api/access/me/password", wrong)));
        Assert.Equal(5, answers.Count(a => a.StatusCode is HttpStatusCode.BadRequest));
        var next = new { password = Right, newPassword = "төрт ала каз көлдө" };
        await RefusedToWaitAsync(holder.PostAsync("/api/access/me/password", next));
        // the same person's sign-in is unaffected
        await _host.SignedInAsync("holder.aksuu");
        _host.Clock.Advance(TimeSpan.FromSeconds(5));
        await holder.PostAsync("/api/access/me/password", next).NothingAsync();
    }

    [Fact]
    [Clause("24")]
    public async Task Codes_of_a_paper_are_guessed_five_times_at_once()
    {
        var browser = _host.Browser();
        Task<HttpResponseMessage> CheckAsync(string code) =>
            browser.GetAsync($"/api/reporting/papers/check?number=P-20261123-000000000000&code={code}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => CheckAsync($"{i:D16}")));
        Assert.Equal(5, answers.Count(a => a.StatusCode is HttpStatusCode.OK));
        await RefusedToWaitAsync(CheckAsync("0000000000000000"));
    }

    [Fact]
    public async Task Counts_survive_a_restart_and_are_forgotten_within_an_hour()
    {
        for (var i = 0; i < 6; i++)
            await TryAsync("ministry", "wrong", "10.0.0.1");
        await using var again = RegistryHost.On(_host.Folder, with: s => s.AddSingleton<IStartupFilter, TestAddresses>());
        await RefusedToWaitAsync(TryAsync("ministry", Right, "10.0.0.1", again.Browser()));
        _host.Clock.Advance(TimeSpan.FromMinutes(61));
        for (var i = 0; i < 4; i++)
            await TryAsync("ministry", "wrong", "10.0.0.1").RefusedAsync(HttpStatusCode.Unauthorized, "sign-in.wrong");
        await TryAsync("ministry", Right, "10.0.0.1").JsonAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
