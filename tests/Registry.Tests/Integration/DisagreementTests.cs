using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Integration;

/// <summary>Where a register disagrees with the card: a task, never an overwrite [18].</summary>
[Clause("18")]
public sealed class DisagreementTests : RegisterRoad
{
    [Fact]
    public async Task A_disagreement_is_a_task_and_never_an_overwrite()
    {
        var child = await ChildAsync(BornOtherwise);
        var asked = await AskAsync(child);
        var born = Field(asked, "identity", "birthDate");
        Assert.Equal(("differs", "2016-05-04", "2016-05-05"), (born.Text("state"), born.Text("here"), born.Text("came")));
        Assert.Equal("2016-05-04", (await Holder.CardAsync(child)).GetProperty("contents").GetProperty("identity").Text("birthDate"));
        var task = Assert.Single(await ItemsAsync("/api/children/work-list?size=100&step=settle-disagreement"));
        Assert.Equal(("18", child), (task.Text("clause"), task.Id("childId")));
        Assert.Equal("2026-11-30", task.Text("dueOn"));

        // a repeated query yields the same task
        asked = await AskAsync(child);
        Assert.Single(await ItemsAsync("/api/children/work-list?size=100&step=settle-disagreement"));
        Assert.Single(await ItemsAsync($"/api/children/cards/{child}/disagreements"));

        await TakeAsync(child, asked, [], [Field(asked, "identity", "birthDate")], "Күбөлүктүн түп нускасын көрдүм");
        Assert.Empty(await ItemsAsync("/api/children/work-list?size=100&step=settle-disagreement"));
        var settled = Assert.Single(await ItemsAsync($"/api/children/cards/{child}/disagreements"));
        Assert.Equal(("left", "Күбөлүктүн түп нускасын көрдүм"), (settled.Text("state"), settled.Text("because")));

        // the card's value was kept: the same values create no task again
        await AskAsync(child);
        Assert.Empty(await ItemsAsync("/api/children/work-list?size=100&step=settle-disagreement"));
    }

    [Fact]
    public async Task A_taken_disagreement_changes_the_card_with_its_history_and_its_search()
    {
        var child = await ChildAsync(BornOtherwise);
        var asked = await AskAsync(child);
        await TakeAsync(child, asked, [Field(asked, "identity", "birthDate")]);
        Assert.Equal("2016-05-05", (await Holder.CardAsync(child)).GetProperty("contents").GetProperty("identity").Text("birthDate"));
        Assert.Equal("taken", Assert.Single(await ItemsAsync($"/api/children/cards/{child}/disagreements")).Text("state"));
        var found = await Holder.PostAsync("/api/children/search", new { text = "Асанова 05.05.2016" }).JsonAsync();
        Assert.Contains(found.GetProperty("items").EnumerateArray(), c => c.Id("id") == child);
        var history = await ItemsAsync($"/api/children/cards/{child}/history");
        Assert.Equal(2, history.Count(c => c.Text("section") == "identity"));
    }

    [Fact]
    public async Task A_disagreement_ends_when_the_card_is_entered_by_hand_as_the_register_has_it()
    {
        var child = await ChildAsync(BornOtherwise);
        await AskAsync(child);
        await SaveBornAsync(child, "2016-05-05");
        Assert.Empty(await ItemsAsync("/api/children/work-list?size=100&step=settle-disagreement"));
        Assert.Equal("taken", Assert.Single(await ItemsAsync($"/api/children/cards/{child}/disagreements")).Text("state"));
    }

    [Fact]
    public async Task A_third_value_on_the_card_replaces_the_disagreement_by_a_new_one()
    {
        var child = await ChildAsync(BornOtherwise);
        await AskAsync(child);
        await SaveBornAsync(child, "2016-05-06");
        await AskAsync(child);
        var all = await ItemsAsync($"/api/children/cards/{child}/disagreements");
        Assert.Equal([("open", "2016-05-06"), ("gone", "2016-05-04")], all.Select(d => (d.Text("state"), d.Text("here"))));
        Assert.Single(await ItemsAsync("/api/children/work-list?size=100&step=settle-disagreement"));
    }

    [Fact]
    public async Task A_disagreement_of_an_earlier_asking_is_settled_without_asking_again()
    {
        var child = await ChildAsync(BornOtherwise);
        await AskAsync(child);
        var open = Assert.Single(await ItemsAsync($"/api/children/cards/{child}/disagreements"));
        Assert.Equal(HttpStatusCode.NoContent, (await TakeAsync(child, open, [open])).StatusCode);
        Assert.Equal("2016-05-05", (await Holder.CardAsync(child)).GetProperty("contents").GetProperty("identity").Text("birthDate"));
        Assert.Empty(await ItemsAsync("/api/children/work-list?size=100&step=settle-disagreement"));
    }

    private async Task SaveBornAsync(Guid child, string birthDate)
    {
        var section = new
        {
            surname = "Асанова",
            name = "Айгүл",
            noPatronymic = true,
            sex = "female",
            birthDate,
            birthDateInDoubt = birthDate != "2016-05-04",
            pin = BornOtherwise,
            citizenship = "Кыргыз Республикасы",
        };
        var version = (await Holder.CardAsync(child)).SectionVersion("identity");
        await Holder.PutAsync($"/api/children/cards/{child}/identity", new { section }, version).JsonAsync();
    }
}
