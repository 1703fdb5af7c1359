using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Jobs;
using Registry.Platform.Model;
using Registry.Platform.Vault;
using Registry.Tests.Purging;

namespace Registry.Tests.Host;

/// <summary>What every endpoint shares: idempotency, versions, strict requests, errors.</summary>
[Collection("host")]
public sealed class PlumbingTests(RegistryHost host)
{
    [Fact]
    public async Task A_repeated_sending_gets_the_first_answer_and_does_nothing_again()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var key = Guid.CreateVersion7().ToString();
        var signal = Road.Signal();
        var first = await holder.PostAsync("/api/children/signals", signal, key: key);
        var second = await holder.PostAsync("/api/children/signals", signal, key: key);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("true", second.Headers.GetValues("Idempotent-Replay").Single());
        var other = await holder.PostAsync("/api/children/signals", Road.Signal(foundOn: "2026-11-20"), key: key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Fact]
    public async Task Two_different_requests_under_one_key_at_once_are_told_apart()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var key = Guid.CreateVersion7().ToString();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i =>
                    Task.Run(() => holder.PostAsync("/api/children/signals", Road.Signal(foundOn: $"2026-11-{20 + i % 2}"), key: key))
                )
        );
        Assert.All(answers, a => Assert.Contains(a.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity }));
        Assert.Equal(8, answers.Count(a => a.StatusCode is HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    [Clause("25.1")]
    public async Task A_repeated_sending_is_judged_by_todays_scope()
    {
        var giver = await host.SignedInAsync("holder.aksuu");
        var receiver = await host.SignedInAsync("holder.alamudun");
        var child = (await giver.OpenCardAsync(Road.NewIdentity("Көчкөнова"))).Id("childId");
        var key = Guid.CreateVersion7().ToString();
        var change = new
        {
            kind = "status",
            learnedOn = "2026-11-23",
            happenedOn = "2026-11-23",
            what = "Мектеби өзгөрдү",
        };
        Task<HttpResponseMessage> SendAsync() => giver.PostAsync($"/api/children/cards/{child}/changes", change, key: key);
        await SendAsync().JsonAsync(HttpStatusCode.Created);
        await SendAsync().JsonAsync(HttpStatusCode.Created);
        await host.TransferAsync(giver, receiver, child, Road.Alamudun);
        await SendAsync().RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_form_that_is_sent_again_hears_where_the_first_one_was_registered_for_as_long_as_its_draft_is_kept()
    {
        await using var own = new RegistryHost();
        var holder = await own.SignedInAsync("holder.aksuu");
        var key = Guid.CreateVersion7().ToString();
        Task<int> CountAsync() => own.InScopeAsync(s => s.GetRequiredService<ChildrenDbContext>().Signals.CountAsync());
        var before = await CountAsync();
        var first = await holder.PostAsync("/api/children/signals", Road.Signal(), key: key);
        var at = first.Headers.Location;
        Assert.NotNull(at);
        // the form was edited since
        var changed = Road.Signal(source: "found-by-specialist");
        await HearsAsync(changed, HttpStatusCode.UnprocessableEntity, "idempotency.other-request");
        await own.PassAsync(days: 29);
        await own.RunJobAsync<ForgetIdempotentAnswers>(job => job.RunAsync(default));
        holder = await own.SignedInAsync("holder.aksuu");
        await HearsAsync(Road.Signal(), HttpStatusCode.Conflict, "idempotency.done-before");
        await HearsAsync(changed, HttpStatusCode.UnprocessableEntity, "idempotency.other-request");
        Assert.Equal(before + 1, await CountAsync());
        await own.PassAsync(days: 3);
        await own.RunJobAsync<ForgetIdempotentAnswers>(job => job.RunAsync(default));
        Assert.False(await own.InScopeAsync(s => s.GetRequiredService<PlatformDbContext>().IdempotentAnswers.AnyAsync(a => a.Key == key)));

        async Task HearsAsync(object signal, HttpStatusCode status, string code)
        {
            var answer = await holder.PostAsync("/api/children/signals", signal, key: key);
            Assert.Equal(at, answer.Headers.Location);
            await Task.FromResult(answer).RefusedAsync(status, code);
        }
    }

    [Fact]
    [Clause("28")]
    public async Task A_secret_is_shown_once_also_to_a_repeated_sending()
    {
        var admin = await host.SignedInAsync("admin");
        var key = Guid.CreateVersion7().ToString();
        var client = new
        {
            name = "Мектептер системасы",
            bodyId = (await admin.GetAsync("/api/access/bodies").JsonAsync()).GetProperty("items")[0].Id(),
            scopes = new[] { "signals" },
            validFrom = "2026-01-01",
            validUntil = "2027-12-31",
            territory = Road.AkSuu,
            addresses = Array.Empty<string>(),
            perMinute = 600,
        };
        Task<HttpResponseMessage> SendAsync() => admin.PostAsync("/api/access/clients", new { clientId = "shown-once", client }, key: key);
        Assert.NotEmpty((await SendAsync().JsonAsync(HttpStatusCode.Created)).Text("secret"));
        await SendAsync().RefusedAsync(HttpStatusCode.Conflict, "idempotency.shown-once");
        var kept = await host.InScopeAsync(s => s.GetRequiredService<PlatformDbContext>().IdempotentAnswers.SingleAsync(a => a.Key == key));
        Assert.Empty(
            (await host.InScopeAsync(async s => await s.GetRequiredService<Vault>().OfBaseAsync(default))).Open<byte[]>(
                kept,
                "idempotent-answer",
                kept.SealedBody
            )
        );
    }

    [Fact]
    public async Task A_change_needs_the_version_that_was_seen()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var card = await holder.OpenCardAsync();
        var path = $"/api/children/cards/{card.Id("childId")}/residence";
        var body = new { section = new { noResidence = true, livesWith = "Чоң энеси" } };
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await holder.PutAsync(path, body)).StatusCode);
        var version = (await holder.CardAsync(card.Id("childId"))).SectionVersion("residence");
        Assert.Equal(HttpStatusCode.OK, (await holder.PutAsync(path, body, version)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await holder.PutAsync(path, body, version)).StatusCode);
    }

    [Fact]
    public async Task Of_many_edits_from_one_version_exactly_one_wins()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var card = await holder.OpenCardAsync();
        var version = (await holder.CardAsync(card.Id("childId"))).SectionVersion("residence");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    holder.PutAsync(
                        $"/api/children/cards/{card.Id("childId")}/residence",
                        new { section = new { noResidence = true, livesWith = $"{i}" } },
                        version
                    )
                )
        );
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(a => a.StatusCode is HttpStatusCode.PreconditionFailed));
    }

    [Theory]
    [InlineData("""{"login":"admin","password":"x","role":"admin"}""", "role", "field.unknown")]
    [InlineData("""{"login":"admin","login":"other","password":"x"}""", null, "request.malformed")]
    [InlineData("""{"login":5,"password":"x"}""", "login", "field.wrong-format")]
    [InlineData("""{"login":""", null, "request.malformed")]
    [InlineData("""[]""", null, "request.malformed")]
    [InlineData("""{"login":"admin"}""", null, "request.incomplete")]
    public async Task Refuses_unknown_doubled_mistyped_and_missing_members_and_tells_which(string body, string? field, string code)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await host.Browser().PostAsync("/api/access/sign-in", content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(code, text, StringComparison.Ordinal);
        if (field is not null)
            Assert.Contains($"\"field\":\"{field}\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Registry.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_cannot_be_read_is_told_at_once_with_what_the_validator_finds()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var change = new
        {
            kind = "",
            learnedOn = "",
            happenedOn = "31.02.2026",
            what = "",
        };
        var problem = await holder.PostAsync($"/api/children/cards/{child}/changes", change).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(
            ["happenedOn: field.wrong-format", "kind: field.required", "learnedOn: field.required", "what: field.required"],
            problem.GetProperty("errors").EnumerateArray().Select(e => $"{e.Text("field")}: {e.Text("code")}").Order(StringComparer.Ordinal)
        );
        var access = new
        {
            specialistId = "",
            login = "",
            access = new
            {
                role = "holder",
                territory = Road.AkSuu,
                validFrom = "",
                validUntil = "",
            },
        };
        problem = await (await host.SignedInAsync("admin")).PostAsync("/api/access/accounts", access).JsonAsync(HttpStatusCode.BadRequest);
        var fields = problem.GetProperty("errors").EnumerateArray().Select(e => e.Text("field")).ToList();
        Assert.Superset(new HashSet<string> { "specialistId", "login", "access.validFrom", "access.validUntil" }, fields.ToHashSet());
    }

    [Fact]
    public async Task An_id_in_query_or_body_never_redirects_an_operation()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var mine = await holder.OpenCardAsync();
        var other = await holder.OpenCardAsync();
        var card = await holder.CardAsync(mine.Id("childId"));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await holder.GetAsync($"/api/children/cards/{mine.Id("childId")}?id={other.Id("childId")}")).StatusCode
        );
        var inBody = new { id = other.Id("childId"), section = new { noResidence = true, livesWith = "x" } };
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await holder.PutAsync($"/api/children/cards/{mine.Id("childId")}/residence", inBody, card.SectionVersion("residence"))
            ).StatusCode
        );
        var inQuery = await holder.PutAsync(
            $"/api/children/cards/{mine.Id("childId")}/residence?id={other.Id("childId")}",
            new { section = new { noResidence = true, livesWith = "x" } },
            card.SectionVersion("residence")
        );
        Assert.Equal(HttpStatusCode.OK, inQuery.StatusCode);
        Assert.Equal(
            System.Text.Json.JsonValueKind.Null,
            (await holder.CardAsync(other.Id("childId"))).GetProperty("contents").GetProperty("residence").ValueKind
        );
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_change_anything_with_a_users_cookie()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/children/signals")
        {
            Content = JsonContent.Create(Road.Signal()),
        };
        request.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await holder.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Answers_are_kept_by_no_cache()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        Assert.True((await holder.GetAsync("/api/children/work-list")).Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task Serves_health_and_description_to_everybody(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await host.Browser().GetAsync(path)).StatusCode);

    [Fact]
    [Clause("5.admin")]
    public async Task Only_the_administrator_sees_the_jobs()
    {
        Assert.NotEqual(HttpStatusCode.OK, (await host.Browser().GetAsync("/jobs")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await (await host.SignedInAsync("holder.aksuu")).GetAsync("/jobs")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await host.SignedInAsync("admin")).GetAsync("/jobs")).StatusCode);
    }
}
