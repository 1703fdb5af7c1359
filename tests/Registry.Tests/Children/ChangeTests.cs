using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Clause("20")]
public sealed class ChangeTests(RegistryHost host) : IClassFixture<RegistryHost>, IAsyncLifetime
{
    private HttpClient _holder = null!;
    private Guid _child;

    public async Task InitializeAsync()
    {
        _holder = await host.SignedInAsync("holder.aksuu");
        _child = (await _holder.OpenCardAsync()).Id("childId");
    }

    private static object Change(string kind, string learnedOn = "2026-11-23", string happenedOn = "2026-11-20") =>
        new
        {
            kind,
            learnedOn,
            happenedOn,
            what = "Атасы кайтып келди",
            document = "№ 12",
        };

    private async Task<JsonElement> OnlyAsync() =>
        (await _holder.GetAsync($"/api/children/cards/{_child}/changes").JsonAsync()).GetProperty("items").EnumerateArray().Single();

    private async Task<JsonElement> DeadlineAsync(string clause) =>
        (await _holder.CardAsync(_child)).GetProperty("deadlines").EnumerateArray().Single(d => d.Text("clause") == clause);

    [Theory]
    [Clause("20.1", "20.2", "20.3", "20.4", "20.5", "20.6", "20.7", "20.8")]
    [InlineData("status", "20.1", "legal-status")]
    [InlineData("relatives", "20.2", "relatives")]
    [InlineData("origin", "20.3", "finding")]
    [InlineData("documents", "20.4", "documents")]
    [InlineData("disability", "20.5", "disability")]
    [InlineData("payments", "20.6", "payments")]
    [InlineData("property", "20.7", "property")]
    [InlineData("left-institution", "20.8", "residence")]
    public async Task A_change_is_owed_within_two_working_days_and_a_save_that_names_it_enters_it(
        string kind,
        string clause,
        string section
    )
    {
        // learned on Friday: due on Tuesday
        var reported = await _holder
            .PostAsync($"/api/children/cards/{_child}/changes", Change(kind, learnedOn: "2026-11-20"))
            .JsonAsync(HttpStatusCode.Created);
        Assert.Equal(section, reported.Text("section"));
        Assert.Equal("2026-11-24", reported.Text("dueOn"));
        Assert.True((await DeadlineAsync(clause)).GetProperty("isOpen").GetBoolean());

        // another section does not have to wait for it
        var other = section == "property" ? "payments" : "property";
        await SaveAsync(other, [reported.Id()]).RefusedAsync(HttpStatusCode.Conflict, "change.not-open");
        await _holder.SaveSectionAsync(_child, other);
        Assert.Equal(JsonValueKind.Null, (await OnlyAsync()).GetProperty("enteredOn").ValueKind);
        await _holder.SaveSectionAsync(_child, section, changes: [reported.Id()]);
        var change = await OnlyAsync();
        Assert.Equal("2026-11-23", change.Text("enteredOn"));
        Assert.Equal("Атасы кайтып келди", change.Text("what"));
        Assert.False((await DeadlineAsync(clause)).GetProperty("isOpen").GetBoolean());
    }

    private async Task<HttpResponseMessage> SaveAsync(string route, Guid[]? changes, object? section = null) =>
        await _holder.PutAsync(
            $"/api/children/cards/{_child}/{route}",
            new { section = section ?? Road.FullCard.Single(s => s.Route == route).Section, changes },
            (await _holder.CardAsync(_child)).SectionVersion(route)
        );

    private async Task<int> EntriesAsync() =>
        (await _holder.GetAsync($"/api/children/cards/{_child}/history").JsonAsync()).GetProperty("items").GetArrayLength();

    [Fact]
    public async Task A_save_says_whether_it_enters_the_change_that_waits()
    {
        await _holder.PostAsync($"/api/children/cards/{_child}/changes", Change("payments")).JsonAsync(HttpStatusCode.Created);
        var unsaid = await SaveAsync("payments", changes: null).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("change.not-named", unsaid.CodeAt("changes"));

        // correcting a typing error meets no step
        await SaveAsync("payments", changes: []).JsonAsync();
        Assert.True((await DeadlineAsync("20.6")).GetProperty("isOpen").GetBoolean());
        Assert.Equal(JsonValueKind.Null, (await OnlyAsync()).GetProperty("enteredOn").ValueKind);
    }

    [Fact]
    public async Task A_change_that_waits_for_another_child_is_asked_about_nowhere_else()
    {
        var other = (await _holder.OpenCardAsync(Road.NewIdentity("Башкаева"))).Id("childId");
        await _holder.PostAsync($"/api/children/cards/{other}/changes", Change("payments")).JsonAsync(HttpStatusCode.Created);
        await SaveAsync("payments", changes: null).JsonAsync();
    }

    [Fact]
    public async Task A_save_without_differences_enters_nothing()
    {
        await _holder.SaveSectionAsync(_child, "payments");
        var reported = await _holder
            .PostAsync($"/api/children/cards/{_child}/changes", Change("payments"))
            .JsonAsync(HttpStatusCode.Created);
        var (entries, before) = (await EntriesAsync(), await _holder.CardAsync(_child));

        var same = await SaveAsync("payments", changes: []);
        Assert.Equal(before.SectionVersion("payments"), same.Headers.ETag!.Tag);
        Assert.False((await Task.FromResult(same).JsonAsync()).GetProperty("entered").GetBoolean());
        await SaveAsync("payments", [reported.Id()]).RefusedAsync(HttpStatusCode.Conflict, "change.nothing-entered");
        Assert.Equal(entries, await EntriesAsync());
        Assert.Equal(before.SectionVersion("payments"), (await _holder.CardAsync(_child)).SectionVersion("payments"));
        Assert.True((await DeadlineAsync("20.6")).GetProperty("isOpen").GetBoolean());

        // "no" is an answer, not an empty field
        Assert.True((await SaveAsync("property", changes: null, new { hasOther = false }).JsonAsync()).GetProperty("entered").GetBoolean());
        Assert.Equal(entries + 1, await EntriesAsync());
    }

    [Fact]
    public async Task Refuses_a_change_that_happened_after_it_was_learned_of_or_is_learned_of_tomorrow()
    {
        var path = $"/api/children/cards/{_child}/changes";
        var later = await _holder.PostAsync(path, Change("status", "2026-11-20", "2026-11-21")).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("change.learned-before", later.CodeAt("happenedOn"));
        var future = await _holder.PostAsync(path, Change("status", "2026-11-24")).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("field.in-future", future.CodeAt("learnedOn"));
        var nothing = await _holder
            .PostAsync(
                path,
                new
                {
                    kind = "status",
                    learnedOn = "2026-11-23",
                    happenedOn = "2026-11-23",
                    what = " ",
                }
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.NotNull(nothing.CodeAt("what"));
    }

    [Fact]
    public async Task A_change_registered_in_error_is_withdrawn_with_a_reason_and_stays_in_the_list()
    {
        await _holder.PostAsync($"/api/children/cards/{_child}/changes", Change("payments")).JsonAsync(HttpStatusCode.Created);
        var change = await OnlyAsync();
        var withdraw = $"/api/children/changes/{change.Id()}/withdraw";
        await _holder.PostAsync(withdraw, new { reason = "Башка бала" }, change.Id("version").Etag()).NothingAsync();
        Assert.Equal("Башка бала", (await OnlyAsync()).Text("withdrawal"));
        Assert.False((await DeadlineAsync("20.6")).GetProperty("isOpen").GetBoolean());
        await _holder
            .PostAsync(withdraw, new { reason = "x" }, (await OnlyAsync()).Id("version").Etag())
            .RefusedAsync(HttpStatusCode.Conflict, "change.not-open");
    }

    [Fact]
    [Clause("3")]
    public async Task After_a_change_the_rules_say_what_they_would_add_and_drop()
    {
        var (child, _) = await host.PlanInForceAsync(_holder);
        var review = await _holder.GetAsync($"/api/plans/of-child/{child}/review").JsonAsync();
        Assert.NotEqual(JsonValueKind.Null, review.GetProperty("planId").ValueKind);
        Assert.Empty(review.GetProperty("wouldAdd").EnumerateArray());
        await _holder.SaveSectionAsync(child, "disability");
        review = await _holder.GetAsync($"/api/plans/of-child/{child}/review").JsonAsync();
        var added = review.GetProperty("wouldAdd").EnumerateArray().ToList();
        Assert.NotEmpty(added);
        Assert.All(added, a => Assert.NotEmpty(a.GetProperty("because").EnumerateArray()));
        Assert.Contains(
            added,
            a => a.GetProperty("because").EnumerateArray().Any(b => b.GetString()!.StartsWith("disability", StringComparison.Ordinal))
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
