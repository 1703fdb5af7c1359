using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Merging;

/// <summary>Cards in two districts: the authorised body decides and edits nothing; the keeping holder chooses the fields.</summary>
[Clause("7.central", "5.holder", "25.1")]
public sealed class MergeAcrossTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _aksuu = null!;
    private HttpClient _alamudun = null!;
    private HttpClient _ministry = null!;

    public async Task InitializeAsync()
    {
        _aksuu = await _host.SignedInAsync("holder.aksuu");
        _alamudun = await _host.SignedInAsync("holder.alamudun");
        _ministry = await _host.SignedInAsync("ministry");
    }

    private async Task<(Guid Here, Guid There)> TwoAsync() =>
        (
            (await _aksuu.OpenCardAsync(Road.NewIdentity())).Id("childId"),
            (
                await _alamudun.OpenCardAsync(
                    Road.NewIdentity("Эгизова"),
                    Road.Signal(territory: Road.Alamudun, foundOn: "2026-11-19", child: new { })
                )
            ).Id("childId")
        );

    private static async Task<string> NumberAsync(HttpClient holder, Guid child) =>
        (await holder.CardAsync(child)).GetProperty("case").Text("number");

    private static Task<HttpResponseMessage> AskAsync(HttpClient holder, Guid child, string number) =>
        holder.PostAsync($"/api/children/cards/{child}/ask-merge", new { otherNumber = number, reason = "ЖИН бирдей" });

    private static async Task<HttpResponseMessage> DecideAsync(HttpClient decider, Guid child, bool? same, Guid? keep)
    {
        var merge = await decider.MergeOfAsync(child);
        return await decider.PostAsync(
            $"/api/children/merges/{merge.Id()}/decide",
            new { sameChild = same, keepId = keep },
            merge.Id("version").Etag()
        );
    }

    [Fact]
    public async Task The_authorised_body_decides_and_the_keeping_holder_merges()
    {
        var (here, there) = await TwoAsync();
        await AskAsync(_aksuu, here, await NumberAsync(_alamudun, there)).JsonAsync(HttpStatusCode.Created);
        // the requester learns nothing about the other card
        var asked = await _aksuu.MergeOfAsync(here);
        Assert.Equal(
            JsonValueKind.Null,
            asked.GetProperty("other").TryGetProperty("name", out var name) ? name.ValueKind : JsonValueKind.Null
        );
        Assert.Single((await _aksuu.CardAsync(here)).Owed("decide-merge"));
        Assert.Equal("Эгизова Жыпаргүл", (await _ministry.MergeOfAsync(here)).GetProperty("other").Text("name"));
        Assert.Equal(HttpStatusCode.Forbidden, (await DecideAsync(_alamudun, here, true, there)).StatusCode);
        await DecideAsync(_ministry, here, null, null).RefusedAsync(HttpStatusCode.BadRequest, "field.required");
        await DecideAsync(_ministry, here, true, Guid.CreateVersion7()).RefusedAsync(HttpStatusCode.BadRequest, "merge.keep-one-of-both");
        await DecideAsync(_ministry, here, true, there).NothingAsync();
        await _host.SettleAsync();
        await DecideAsync(_ministry, here, true, there).RefusedAsync(HttpStatusCode.Conflict, "merge.not-asked");

        // the ministry edits nothing, the other holder neither
        Assert.Equal(HttpStatusCode.Forbidden, (await _ministry.TryMergeAsync(there, here, "x")).StatusCode);
        await _aksuu.TryMergeAsync(here, there, "x").RefusedAsync(HttpStatusCode.Conflict, "merge.other-unknown");
        Assert.Single((await _alamudun.CardAsync(there)).Owed("merge-cards"));
        await _host.MergeAsync(_alamudun, there, here);
        var card = await _alamudun.CardAsync(there);
        Assert.Empty(card.Owed("merge-cards"));
        Assert.Equal(2, card.GetProperty("signals").GetArrayLength());
        Assert.All(
            card.GetProperty("deadlines").EnumerateArray(),
            d => Assert.NotEqual("decide-merge", d.GetProperty("isOpen").GetBoolean() ? d.Text("step") : "")
        );
        Assert.Equal(HttpStatusCode.NotFound, (await _aksuu.GetAsync($"/api/children/cards/{here}")).StatusCode);
        Assert.Empty(await _aksuu.FoundAsync("Сынова Жыпаргүл"));
        Assert.Equal([there], (await _alamudun.FoundAsync("Сынова Жыпаргүл")).Select(f => f.Id()));

        await _alamudun.UndoAsync(there).NothingAsync();
        await _host.SettleAsync();
        Assert.Equal(Road.AkSuu, (await _aksuu.CardAsync(here)).GetProperty("case").Text("territory"));
        Assert.Equal([here], (await _aksuu.FoundAsync("Сынова Жыпаргүл")).Select(f => f.Id()));
    }

    [Fact]
    public async Task A_refused_or_withdrawn_request_changes_nothing()
    {
        var (here, there) = await TwoAsync();
        var number = await NumberAsync(_alamudun, there);
        await AskAsync(_aksuu, here, number).JsonAsync(HttpStatusCode.Created);
        await AskAsync(_aksuu, here, number).RefusedAsync(HttpStatusCode.Conflict, "merge.asked-already");
        await DecideAsync(_ministry, here, false, null).NothingAsync();
        Assert.Equal("refused", (await _aksuu.MergeOfAsync(here)).Text("state"));
        await AskAsync(_aksuu, here, number).JsonAsync(HttpStatusCode.Created);
        await DecideAsync(_ministry, here, true, there).NothingAsync();
        var decided = await _aksuu.MergeOfAsync(here);
        await _aksuu.PostAsync($"/api/children/merges/{decided.Id()}/withdraw", new { }, decided.Id("version").Etag()).NothingAsync();
        Assert.Empty((await _alamudun.CardAsync(there)).Owed("merge-cards"));
        var taken = await _aksuu.MergeOfAsync(here);
        await _aksuu
            .PostAsync($"/api/children/merges/{taken.Id()}/withdraw", new { }, taken.Id("version").Etag())
            .RefusedAsync(HttpStatusCode.Conflict, "merge.not-decided");
        await _alamudun.TryMergeAsync(there, here, "x").RefusedAsync(HttpStatusCode.Conflict, "merge.other-unknown");
    }

    [Fact]
    public async Task What_was_asked_about_a_child_who_is_adopted_is_called_off_and_owed_by_nobody()
    {
        var (here, there) = await TwoAsync();
        await AskAsync(_alamudun, there, await NumberAsync(_aksuu, here)).JsonAsync(HttpStatusCode.Created);
        await _host.EndCaseAsync(_aksuu, await _host.SignedInAsync("unit.aksuu"), here, "adoption", document: "№ 1");
        Assert.Equal("withdrawn", (await _alamudun.MergeOfAsync(there)).Text("state"));
        Assert.Empty((await _alamudun.CardAsync(there)).Owed("decide-merge"));
    }

    [Fact]
    public async Task A_number_that_nobody_may_know_answers_like_one_that_there_is_not()
    {
        var (here, there) = await TwoAsync();
        await AskAsync(_aksuu, here, "41708203-2026-999999").RefusedAsync(HttpStatusCode.Conflict, "merge.other-unknown");
        await AskAsync(_aksuu, here, await NumberAsync(_aksuu, here)).RefusedAsync(HttpStatusCode.Conflict, "merge.same-card");
        var second = (await _aksuu.OpenCardAsync(Road.NewIdentity("Экинчиева"))).Id("childId");
        await AskAsync(_aksuu, here, await NumberAsync(_aksuu, second)).RefusedAsync(HttpStatusCode.Conflict, "merge.in-your-territory");
        // sealed after an adoption
        var number = await NumberAsync(_aksuu, second);
        await _host.EndCaseAsync(_aksuu, await _host.SignedInAsync("unit.aksuu"), second, "adoption", document: "№ 1");
        await AskAsync(_alamudun, there, number).RefusedAsync(HttpStatusCode.Conflict, "merge.other-unknown");
        await _aksuu.TryMergeAsync(here, second, "x").RefusedAsync(HttpStatusCode.Conflict, "merge.other-unknown");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
