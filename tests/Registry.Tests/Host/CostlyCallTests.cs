using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Registry.Kernel.Web;

namespace Registry.Tests.Host;

/// <summary>Costly calls have turns: who has none is told when to come back, and nobody else is slowed down.</summary>
[Clause("14.3", "15.2")]
public sealed class CostlyCallTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new()
    {
        More = new()
        {
            ["Registry:Limits:Search:Each"] = "1",
            ["Registry:Limits:Search:EachWaiting"] = "1",
            ["Registry:Limits:Password:Each"] = "40",
            ["Registry:Limits:Password:EachWaiting"] = "40",
            ["Registry:Limits:Password:All"] = "1",
            ["Registry:Limits:Password:AllWaiting"] = "2",
        },
    };

    public async Task InitializeAsync() => await _host.SignedInAsync("admin");

    [Fact]
    public async Task Who_asks_more_at_once_than_one_person_may_is_told_to_wait_and_a_colleague_is_not()
    {
        var (greedy, colleague) = (await _host.SignedInAsync("holder.aksuu"), await _host.SignedInAsync("holder.alamudun"));
        var calls = Enumerable.Range(0, 30).Select(_ => greedy.PostAsJsonAsync("/api/children/search", new { text = "Сынова" })).ToList();
        var theirs = colleague.PostAsJsonAsync("/api/children/search", new { text = "Сынова" });
        var answers = await Task.WhenAll(calls);
        var refused = answers.Where(a => a.StatusCode is HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.Contains(answers, a => a.StatusCode is HttpStatusCode.OK);
        Assert.Equal(answers.Length, refused.Count + answers.Count(a => a.StatusCode is HttpStatusCode.OK));
        foreach (var answer in refused)
        {
            Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
            Assert.Equal("busy.wait-for-yours", (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("code"));
        }
        Assert.Equal(HttpStatusCode.OK, (await theirs).StatusCode);
        // turns are given back
        Assert.Equal(HttpStatusCode.OK, (await greedy.PostAsJsonAsync("/api/children/search", new { text = "Сынова" })).StatusCode);
    }

    [Fact]
    public async Task Many_sign_ins_at_once_are_answered_503_never_dropped()
    {
        var browser = _host.Browser();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(i => browser.PostAsJsonAsync("/api/access/sign-in", new { login = $"nobody-{i}", password = "kyzyl-alma-2026" }))
        );
        Assert.All(answers, a => Assert.Contains(a.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.ServiceUnavailable }));
        var busy = answers.Where(a => a.StatusCode is HttpStatusCode.ServiceUnavailable).ToList();
        Assert.NotEmpty(busy);
        foreach (var answer in busy)
        {
            Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
            Assert.Equal("busy.later", (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("code"));
        }
    }

    /// <summary>Whatever draws, counts, searches, reads a file or hashes has its turns.</summary>
    [Fact]
    public void Every_costly_endpoint_says_what_it_costs()
    {
        var endpoints = _host.Service<EndpointDataSource>().Endpoints;
        var costly = endpoints
            .Where(e => e.Metadata.GetMetadata<CostOf>() is not null)
            .Select(e => e.Metadata.GetMetadata<UseCase>()!.Name);
        var wrong = endpoints
            .Select(e => e.Metadata.GetMetadata<UseCase>()?.Name)
            .OfType<string>()
            .Where(name =>
                name.StartsWith("Export", StringComparison.Ordinal)
                || name.StartsWith("Print", StringComparison.Ordinal)
                || name.StartsWith("Freeze", StringComparison.Ordinal)
                || name.StartsWith("Search", StringComparison.Ordinal)
                || endpoints
                    .Where(e => e.Metadata.GetMetadata<UseCase>()?.Name == name)
                    .Any(e => e.Metadata.GetMetadata<LargestBody>() is not null && name is not ("CreateMaterial" or "SaveMaterialDraft"))
            )
            .Except(costly);
        Assert.Equal([], wrong);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
