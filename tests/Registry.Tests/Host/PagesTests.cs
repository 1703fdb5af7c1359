using System.Net;
using System.Text.Json;
using Xunit.Abstractions;

namespace Registry.Tests.Host;

/// <summary>Every paged list shows each row once, in the same order as on one page, and then ends.</summary>
[Clause("14.2", "25.1")]
public sealed class PagesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string[] Users = ["holder.aksuu", "unit.aksuu", "ministry", "admin", "institution"];
    private readonly RegistryHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_list_in_pages_is_the_list()
    {
        var browsers = new Dictionary<string, HttpClient>();
        foreach (var user in Users)
            browsers[user] = await _host.SignedInAsync(user);
        var (holder, admin) = (browsers["holder.aksuu"], browsers["admin"]);
        var place = await Place.OfAsync(_host, holder, admin, Road.AkSuu);
        for (var i = 0; i < 3; i++)
            await MoreAsync(holder, await Place.OfAsync(_host, holder, admin, Road.AkSuu), place);
        await _host.SettleAsync();
        var (lists, wrong) = (new Dictionary<string, int>(), new List<string>());
        foreach (var endpoint in Endpoints.Of(_host).Where(e => e.Method == "GET"))
        foreach (var (user, browser) in browsers.Where(b => Oracle.MayCall(b.Key, endpoint)))
        {
            var path = endpoint.Path(place.IdFor(endpoint));
            var whole = await browser.GetAsync($"{path}?size=100");
            if (whole.StatusCode is not HttpStatusCode.OK || Page(await Task.FromResult(whole).JsonAsync()) is not { } all)
                continue;
            lists[endpoint.UseCase] = Math.Max(lists.GetValueOrDefault(endpoint.UseCase), all.Rows.Count);
            // reading a list is journalled: the journal itself grows while it is read
            if (endpoint.Route.Contains("journal", StringComparison.Ordinal))
                continue;
            var size = all.Rows.Count > 30 ? 40 : 2;
            var pages = await WalkAsync(browser, path, size, all.Rows.Count);
            if (!pages.SelectMany(p => p).Take(all.Rows.Count).SequenceEqual(all.Rows))
                wrong.Add($"{user} {endpoint}: {all.Rows.Count} rows, in pages {string.Join('+', pages.Select(p => p.Count))}");
            if (pages.SkipLast(1).Any(p => p.Count != size) || (all.Next is null && pages.Sum(p => p.Count) != all.Rows.Count))
                wrong.Add($"{user} {endpoint}: pages of {string.Join('+', pages.Select(p => p.Count))} instead of {size} rows each");
        }
        output.WriteLine(string.Join(", ", lists.Select(l => $"{l.Key} {l.Value}")));
        Assert.Equal([], wrong);
        Assert.True(lists.Count >= 25, $"{lists.Count} lists");
        string[] several = ["ListChanges", "ListVoids", "ListClosings", "ListPlans", "ListNoAssessments", "ListTransfers", "ListSignals"];
        Assert.All(several, list => Assert.True(lists[list] > 2, list));
    }

    /// <summary>More rows of what a child, or a user, has one of.</summary>
    private static async Task MoreAsync(HttpClient holder, Place other, Place place)
    {
        var kinds = new[] { "relatives", "documents", "disability" };
        foreach (var kind in kinds)
        {
            var learned = new
            {
                kind,
                learnedOn = "2026-11-23",
                happenedOn = "2026-11-23",
                what = "x",
            };
            // only one change of a kind can be pending
            await holder.PostAsync($"/api/children/cards/{place.ChildId}/changes", learned);
        }
        var to = (await holder.GetAsync($"/api/children/transfers/receivers?territory={Road.Alamudun}").JsonAsync())
            .GetProperty("items")[0]
            .Id();
        await holder
            .PostAsync(
                $"/api/children/cards/{other.ChildId}/transfers",
                new
                {
                    to,
                    territory = Road.Alamudun,
                    reason = "x",
                }
            )
            .JsonAsync(HttpStatusCode.Created);
    }

    private static async Task<List<List<string>>> WalkAsync(HttpClient browser, string path, int size, int rows)
    {
        var (pages, next) = (new List<List<string>>(), (string?)null);
        do
        {
            var page = Page(await browser.GetAsync($"{path}?size={size}{(next is null ? "" : $"&cursor={next}")}").JsonAsync())!.Value;
            pages.Add(page.Rows);
            next = page.Next;
        } while (next is not null && pages.Sum(p => p.Count) < rows);
        return pages;
    }

    /// <summary>The rows of a page, wherever they are in the answer; null if there are none.</summary>
    private static (List<string> Rows, string? Next)? Page(JsonElement answer)
    {
        if (answer.ValueKind is not JsonValueKind.Object)
            return null;
        if (answer.TryGetProperty("next", out var next) && answer.TryGetProperty("items", out var items))
            return ([.. items.EnumerateArray().Select(i => i.GetRawText())], next.GetString());
        return answer.EnumerateObject().Select(p => Page(p.Value)).FirstOrDefault(p => p is not null);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
