using System.Net;
using System.Text.Json;
using Registry.Reporting.Materials;
using Registry.Tests.Children;
using Registry.Tests.Host;

namespace Registry.Tests.Reporting;

/// <summary>Reference materials: written by the authorised body, read by everyone [11.6].</summary>
[Clause("11.6")]
public sealed class MaterialTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _ministry = null!;

    public async Task InitializeAsync() => _ministry = await _host.SignedInAsync("ministry");

    private static object Text(string text) =>
        new
        {
            ky = text,
            ru = text,
            en = text,
        };

    private static object Material(
        string title = "Балдар кодекси",
        string text = "Кодекстин тексти",
        string kind = "law",
        string? screen = null
    ) =>
        new
        {
            material = new
            {
                kind,
                title = Text(title),
                text = Text(text),
                screen,
            },
        };

    private async Task<Guid> PublishedAsync(object material)
    {
        var id = (await _ministry.PostAsync("/api/reporting/material-drafts", material).JsonAsync(HttpStatusCode.Created)).Id();
        await PublishAsync(id);
        return id;
    }

    private async Task PublishAsync(Guid id)
    {
        var version = await _ministry.VersionAsync($"/api/reporting/material-drafts/{id}");
        await _ministry
            .PostAsync($"/api/reporting/material-drafts/{id}/publish", new { confirm = "x" }, version)
            .RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        var confirm = await _ministry.NameToTypeAsync($"/api/reporting/material-drafts/{id}/consequences?act=publish");
        await _ministry
            .PostAsync($"/api/reporting/material-drafts/{id}/publish", new { confirm }, version)
            .JsonAsync(HttpStatusCode.NoContent);
    }

    private async Task SaveAsync(Guid id, object material)
    {
        var version = await _ministry.VersionAsync($"/api/reporting/material-drafts/{id}");
        await _ministry.PutAsync($"/api/reporting/material-drafts/{id}", material, version).JsonAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_published_material_is_read_without_sign_in_and_a_draft_by_nobody()
    {
        var nobody = _host.Browser();
        var draft = (await _ministry.PostAsync("/api/reporting/material-drafts", Material()).JsonAsync(HttpStatusCode.Created)).Id();
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync($"/api/reporting/materials/{draft}")).StatusCode);
        await PublishAsync(draft);
        var read = await nobody.GetAsync($"/api/reporting/materials/{draft}").JsonAsync();
        Assert.Equal("Балдар кодекси", read.GetProperty("title").Text("ky"));
        Assert.Equal(1, read.GetProperty("edition").GetInt32());
    }

    [Fact]
    public async Task Readers_see_the_published_edition_while_the_next_is_written()
    {
        var nobody = _host.Browser();
        var id = await PublishedAsync(Material(text: "биринчи"));
        await SaveAsync(id, Material(text: "экинчи"));
        Assert.Equal("биринчи", (await nobody.GetAsync($"/api/reporting/materials/{id}").JsonAsync()).GetProperty("text").Text("ky"));
        await PublishAsync(id);
        var now = await nobody.GetAsync($"/api/reporting/materials/{id}").JsonAsync();
        Assert.Equal(("экинчи", 2), (now.GetProperty("text").Text("ky"), now.GetProperty("edition").GetInt32()));
        var editions = (await _ministry.GetAsync($"/api/reporting/material-drafts/{id}").JsonAsync()).GetProperty("editions");
        Assert.Equal([2, 1], editions.EnumerateArray().Select(e => e.GetProperty("number").GetInt32()));
        Assert.All(editions.EnumerateArray(), e => Assert.Contains("Касымова", e.Text("by"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_not_published_before_it_is_written_in_all_three_languages()
    {
        var material = new
        {
            material = new
            {
                kind = "news",
                title = new
                {
                    ky = "Жаңылык",
                    ru = "Новость",
                    en = "",
                },
                text = Text("x"),
            },
        };
        var id = (await _ministry.PostAsync("/api/reporting/material-drafts", material).JsonAsync(HttpStatusCode.Created)).Id();
        var version = await _ministry.VersionAsync($"/api/reporting/material-drafts/{id}");
        var refused = await _ministry
            .PostAsync($"/api/reporting/material-drafts/{id}/publish", new { confirm = "Новость" }, version)
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("material.incomplete", refused.Text("code"));
    }

    [Fact]
    public async Task Search_finds_words_of_title_and_text_in_any_language_and_spelling()
    {
        var id = await PublishedAsync(Material("Камкордук тартиби", "Жетим балага камкорчу дайындоо"));
        async Task<bool> FoundAsync(string words) =>
            (await _host.Browser().GetAsync($"/api/reporting/materials?search={Uri.EscapeDataString(words)}").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Any(m => m.Id() == id);
        Assert.True(await FoundAsync("камкордук"));
        Assert.True(await FoundAsync("ЖЕТИМ дайындоо"));
        Assert.False(await FoundAsync("камкордук трактор"));
        // editors also find what is not published yet
        await _ministry.PostAsync("/api/reporting/material-drafts", Material("Сейректик")).JsonAsync(HttpStatusCode.Created);
        Assert.False(await FoundAsync("Сейректик"));
        var drafts = await _ministry.GetAsync("/api/reporting/material-drafts?search=" + Uri.EscapeDataString("Сейректик")).JsonAsync();
        Assert.Equal("draft", Assert.Single(drafts.GetProperty("items").EnumerateArray()).Text("state"));
    }

    [Fact]
    public async Task A_withdrawn_material_leaves_the_readers_sight_with_its_files()
    {
        var id = await PublishedAsync(Material());
        var added = new
        {
            language = "ky",
            title = "Бланк",
            content = SampleFiles.Png(),
        };
        var file = (await _ministry.PostAsync($"/api/reporting/material-drafts/{id}/files", added).JsonAsync(HttpStatusCode.Created)).Id();
        var download = await _host.Browser().GetAsync($"/api/reporting/material-files/{file}");
        Assert.Equal("image/png", download.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        var version = await _ministry.VersionAsync($"/api/reporting/material-drafts/{id}");
        await _ministry
            .PostAsync($"/api/reporting/material-drafts/{id}/withdraw", new { }, version)
            .RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        var confirm = await _ministry.NameToTypeAsync($"/api/reporting/material-drafts/{id}/consequences?act=withdraw");
        await _ministry
            .PostAsync($"/api/reporting/material-drafts/{id}/withdraw", new { confirm }, version)
            .JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Browser().GetAsync($"/api/reporting/materials/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Browser().GetAsync($"/api/reporting/material-files/{file}")).StatusCode);
        await _ministry
            .PostAsync($"/api/reporting/material-files/{file}/remove", new { confirm = "Башка" })
            .RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        Assert.Equal("Бланк", await _ministry.NameToTypeAsync($"/api/reporting/material-files/{file}/consequences"));
        await _ministry
            .PostAsync($"/api/reporting/material-files/{file}/remove", new { confirm = "Бланк" })
            .JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _ministry.PostAsync($"/api/reporting/material-files/{file}/remove", new { })).StatusCode
        );
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused()
    {
        var id = await PublishedAsync(Material());
        var added = new
        {
            language = "ky",
            title = "x",
            content = "<html></html>"u8.ToArray(),
        };
        var refused = await _ministry.PostAsync($"/api/reporting/material-drafts/{id}/files", added).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("content", refused.GetProperty("errors")[0].Text("field"));
    }

    [Fact]
    public async Task Whoever_comes_without_sign_in_finds_where_to_turn_first()
    {
        var items = (await _host.Browser().GetAsync("/api/reporting/materials").JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(
            items,
            m => m.Text("kind") == "contacts" && m.GetProperty("title").Text("ru").Contains("в опасности", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(items, m => m.Text("kind") == "guide");
    }

    [Fact]
    [Clause("15.3")]
    public async Task Every_screen_has_a_guide_in_three_languages_and_only_one()
    {
        Assert.True(GuideSeed.Screens.Count >= 30);
        foreach (var screen in GuideSeed.Screens)
        {
            var guide = await _host.Browser().GetAsync($"/api/reporting/materials/of-screen?screen={screen}").JsonAsync();
            foreach (var language in new[] { "ky", "ru", "en" })
                Assert.True(guide.GetProperty("text").Text(language).Length > 60, $"{screen}, {language}");
            Assert.False(string.IsNullOrEmpty(guide.Text("clause")), screen);
        }
        var second = await _ministry
            .PostAsync("/api/reporting/material-drafts", Material(kind: "guide", screen: "work"))
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("material.screen-taken", second.Text("code"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await _host.Browser().GetAsync("/api/reporting/materials/of-screen?screen=nothing")).StatusCode
        );
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_the_latest_first()
    {
        var id = await PublishedAsync(Material(kind: "guide"));
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await _host
                .Browser()
                .GetAsync($"/api/reporting/materials?kind=guide&size=10{(cursor is null ? "" : $"&cursor={cursor}")}")
                .JsonAsync();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(m => m.Id()));
            cursor = page.GetProperty("next").ValueKind is JsonValueKind.Null ? null : page.Text("next");
        } while (cursor is not null);
        Assert.Equal(GuideSeed.Screens.Count + 1, seen.Distinct().Count());
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Contains(id, seen);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
