using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Merging;

/// <summary>After the period for undoing a merge, each row is assigned by hand.</summary>
[Clause("20", "14.2")]
public sealed class SplitCardsTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await _host.SignedInAsync("holder.aksuu");

    private async Task<List<JsonElement>> RowsAsync(JsonElement merge) =>
        [.. (await _holder.GetAsync($"/api/children/merges/{merge.Id()}/rows").JsonAsync()).GetProperty("rows").EnumerateArray()];

    private Task<HttpResponseMessage> SplitAsync(JsonElement merge, IEnumerable<Guid> goBack, string confirm) =>
        _holder.PostAsync(
            $"/api/children/merges/{merge.Id()}/split",
            new
            {
                goBack,
                reason = "Башка бала экен",
                confirm,
            },
            merge.Id("version").Etag()
        );

    [Fact]
    public async Task Each_row_goes_to_the_child_that_was_chosen_and_both_cases_go_on()
    {
        var kept = (await _holder.OpenCardAsync(Road.NewIdentity())).Id("childId");
        var other = await _host.RichAsync(_holder);
        await _host.MergeAsync(_holder, kept, other);
        var merge = await _holder.MergeOfAsync(kept);
        var (rows, name) = (await RowsAsync(merge), await _holder.NameToTypeAsync($"/api/children/merges/{merge.Id()}/consequences"));
        await SplitAsync(merge, [rows[0].Id()], name).RefusedAsync(HttpStatusCode.Conflict, "merge.can-be-undone");
        await _host.PassAsync(31);
        _holder = await _host.SignedInAsync("holder.aksuu");
        // a relative of the survivor's own, entered beside those taken over
        var taken = new
        {
            relation = "mother",
            fullName = "Сынова Айгүл",
            abroadForWork = true,
            country = "РФ",
        };
        var entered = new { relation = "aunt", fullName = "Сынова Бегимай" };
        await _holder.SaveSectionAsync(
            kept,
            "relatives",
            new
            {
                mother = "abroad-for-work",
                father = "not-recorded",
                list = new object[] { taken, entered },
            }
        );
        merge = await _holder.MergeOfAsync(kept);
        Assert.True(merge.GetProperty("canSplit").GetBoolean());
        Assert.False(merge.GetProperty("canUndo").GetBoolean());
        rows = await RowsAsync(merge);
        await SplitAsync(merge, [Guid.CreateVersion7()], name).RefusedAsync(HttpStatusCode.Conflict, "merge.row-unknown");
        merge = await _holder.MergeOfAsync(kept);
        var chosen = rows.Where(r => r.GetProperty("came").GetBoolean() && !r.GetProperty("withCase").GetBoolean()).ToList();
        await SplitAsync(merge, chosen.Where(r => !r.GetProperty("isCase").GetBoolean()).Select(r => r.Id()), name)
            .RefusedAsync(HttpStatusCode.Conflict, "merge.case-for-both");
        await SplitAsync(merge, chosen.Select(r => r.Id()), "x").RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        // one file belongs to the survivor after all
        var stays = chosen.First(r => r.Text("what") == "Attachment").Id();
        await SplitAsync(merge, chosen.Select(r => r.Id()).Where(id => id != stays), name).NothingAsync();
        await _host.SettleAsync();

        var (own, its) = (await _holder.CardAsync(kept), await _holder.CardAsync(other));
        Assert.Equal("plan-in-force", its.GetProperty("case").Text("status"));
        Assert.Equal("opened", own.GetProperty("case").Text("status"));
        foreach (var card in new[] { own, its })
        {
            Assert.NotEmpty(card.Owed());
            Assert.Equal(1, card.GetProperty("signals").GetArrayLength());
        }
        var files = await _holder.GetAsync($"/api/children/cards/{kept}/attachments").JsonAsync();
        Assert.Contains(stays.ToString(), files.GetRawText(), StringComparison.Ordinal);
        // what was taken over was another child's: one number belongs to one card again
        Assert.Equal([other], (await _holder.FoundAsync(MergeRoad.Pin)).Select(f => f.Id()));
        Assert.Null(own.GetProperty("contents").GetProperty("identity").GetProperty("pin").GetString());
        Assert.Equal(JsonValueKind.Null, own.GetProperty("contents").GetProperty("disability").ValueKind);
        var relatives = own.GetProperty("contents").GetProperty("relatives");
        Assert.Equal(["Сынова Бегимай"], relatives.GetProperty("list").EnumerateArray().Select(r => r.Text("fullName")));
        Assert.Equal("not-recorded", relatives.Text("father"));
        Assert.Null(relatives.GetProperty("mother").GetString());
        Assert.Equal("abroad-for-work", its.GetProperty("contents").GetProperty("relatives").Text("mother"));
        Assert.Equal(HttpStatusCode.OK, (await _holder.GetAsync($"/api/plans?childId={other}")).StatusCode);
        // nothing is sealed under another child's key
        await ChildSnapshot.OfAsync(_host, kept, other);
        Assert.Equal("split", (await _holder.MergeOfAsync(kept)).Text("state"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
