using System.Net;
using System.Net.Http.Json;
using Registry.Kernel.Access;
using Xunit.Abstractions;

namespace Registry.Tests.Host;

/// <summary>Every endpoint, every role, own and other territory, against an oracle written from the regulation's words [5–8, 25.1].</summary>
[Clause("5.admin", "5.holder", "6.central", "6.local", "7.central", "7.territorial", "8", "14.5", "25.1")]
public sealed class MatrixTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    private static readonly string[] Users =
    [
        "admin",
        "ministry",
        "central",
        "unit.aksuu",
        "police.aksuu",
        "holder.aksuu",
        "holder.alamudun",
        "institution",
    ];

    /// <summary>Written apart from the program's table: what the regulation lets a user do with an endpoint.</summary>
    private static bool MayCall(string user, EndpointUnderTest endpoint)
    {
        var reads = endpoint.Method == "GET" || endpoint.UseCase is "SearchChildren";
        var parts = endpoint.Route.Split('/');
        var (module, area) = (parts[1], parts.ElementAtOrDefault(2) ?? "");
        if (endpoint.UseCase is "SignIn")
            return true;
        if (
            area is "me" or "sign-out" or "sessions" or "notices"
            || (area is "territories" or "calendar" or "dictionaries" && endpoint.Method == "GET")
        )
            return true;
        if (area is "territories" or "calendar" or "dictionaries" or "further-fields")
            return user is "admin"; // [5.admin]
        if (module is "children")
            return user switch
            {
                "admin" or "institution" => false,
                "holder.aksuu" or "holder.alamudun" => true, // [5.holder, 8]
                _ => reads && area is not ("drafts" or "transfers"), // [7.central, 7.territorial]: without editing
            };
        if (module is "assessments" or "plans" or "closings")
            return endpoint.UseCase switch
            {
                "DecidePlan" or "DecideClosing" => user is "unit.aksuu" || (endpoint.UseCase is "DecideClosing" && user is "ministry"), // [20.9, 5.authorised]
                "ListMyMeasures" or "ReportMeasure" => user is "police.aksuu" or "holder.aksuu" or "holder.alamudun" or "institution", // [16]
                "ListResponsibles" => user is "holder.aksuu" or "holder.alamudun",
                _ when reads => user is not ("admin" or "institution"),
                _ => user is "holder.aksuu" or "holder.alamudun", // [5.holder]: nobody else edits
            };
        return area switch
        {
            "accounts" => user is "admin" or "ministry", // [5.admin, 8, 15.1]
            "rights" => user is "admin" or "ministry",
            "jobs" => user is "admin",
            "bodies" or "specialists" when endpoint.UseCase is "GetSpecialist" => user is "admin",
            "bodies" or "specialists" => reads ? user is "admin" or "ministry" or "central" or "unit.aksuu" : user is "admin",
            _ => throw new InvalidOperationException($"The oracle does not know {endpoint}."),
        };
    }

    private static bool Sees(string user, string territory) =>
        user switch
        {
            "ministry" or "central" => true,
            "unit.aksuu" or "police.aksuu" or "holder.aksuu" => territory == Road.AkSuu,
            "holder.alamudun" => territory == Road.Alamudun,
            _ => false,
        };

    public async Task InitializeAsync() => await _host.SignedInAsync("admin");

    [Fact]
    public async Task Nobody_does_or_sees_what_the_regulation_does_not_let_them()
    {
        var browsers = new Dictionary<string, HttpClient>();
        foreach (var user in Users)
            browsers[user] = await _host.SignedInAsync(user);
        var places = new List<Place>
        {
            await PlaceAsync(browsers["holder.aksuu"], Road.AkSuu),
            await PlaceAsync(browsers["holder.alamudun"], Road.Alamudun),
        };
        var cases = 0;
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints.Of(_host).Where(e => !IsOwnSession(e)))
        {
            await ExpectAsync(_host.Browser(), "nobody", endpoint, Guid.CreateVersion7(), status => status == HttpStatusCode.Unauthorized);
            foreach (var (user, browser) in browsers)
            {
                var may = MayCall(user, endpoint);
                if (!may)
                    await ExpectAsync(browser, user, endpoint, places[0].IdFor(endpoint), status => status == HttpStatusCode.Forbidden);
                else if (endpoint is { HasId: true, Guard.Reach: Reach.Territory })
                    foreach (var place in places)
                        if (Sees(user, place.Territory))
                            await ExpectAsync(
                                browser,
                                user,
                                endpoint,
                                place.IdFor(endpoint),
                                status =>
                                    status
                                        is HttpStatusCode.OK
                                            or HttpStatusCode.Created
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
        };
        foreach (var (territory, holder) in holders)
            await holder.OpenCardAsync(Road.NewIdentity("Тизмекова"), Road.Signal(territory: territory));
        foreach (var user in Users.Where(u => u is not ("admin" or "institution")))
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
                Assert.True(Sees(user, row.Text("territory")), $"{user}: {list}");
            var found = (await browser.PostAsync("/api/children/search", new { text = "Тизмекова" }).JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Select(c => c.Text("territory"))
                .ToList();
            Assert.Equal(holders.Keys.Where(t => Sees(user, t)).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Nothing_is_open_to_nobody_but_the_sign_in() =>
        Assert.Equal(["SignIn"], Endpoints.Of(_host).Where(e => e.Guard.Anonymous).Select(e => e.UseCase));

    private static Task<HttpResponseMessage> CallAsync(HttpClient browser, EndpointUnderTest endpoint, Guid id, List<Place> places)
    {
        var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), endpoint.Path(id));
        // a version that nobody ever saw: who may change gets 412 and changes nothing
        request.Headers.TryAddWithoutValidation("If-Match", Guid.Empty.Etag());
        if (endpoint.Method is "POST" or "PUT")
            request.Content = JsonContent.Create(BodyOf(endpoint, places));
        return browser.SendAsync(request);
    }

    private static object BodyOf(EndpointUnderTest endpoint, List<Place> places) =>
        endpoint.UseCase switch
        {
            "OpenCard" => new { identity = Road.NewIdentity() },
            "LinkSignal" => new { childId = places[0].ChildId },
            "CloseUnfounded" => new { reason = "not-confirmed", note = "x" },
            "SaveAnswers" => new { answers = new { } },
            "CompleteAssessment" => new
            {
                conclusion = "at-risk",
                causes = new[] { "poverty" },
                summary = "x",
            },
            "AddMeasure" => new
            {
                need = "safety",
                text = "x",
                body = "social",
                priority = 1,
                workingDays = 5,
            },
            "ChangeMeasure" => new { body = "social", workingDays = 5 },
            "RecordFamily" => new { family = "agrees", needReasons = new { } },
            "DecidePlan" => new { approve = true },
            "PlanVisit" => new { on = "2026-12-01" },
            "RecordVisit" => new
            {
                on = "2026-11-23",
                place = "x",
                seen = "x",
                findings = new { safety = "x" },
                nextStep = "x",
            },
            "RequestClosing" => new
            {
                ending = "stopped",
                happenedOn = "2026-11-23",
                reason = "x",
            },
            "DecideClosing" => new { consent = true, remarks = "x" },
            "ReportChange" => new
            {
                kind = "status",
                learnedOn = "2026-11-23",
                happenedOn = "2026-11-23",
                what = "x",
            },
            "WithdrawChange" => new { reason = "x" },
            "OfferTransfer" => new
            {
                to = Guid.CreateVersion7(),
                territory = Road.AkSuu,
                reason = "x",
            },
            "DecideTransfer" => new { accept = true },
            "ChooseNotices" => new
            {
                kind = "reminder",
                inBase = true,
                byMail = true,
            },
            "ReopenCase" => new { reason = "x" },
            var save
                when save.StartsWith("Save", StringComparison.Ordinal) && endpoint.Route.Contains("/cards/", StringComparison.Ordinal) =>
                new { section = Road.FullCard.Single(s => endpoint.Route.EndsWith("/" + s.Route, StringComparison.Ordinal)).Section },
            _ => new { },
        };

    private static async Task<Place> PlaceAsync(HttpClient holder, string territory)
    {
        var card = await holder.OpenCardAsync(signal: Road.Signal(territory: territory));
        var signal = await holder.RegisterAsync(Road.Signal(territory: territory));
        var assessed = await holder.AssessAsync(card.Id("childId"));
        var plan = await holder.PostAsync($"/api/plans/of-child/{card.Id("childId")}", new { }).JsonAsync(HttpStatusCode.Created);
        var visit = await holder
            .PostAsync($"/api/plans/visits/of-child/{card.Id("childId")}", new { on = "2026-12-01" })
            .JsonAsync(HttpStatusCode.Created);
        var ending = new
        {
            ending = "stopped",
            happenedOn = "2026-11-23",
            reason = "Кереги жок",
        };
        var closing = await holder.PostAsync($"/api/closings/of-child/{card.Id("childId")}", ending).JsonAsync(HttpStatusCode.Created);
        var learned = new
        {
            kind = "status",
            learnedOn = "2026-11-23",
            happenedOn = "2026-11-23",
            what = "x",
        };
        var change = await holder.PostAsync($"/api/children/cards/{card.Id("childId")}/changes", learned).JsonAsync(HttpStatusCode.Created);
        return new(territory, card.Id("childId"), signal.Id(), assessed, plan.Id(), visit.Id(), closing.Id(), change.Id());
    }

    private sealed record Place(
        string Territory,
        Guid ChildId,
        Guid SignalId,
        Guid AssessmentId,
        Guid PlanId,
        Guid VisitId,
        Guid ClosingId,
        Guid ChangeId
    )
    {
        public Guid IdFor(EndpointUnderTest endpoint) =>
            endpoint.Route switch
            {
                var route when route.Contains("/of-child/", StringComparison.Ordinal) => ChildId,
                var route when route.Contains("/children/changes/", StringComparison.Ordinal) => ChangeId,
                var route when route.Contains("/signals/", StringComparison.Ordinal) => SignalId,
                var route when route.Contains("/assessments/", StringComparison.Ordinal) => AssessmentId,
                var route when route.Contains("/plans/visits/", StringComparison.Ordinal) => VisitId,
                var route when route.Contains("/plans/", StringComparison.Ordinal) => PlanId,
                var route when route.Contains("/closings/", StringComparison.Ordinal) => ClosingId,
                _ => ChildId,
            };
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
