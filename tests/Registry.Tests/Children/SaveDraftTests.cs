using System.Net;
using System.Text.Json;
using Registry.Children.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
public sealed class SaveDraftTests(RegistryHost host)
{
    private const string Text = """{"account":"жарым жазылган"}""";

    [Fact]
    public async Task Keeps_what_was_typed_for_its_author_alone_through_a_sign_out()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        await holder.PostAsync("/api/children/drafts", new { key = "register-signal", text = Text }).JsonAsync();
        await holder.PostAsync("/api/access/sign-out");
        Assert.Equal(
            Text,
            (await (await host.SignedInAsync("holder.aksuu")).GetAsync("/api/children/drafts/register-signal").JsonAsync()).Text("text")
        );
        Assert.Equal(
            JsonValueKind.Null,
            (await (await host.SignedInAsync("holder.alamudun")).GetAsync("/api/children/drafts/register-signal").JsonAsync())
                .GetProperty("text")
                .ValueKind
        );
    }

    [Fact]
    public async Task A_draft_about_a_child_of_another_territory_is_refused()
    {
        var child = (await (await host.SignedInAsync("holder.alamudun")).OpenCardAsync(signal: Road.Signal(territory: Road.Alamudun))).Id(
            "childId"
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await (await host.SignedInAsync("holder.aksuu")).PostAsync(
                    "/api/children/drafts",
                    new
                    {
                        key = "card.x",
                        text = Text,
                        childId = child,
                    }
                )
            ).StatusCode
        );
    }

    [Fact]
    public async Task One_form_saved_from_two_windows_at_once_loses_neither_call()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i => Task.Run(() => holder.PostAsync("/api/children/drafts", new { key = "two-windows", text = $"{{\"n\":{i}}}" })))
        );
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
    }

    [Fact]
    public async Task What_a_page_sent_earlier_does_not_replace_what_it_sent_later()
    {
        var (holder, writer) = (await host.SignedInAsync("holder.aksuu"), Guid.CreateVersion7());
        await SavedAsync(await KeepAsync(holder, "late", "биринчи", writer, 1));
        await SavedAsync(await KeepAsync(holder, "late", "үчүнчү", writer, 3));
        // it took longer to arrive
        Assert.Equal(("late", 3), await SavedAsync(await KeepAsync(holder, "late", "экинчи", writer, 2, after: 1)));
        Assert.Equal("үчүнчү", await TextAsync(holder, "late"));
    }

    [Fact]
    public async Task Of_two_pages_that_write_one_form_on_two_hosts_neither_writes_over_the_other()
    {
        await using var first = new RegistryHost();
        await using var second = RegistryHost.On(first.Folder);
        var (here, there) = (await first.SignedInAsync("holder.aksuu"), await second.SignedInAsync("holder.aksuu"));
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await SavedAsync(await KeepAsync(here, "both", "бир", one, 1));
        // the second one has read the first one's text and continues it
        Assert.Equal(("both", 2), await SavedAsync(await KeepAsync(there, "both", "бир эки", other, 2, after: 1)));
        var (key, _) = await SavedAsync(await KeepAsync(here, "both", "бир үч", one, 3, after: 1));
        Assert.Equal(("both", "both"), (Draft.FormOf(key), Draft.FormOf("both")));
        Assert.NotEqual("both", key);
        Assert.Equal(("бир эки", "бир үч"), (await TextAsync(there, "both"), await TextAsync(here, key)));
        // and continues there, whatever key it requests
        Assert.Equal((key, 5), await SavedAsync(await KeepAsync(here, "both", "бир үч төрт", one, 5, after: 1)));
        Assert.Equal((key, 5), await SavedAsync(await KeepAsync(here, "both", "бир үч", one, 4, after: 1)));
        Assert.Equal("бир үч төрт", await TextAsync(there, key));
        // a third page continues with that one, and the first comes back once more
        Assert.Equal((key, 6), await SavedAsync(await KeepAsync(there, key, "беш", Guid.CreateVersion7(), 6, after: 5)));
        var (third, _) = await SavedAsync(await KeepAsync(here, key, "бир үч төрт алты", one, 7, after: 5));
        Assert.Equal(("беш", "бир үч төрт алты"), (await TextAsync(here, key), await TextAsync(here, third)));
    }

    [Fact]
    [Clause("25.1")]
    public async Task A_draft_about_a_child_that_went_elsewhere_is_neither_read_nor_saved_nor_listed()
    {
        await using var own = new RegistryHost();
        var (giver, receiver) = (await own.SignedInAsync("holder.aksuu"), await own.SignedInAsync("holder.alamudun"));
        var child = (await giver.OpenCardAsync()).Id("childId");
        await SavedAsync(await KeepAsync(giver, "card.x", Text, child: child));
        Assert.Equal(Text, await TextAsync(giver, "card.x"));
        await own.TransferAsync(giver, receiver, child, Road.Alamudun);
        Assert.Null(await TextAsync(giver, "card.x"));
        Assert.Empty((await giver.GetAsync("/api/children/drafts").JsonAsync()).GetProperty("items").EnumerateArray());
        await KeepAsync(giver, "card.x", "дагы", child: child).RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_form_stays_with_the_child_it_is_about()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var (one, other) = ((await holder.OpenCardAsync()).Id("childId"), (await holder.OpenCardAsync()).Id("childId"));
        await SavedAsync(await KeepAsync(holder, "of-one", Text, child: one));
        await KeepAsync(holder, "of-one", Text, child: other).RefusedAsync(HttpStatusCode.Conflict, "draft.other-child");
    }

    [Fact]
    public async Task Whoever_has_a_measure_about_a_child_elsewhere_keeps_a_draft_about_it_and_nobody_else_does()
    {
        var (holder, unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));
        var staff = await host.SignedInAsync("institution");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await KeepAsync(staff, "report-measure.x", Text, child: child).RefusedAsync(HttpStatusCode.NotFound, "not-found");
        await holder.EnterInformationAsync(child);
        await holder.AssessAsync(child);
        var plan = await holder.FormPlanAsync(child);
        await holder.SubmitPlanAsync(plan, (await staff.GetAsync("/api/access/me").JsonAsync()).Id("specialistId"));
        await unit.ApprovePlanAsync(plan);
        await SavedAsync(await KeepAsync(staff, "report-measure.x", Text, child: child));
        Assert.Equal(Text, await TextAsync(staff, "report-measure.x"));
    }

    [Fact]
    public async Task A_name_does_not_hide_in_the_address_of_a_form()
    {
        var draft = new
        {
            key = "of-a-place",
            text = Text,
            place = "/children?text=%D0%90%D0%B9",
        };
        await (await host.SignedInAsync("holder.aksuu"))
            .PostAsync("/api/children/drafts", draft)
            .RefusedAsync(HttpStatusCode.BadRequest, "field.wrong-format");
    }

    private static Task<HttpResponseMessage> KeepAsync(
        HttpClient user,
        string key,
        string text,
        Guid? writer = null,
        long? number = null,
        long? after = null,
        Guid? child = null
    ) =>
        user.PostAsync(
            "/api/children/drafts",
            new
            {
                key,
                text,
                writer,
                number,
                after,
                childId = child,
            }
        );

    private static async Task<(string Key, long Number)> SavedAsync(HttpResponseMessage answer)
    {
        var saved = await Task.FromResult(answer).JsonAsync();
        return (saved.Text("key"), saved.GetProperty("number").GetInt64());
    }

    private static async Task<string?> TextAsync(HttpClient user, string key) =>
        (await user.GetAsync($"/api/children/drafts/{key}").JsonAsync()).GetProperty("text").GetString();

    [Fact]
    [Clause("28")]
    public async Task Unsent_forms_of_one_account_are_not_without_number()
    {
        await using var own = new RegistryHost();
        var holder = await own.SignedInAsync("holder.aksuu");
        for (var n = 0; n < Draft.Most; n++)
            await holder.PostAsync("/api/children/drafts", new { key = $"form.{n}", text = Text }).JsonAsync();
        await holder
            .PostAsync("/api/children/drafts", new { key = "one-more", text = Text })
            .RefusedAsync(HttpStatusCode.Conflict, "draft.too-many");
        // an existing draft is still saved
        await holder.PostAsync("/api/children/drafts", new { key = "form.1", text = Text }).JsonAsync();
    }
}
