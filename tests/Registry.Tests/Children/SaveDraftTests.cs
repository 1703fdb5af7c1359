using System.Net;
using System.Text.Json;
using Registry.Children.Drafts;
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
        // what is there already is saved on
        await holder.PostAsync("/api/children/drafts", new { key = "form.1", text = Text }).JsonAsync();
    }
}
