using System.Net;
using System.Net.Http.Json;
using Registry.Basics.Access;
using Registry.Tests.Merging;
using Xunit.Abstractions;

namespace Registry.Tests.Host;

/// <summary>Every endpoint, every role, own and other territory, against an oracle written from the regulation's words [5–8, 25.1].</summary>
[Clause("5.admin", "5.holder", "6.central", "6.local", "7.central", "7.territorial", "8", "14.5", "25.1")]
public sealed class MatrixTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public async Task InitializeAsync() => await _host.SignedInAsync("admin");

    [Fact]
    public async Task Nobody_does_or_sees_what_the_regulation_does_not_let_them()
    {
        var browsers = new Dictionary<string, HttpClient>();
        foreach (var user in Oracle.Users)
            browsers[user] = await _host.SignedInAsync(user);
        var places = new List<Place>
        {
            await Place.OfAsync(_host, browsers["holder.aksuu"], browsers["admin"], Road.AkSuu),
            await Place.OfAsync(_host, browsers["holder.alamudun"], browsers["admin"], Road.Alamudun),
            await Place.OfAsync(_host, browsers["town.aksuu"], browsers["admin"], Road.Town),
            await Place.OfAsync(_host, browsers["aimak.aksuu"], browsers["admin"], Road.Village),
        };
        for (var i = 0; i < places.Count; i++)
        {
            var holder = new[] { "holder.aksuu", "holder.alamudun", "town.aksuu", "aimak.aksuu" }[i];
            places[i] = places[i] with { NoticeId = await _host.NoticeAsync(browsers[holder], places[i].ChildId) };
        }
        var cases = 0;
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints.Of(_host).Where(e => !IsOwnSession(e)))
        {
            if (!endpoint.Guard.Anonymous)
                await ExpectAsync(
                    _host.Browser(),
                    "nobody",
                    endpoint,
                    Guid.CreateVersion7(),
                    status => status == HttpStatusCode.Unauthorized
                );
            foreach (var (user, browser) in browsers)
            {
                var may = Oracle.MayCall(user, endpoint);
                if (!may)
                    // no cookie opens the API of other state systems: no user is signed in there
                    await ExpectAsync(
                        browser,
                        user,
                        endpoint,
                        places[0].IdFor(endpoint),
                        status =>
                            status
                            == (
                                endpoint.Route.StartsWith("api/v1/", StringComparison.Ordinal)
                                    ? HttpStatusCode.Unauthorized
                                    : HttpStatusCode.Forbidden
                            )
                    );
                else if (endpoint is { HasId: true, Guard.Reach: Reach.Territory })
                    foreach (var place in places)
                        if (Oracle.Sees(user, place.Territory, endpoint))
                            await ExpectAsync(
                                browser,
                                user,
                                endpoint,
                                place.IdFor(endpoint),
                                status =>
                                    status
                                        is HttpStatusCode.OK
                                            or HttpStatusCode.Created
                                            or HttpStatusCode.NoContent
                                            or HttpStatusCode.Conflict
                                            or HttpStatusCode.PreconditionFailed
                            );
                        else
                            await ExpectHiddenAsync(browser, user, endpoint, place.IdFor(endpoint));
                else
                    await ExpectAsync(
                        browser,
                        user,
                        endpoint,
                        places[0].IdFor(endpoint),
                        status => status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && (int)status < 500
                    );
            }
        }
        output.WriteLine($"{cases} cases, {wrong.Count} wrong");
        Assert.True(wrong.Count == 0, $"{cases} cases\n" + string.Join('\n', wrong));
        Assert.True(cases > 500, $"{cases} cases");

        async Task ExpectAsync(HttpClient browser, string user, EndpointUnderTest endpoint, Guid id, Func<HttpStatusCode, bool> holds)
        {
            cases++;
            var answer = await CallAsync(browser, endpoint, id, places);
            if (!holds(answer.StatusCode))
                wrong.Add($"{user}: {endpoint}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        async Task ExpectHiddenAsync(HttpClient browser, string user, EndpointUnderTest endpoint, Guid id)
        {
            cases++;
            var hidden = await CallAsync(browser, endpoint, id, places);
            var missing = await CallAsync(browser, endpoint, Guid.CreateVersion7(), places);
            // what lies elsewhere and what does not exist look the same
            if (
                hidden.StatusCode != HttpStatusCode.NotFound
                || await hidden.Content.ReadAsStringAsync() != await missing.Content.ReadAsStringAsync()
            )
                wrong.Add($"{user} sees {endpoint} elsewhere: {(int)hidden.StatusCode} {await hidden.Content.ReadAsStringAsync()}");
        }
    }

    // ending one's own session or signing out would end the test's browsers
    private static bool IsOwnSession(EndpointUnderTest endpoint) => endpoint.UseCase is "SignOut" or "SignIn";

    [Fact]
    public async Task Lists_show_only_what_lies_in_the_readers_territory()
    {
        var holders = new Dictionary<string, HttpClient>
        {
            [Road.AkSuu] = await _host.SignedInAsync("holder.aksuu"),
            [Road.Alamudun] = await _host.SignedInAsync("holder.alamudun"),
            [Road.Town] = await _host.SignedInAsync("town.aksuu"),
            [Road.Village] = await _host.SignedInAsync("aimak.aksuu"),
        };
        foreach (var (territory, holder) in holders)
            await holder.OpenCardAsync(Road.NewIdentity("Тизмекова"), Road.Signal(territory: territory));
        foreach (var user in Oracle.Users.Where(u => u is not ("admin" or "institution")))
        {
            var browser = await _host.SignedInAsync(user);
            foreach (
                var list in new[]
                {
                    "/api/children/work-list?size=100",
                    "/api/children/signals?size=100",
                    "/api/plans?size=100",
                    "/api/closings?size=100",
                }
            )
            foreach (var row in (await browser.GetAsync(list).JsonAsync()).GetProperty("items").EnumerateArray())
                Assert.True(Oracle.Sees(user, row.Text("territory")), $"{user}: {list}");
            var found = (await browser.PostAsync("/api/children/search", new { text = "Тизмекова" }).JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Select(c => c.Text("territory"))
                .ToList();
            Assert.Equal(holders.Keys.Where(t => Oracle.Sees(user, t)).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Nothing_is_open_to_nobody_but_the_sign_in_the_check_of_a_paper_and_published_materials() =>
        Assert.Equal(
            ((string[])["CheckPaper", "GetSignInWays", "SignIn", "SignInFromOutside", .. Oracle.PublicMaterials]).Order(
                StringComparer.Ordinal
            ),
            Endpoints.Of(_host).Where(e => e.Guard.Anonymous).Select(e => e.UseCase).Order(StringComparer.Ordinal)
        );

    private static Task<HttpResponseMessage> CallAsync(HttpClient browser, EndpointUnderTest endpoint, Guid id, List<Place> places)
    {
        var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), endpoint.Path(id));
        // a version that never existed: those with the right get 412 and change nothing
        request.Headers.TryAddWithoutValidation("If-Match", Guid.Empty.Etag());
        if (endpoint.Method is "POST" or "PUT")
            request.Content = JsonContent.Create(Bodies.Of(endpoint, places.Find(p => p.IdFor(endpoint) == id) ?? places[0]));
        return browser.SendAsync(request);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
