using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Tests.Host;

/// <summary>Costly calls have turns: a caller without one gets Retry-After, and no one else is slowed down.</summary>
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
            // as slow as it is
            ["Registry:SignIn:PasswordRounds"] = $"{AccessModule.PasswordRounds}",
        },
        With = services => services.Decorate<ICases>((cases, _) => GatedCases.Of(cases, Searches)),
    };
    private static readonly ManualResetEventSlim Searches = new(true);

    public async Task InitializeAsync() => await _host.SignedInAsync("admin");

    private Task<HttpResponseMessage> SearchAsync(HttpClient who) => who.PostAsJsonAsync("/api/children/search", new { text = "Сынова" });

    [Fact]
    public async Task Who_asks_more_at_once_than_one_person_may_is_told_to_wait_and_a_colleague_is_not()
    {
        var (greedy, colleague) = (await _host.SignedInAsync("holder.aksuu"), await _host.SignedInAsync("holder.alamudun"));
        Searches.Reset();
        var calls = Enumerable.Range(0, 3).Select(_ => SearchAsync(greedy)).ToList();
        // one has the turn, one waits for it
        var first = await Task.WhenAny(calls);
        var refused = await first;
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("busy.wait-for-yours", (await refused.Content.ReadFromJsonAsync<JsonElement>()).Text("code"));
        var theirs = SearchAsync(colleague);
        Assert.DoesNotContain(calls, c => c != first && c.IsCompleted);
        Searches.Set();
        foreach (var call in calls.Where(c => c != first).Append(theirs))
            Assert.Equal(HttpStatusCode.OK, (await call).StatusCode);
        // turns are given back
        Assert.Equal(HttpStatusCode.OK, (await SearchAsync(greedy)).StatusCode);
    }

    [Fact]
    public async Task Who_sends_slowly_holds_no_turn_of_others()
    {
        var (slow, colleague) = (_host.Browser(), _host.Browser());
        using var held = new HeldContent("""{"login":"nobody","password":"kyzyl-alma-2026"}""");
        var theirs = slow.PostAsync(new Uri("/api/access/sign-in", UriKind.Relative), held);
        await held.Begun;
        var mine = await colleague.PostAsJsonAsync("/api/access/sign-in", new { login = "nobody-2", password = "kyzyl-alma-2026" });
        Assert.Equal(HttpStatusCode.Unauthorized, mine.StatusCode);
        held.Finish();
        Assert.Equal(HttpStatusCode.Unauthorized, (await theirs).StatusCode);
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

    /// <summary>Whatever draws, counts, searches, reads a file or hashes takes turns.</summary>
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

    /// <summary>A body whose last byte is sent when the test says so.</summary>
    private sealed class HeldContent : HttpContent
    {
        private readonly byte[] _body;
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HeldContent(string json)
        {
            _body = System.Text.Encoding.UTF8.GetBytes(json);
            Headers.ContentType = new("application/json");
        }

        public Task Begun => _begun.Task;

        public void Finish() => _finish.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_body.AsMemory(0, _body.Length - 1));
            await stream.FlushAsync();
            _begun.SetResult();
            await _finish.Task;
            await stream.WriteAsync(_body.AsMemory(_body.Length - 1));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Length;
            return true;
        }
    }
}
