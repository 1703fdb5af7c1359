using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("19.1", "19.2")]
public sealed class UndoSignalTests(RegistryHost host)
{
    private static async Task<HttpResponseMessage> ActAsync(HttpClient holder, Guid signal, string act, object body) =>
        await holder.PostAsync($"/api/children/signals/{signal}/{act}", body, await holder.VersionAsync($"/api/children/signals/{signal}"));

    private static void ClocksRun(JsonElement signal, string from) =>
        Assert.All(
            signal.GetProperty("deadlines").EnumerateArray(),
            d =>
            {
                Assert.True(d.GetProperty("isOpen").GetBoolean());
                Assert.Equal(from, d.Text("startedOn"));
            }
        );

    [Fact]
    public async Task A_signal_closed_as_unfounded_by_mistake_waits_again_with_its_own_days()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var known = new
        {
            surname = "Кайтарылганова",
            name = "Нуриза",
            birthDate = "2015-02-03",
        };
        var signal = (await holder.RegisterAsync(Road.Signal("found-by-specialist", foundOn: "2026-11-20", child: known))).Id();
        async Task<bool> AlikeAsync() =>
            (await holder.PostAsync("/api/children/duplicates", new { identity = known }).JsonAsync())
                .ToString()
                .Contains("Кайтарылганова", StringComparison.Ordinal);
        await ActAsync(holder, signal, "reopen", new { reason = "x" }).RefusedAsync(HttpStatusCode.Conflict, "signal.not-unfounded");
        await ActAsync(holder, signal, "close-unfounded", new { reason = "not-confirmed", note = "Үйдө" }).NothingAsync();
        Assert.False(await AlikeAsync());
        await ActAsync(holder, signal, "reopen", new { reason = "Башка үйгө барышкан" }).NothingAsync();
        // anyone who reports the child again is notified again
        Assert.True(await AlikeAsync());

        var read = await holder.GetAsync($"/api/children/signals/{signal}").JsonAsync();
        Assert.Equal("new", read.Text("status"));
        Assert.Equal(2, read.GetProperty("deadlines").GetArrayLength());
        ClocksRun(read, "2026-11-20");
        var correction = Assert.Single(read.GetProperty("corrections").EnumerateArray().ToList());
        Assert.Equal(("reopened", "Башка үйгө барышкан"), (correction.Text("kind"), correction.Text("reason")));
        // and it is processed like any other
        await holder.OpenCardFromAsync(signal);
    }

    [Fact]
    public async Task A_signal_linked_to_the_wrong_child_names_a_child_of_its_own_again()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var wrong = await holder.OpenCardAsync();
        var signal = (await holder.RegisterAsync(Road.Signal("found-by-specialist", foundOn: "2026-11-19"))).Id();
        await ActAsync(holder, signal, "unlink", new { reason = "x" }).RefusedAsync(HttpStatusCode.Conflict, "signal.not-linked");
        await ActAsync(holder, signal, "link", new { childId = wrong.Id("childId") }).JsonAsync();
        await ActAsync(holder, signal, "unlink", new { reason = "Аттары окшош, башка бала" }).NothingAsync();

        var read = await holder.GetAsync($"/api/children/signals/{signal}").JsonAsync();
        Assert.Equal("new", read.Text("status"));
        Assert.Equal("Мектепке келбейт, үйүндө жалгыз.", read.GetProperty("contents").Text("account"));
        ClocksRun(read, "2026-11-19");
        var card = await holder.CardAsync(wrong.Id("childId"));
        Assert.Equal(1, card.GetProperty("signals").GetArrayLength());
        Assert.DoesNotContain(
            card.GetProperty("deadlines").EnumerateArray(),
            d => d.Text("startedOn") == "2026-11-19" && d.GetProperty("isOpen").GetBoolean()
        );
        await holder.OpenCardFromAsync(signal);
    }

    [Fact]
    public async Task What_was_entered_about_the_wrong_child_meets_no_term_of_an_unlinked_signal()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var wrong = (await holder.OpenCardAsync()).Id("childId");
        var signal = (await holder.RegisterAsync()).Id();
        await ActAsync(holder, signal, "link", new { childId = wrong }).JsonAsync();
        await holder.EnterInformationAsync(wrong);
        async Task<int> OwedAsync() => (await holder.GetAsync($"/api/children/signals/{signal}").JsonAsync()).Owed("process-report").Count;
        Assert.Equal(0, await OwedAsync());
        await ActAsync(holder, signal, "unlink", new { reason = "Аттары окшош, башка бала" }).NothingAsync();
        Assert.Equal(1, await OwedAsync());
    }

    [Fact]
    public async Task A_further_correction_leaves_the_earlier_one_readable()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        foreach (var reason in new[] { "Башка үйгө барышкан", "Дагы бир жолу" })
        {
            await ActAsync(holder, signal, "close-unfounded", new { reason = "not-confirmed", note = "Үйдө" }).NothingAsync();
            await ActAsync(holder, signal, "reopen", new { reason }).NothingAsync();
        }
        var read = await holder.GetAsync($"/api/children/signals/{signal}").JsonAsync();
        Assert.Equal(
            ["Башка үйгө барышкан", "Дагы бир жолу"],
            read.GetProperty("corrections").EnumerateArray().Select(c => c.Text("reason"))
        );
    }

    [Theory]
    [Clause("14.2")]
    [InlineData("reopen")]
    [InlineData("no-assessment")]
    public async Task Refuses_to_act_on_what_was_changed_since_it_was_read(string act)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        await holder
            .PostAsync($"/api/children/signals/{signal}/{act}", new { reason = "x" }, Guid.CreateVersion7().Etag())
            .RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
    }

    [Theory]
    [InlineData("reopen")]
    [InlineData("unlink")]
    public async Task Refuses_an_undoing_without_a_reason(string act)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        var problem = await ActAsync(holder, signal, act, new { reason = " " }).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("field.required", problem.CodeAt("reason"));
    }
}
