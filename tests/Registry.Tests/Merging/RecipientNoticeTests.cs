using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Merging;

/// <summary>Recipients of data that have since been corrected are notified [27].</summary>
[Clause("27")]
public sealed class RecipientNoticeTests(RegistryHost host) : IClassFixture<RegistryHost>, IAsyncLifetime
{
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await host.SignedInAsync("holder.aksuu");

    private async Task<Guid> DisclosedAsync(string surname = "Сынова")
    {
        var child = (await _holder.OpenCardAsync(Road.NewIdentity(surname))).Id("childId");
        await host.DiscloseAsync(_holder, child);
        await host.SettleAsync();
        return child;
    }

    private async Task<List<JsonElement>> OwedAsync(Guid child)
    {
        await host.SettleAsync();
        var path = $"/api/integration/recipient-notices?childId={child}";
        return [.. (await _holder.GetAsync(path).JsonAsync()).GetProperty("items").EnumerateArray()];
    }

    private Task<HttpResponseMessage> TellAsync(JsonElement notice, string act = "tell", string on = "2026-11-23") =>
        _holder.PostAsync(
            $"/api/integration/recipient-notices/{notice.Id()}/{act}",
            act is "tell" ? (object)new { text = "Фамилиясы оңдолду", on } : new { answer = "Кабыл алынды", on },
            notice.Id("version").Etag()
        );

    [Fact]
    public async Task A_corrected_card_is_told_to_each_recipient_and_text_and_answer_are_kept()
    {
        var child = await DisclosedAsync();
        // filling in an empty field corrects nothing
        await _holder.SaveSectionAsync(child, "residence");
        Assert.Empty(await OwedAsync(child));
        await _holder.SaveSectionAsync(child, "identity", Road.NewIdentity("Сыноева"));
        await _holder.SaveSectionAsync(child, "identity", Road.NewIdentity("Сыновева"));
        var owed = Assert.Single(await OwedAsync(child));
        Assert.Equal(("card-corrected", "owed", "Сот катчысы"), (owed.Text("cause"), owed.Text("state"), owed.Text("recipient")));
        Assert.Equal("2026-11-30", owed.Text("dueOn"));
        Assert.Single((await _holder.CardAsync(child)).Owed("notify-recipient"));
        await TellAsync(owed, "answer").RefusedAsync(HttpStatusCode.Conflict, "recipient.not-told");
        await TellAsync((await OwedAsync(child))[0], on: "2026-12-24").RefusedAsync(HttpStatusCode.BadRequest, "recipient.told-in-future");
        await TellAsync((await OwedAsync(child))[0]).NothingAsync();
        await TellAsync((await OwedAsync(child))[0]).RefusedAsync(HttpStatusCode.Conflict, "recipient.told-already");
        await TellAsync((await OwedAsync(child))[0], "answer", "2026-11-20")
            .RefusedAsync(HttpStatusCode.BadRequest, "recipient.answered-before");
        await TellAsync((await OwedAsync(child))[0], "answer").NothingAsync();
        var told = Assert.Single(await OwedAsync(child));
        Assert.Equal(("answered", "Фамилиясы оңдолду", "Кабыл алынды"), (told.Text("state"), told.Text("text"), told.Text("answer")));
        Assert.Empty((await _holder.CardAsync(child)).Owed("notify-recipient"));
    }

    [Fact]
    public async Task A_report_that_turned_out_to_be_about_another_child_is_told()
    {
        var child = await DisclosedAsync();
        var signal = (await _holder.RegisterAsync()).Id();
        await _holder.LinkAsync(signal, child);
        Assert.Empty(await OwedAsync(child));
        var path = $"/api/children/signals/{signal}";
        await _holder.PostAsync($"{path}/unlink", new { reason = "Башка бала" }, await _holder.VersionAsync(path)).NothingAsync();
        Assert.Equal("signal-corrected", Assert.Single(await OwedAsync(child)).Text("cause"));
    }

    [Fact]
    public async Task A_merge_is_told_and_when_it_is_undone_only_who_heard_of_it_hears_again()
    {
        var (kept, other) = (await DisclosedAsync(), await DisclosedAsync("Эгизова"));
        await host.MergeAsync(_holder, kept, other);
        var owed = await OwedAsync(kept);
        Assert.Equal(["merged", "merged"], owed.Select(n => n.Text("cause")));
        await TellAsync(owed[0]).NothingAsync();
        await _holder.UndoAsync(kept).NothingAsync();
        var all = (await OwedAsync(kept)).Concat(await OwedAsync(other)).ToList();
        Assert.Contains(all, n => n.Text("state") == "called-off");
        Assert.Contains(all, n => n.Text("cause") == "unmerged" && n.Text("state") == "owed");
    }

    [Fact]
    public async Task A_split_is_told_to_whoever_has_data_of_either_child()
    {
        var (kept, other) = (await DisclosedAsync(), await DisclosedAsync("Эгизова"));
        await host.MergeAsync(_holder, kept, other);
        foreach (var notice in await OwedAsync(kept))
            await TellAsync(notice).NothingAsync();
        await host.PassAsync(31);
        _holder = await host.SignedInAsync("holder.aksuu");
        var merge = await _holder.MergeOfAsync(kept);
        var rows = (await _holder.GetAsync($"/api/children/merges/{merge.Id()}/rows").JsonAsync()).GetProperty("rows").EnumerateArray();
        var goBack = rows.Where(r => r.GetProperty("came").GetBoolean() && !r.GetProperty("withCase").GetBoolean()).Select(r => r.Id());
        var confirm = await _holder.NameToTypeAsync($"/api/children/merges/{merge.Id()}/consequences");
        var split = new
        {
            goBack,
            reason = "Башка бала экен",
            confirm,
        };
        await _holder.PostAsync($"/api/children/merges/{merge.Id()}/split", split, merge.Id("version").Etag()).NothingAsync();
        foreach (var child in new[] { kept, other })
        {
            var owed = Assert.Single(await OwedAsync(child), n => n.Text("state") == "owed");
            Assert.Equal("split", owed.Text("cause"));
            Assert.Single((await _holder.CardAsync(child)).Owed("notify-recipient"));
        }
    }

    [Fact]
    public async Task A_card_entered_by_mistake_is_told_to_whoever_was_given_its_data()
    {
        var child = await DisclosedAsync();
        var path = $"/api/children/cards/{child}/void";
        await _holder.PostAsync(path, new { reason = "Жаңылыш ачылган" }).JsonAsync(HttpStatusCode.Created);
        var unit = await host.SignedInAsync("unit.aksuu");
        var asked = (await unit.GetAsync($"/api/children/voids?childId={child}").JsonAsync()).GetProperty("items")[0];
        var decision = new { confirm = true };
        await unit.PostAsync($"/api/children/voids/{asked.Id()}/decide", decision, asked.Id("version").Etag()).NothingAsync();
        var owed = Assert.Single(await OwedAsync(child));
        Assert.Equal(("voided", "owed", "Сот катчысы"), (owed.Text("cause"), owed.Text("state"), owed.Text("recipient")));
        await TellAsync(owed).NothingAsync();
        Assert.Equal("told", Assert.Single(await OwedAsync(child)).Text("state"));
    }

    [Fact]
    public async Task Another_district_neither_sees_nor_tells_it()
    {
        var child = await DisclosedAsync();
        await _holder.SaveSectionAsync(child, "identity", Road.NewIdentity("Сыноева"));
        var owed = Assert.Single(await OwedAsync(child));
        _holder = await host.SignedInAsync("holder.alamudun");
        Assert.Empty(await OwedAsync(child));
        Assert.Equal(HttpStatusCode.NotFound, (await TellAsync(owed)).StatusCode);
        _holder = await host.SignedInAsync("central");
        Assert.Equal(HttpStatusCode.Forbidden, (await TellAsync(owed)).StatusCode);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
