using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

public sealed class ListDraftsTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    [Clause("14.2")]
    public async Task Unsent_forms_are_listed_for_their_author_with_whom_they_are_about_the_last_one_first()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity("Долбоорова"))).Id("childId");
        await KeepAsync(holder, "register-signal.1", place: "/signals/new?draft=register-signal.1");
        await KeepAsync(holder, "report-change.1", child);
        await KeepAsync(await _host.SignedInAsync("admin"), "register-body.1");
        var items = (await holder.GetAsync("/api/children/drafts").JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["report-change.1", "register-signal.1"], items.Select(i => i.Text("key")));
        Assert.StartsWith("Долбоорова", items[0].Text("childName"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, items[1].GetProperty("childName").ValueKind);
        Assert.Equal("/signals/new?draft=register-signal.1", items[1].Text("place"));
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        for (var n = 0; n < 5; n++)
            await KeepAsync(holder, $"form.{n}");
        var (keys, next) = (new List<string>(), "");
        do
        {
            var page = await holder.GetAsync($"/api/children/drafts?size=2&cursor={next}").JsonAsync();
            keys.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.Text("key")));
            next = page.GetProperty("next").GetString();
        } while (next is not null);
        Assert.Equal(["form.4", "form.3", "form.2", "form.1", "form.0"], keys);
    }

    private async Task KeepAsync(HttpClient user, string key, Guid? child = null, string? place = null)
    {
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        await user.PostAsync(
                "/api/children/drafts",
                new
                {
                    key,
                    text = "{}",
                    childId = child,
                    place,
                }
            )
            .JsonAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
