using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("17.1", "14.2")]
public sealed class SearchChildrenTests(RegistryHost host)
{
    private static async Task<List<JsonElement>> FindAsync(HttpClient browser, object query) =>
        [.. (await browser.PostAsync("/api/children/search", query).JsonAsync()).GetProperty("items").EnumerateArray()];

    [Theory]
    [InlineData("Издөөкова Жыпаргүл", "издоокова жыпаргуль")]
    [InlineData("Издөөкова Жыпаргүл", "Джипаргуль Издоокова")]
    [InlineData("Издөөкова Жыпаргүл", "Zhypargul Izdookova")]
    [InlineData("Издөөкова Жыпаргүл", "изд жып")]
    [InlineData("Издөөкова Жыпаргүл", "Издоокава Жыпаргүл")] // a letter exchanged
    [InlineData("Издөөкова Жыпаргүл", "Издоокова Жыпаргл")] // a letter left out
    [InlineData("Өмүрбекев Чынгыз", "Умурбекев Чингиз")]
    [InlineData("Үмүтова Бакыт Үсөн кызы", "умутова бакыт усон")]
    public async Task Finds_a_child_by_any_spelling_beginning_style_or_with_one_typing_error(string fullName, string typed)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var parts = fullName.Split(' ', 3);
        await holder.OpenCardAsync(
            new
            {
                surname = parts[0],
                name = parts[1],
                patronymic = parts.ElementAtOrDefault(2),
            }
        );
        var found = await FindAsync(holder, new { text = typed });
        Assert.Contains(found, c => c.Text("fullName") == fullName);
        Assert.NotEmpty(found.First(c => c.Text("fullName") == fullName).GetProperty("matches").EnumerateArray());
    }

    [Fact]
    public async Task Finds_by_number_and_by_birth_date_and_shows_why_a_spelling_matched()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity("Номурова", "Гүлнара", "10303201400017", "2014-03-03"))).Id("childId");
        Assert.Equal(child, Assert.Single(await FindAsync(holder, new { pin = "10303201400017" })).Id());
        Assert.Contains(await FindAsync(holder, new { birthDate = "2014-03-03" }), c => c.Id() == child);
        var match = (await FindAsync(holder, new { text = "Гульнара Номурова" })).Single(c => c.Id() == child).GetProperty("matches")[0];
        Assert.Equal(("Гульнара", "Гүлнара", "other-spelling"), (match.Text("typed"), match.Text("found"), match.Text("kind")));
    }

    [Fact]
    public async Task Follows_a_change_of_name()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity("Эскифамилиева"))).Id("childId");
        await holder
            .PutAsync(
                $"/api/children/cards/{child}/identity",
                new { section = Road.NewIdentity("Жаңыфамилиева") },
                (await holder.CardAsync(child)).SectionVersion("identity")
            )
            .JsonAsync();
        Assert.Empty(await FindAsync(holder, new { text = "Эскифамилиева" }));
        Assert.Equal(child, Assert.Single(await FindAsync(holder, new { text = "Жанифамилиева" })).Id());
    }

    [Fact]
    [Clause("25.1")]
    public async Task Finds_nothing_outside_the_readers_territory()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        await holder.OpenCardAsync(Road.NewIdentity("Чекараева"));
        Assert.Empty(await FindAsync(await host.SignedInAsync("holder.alamudun"), new { text = "Чекараева" }));
        Assert.Single(await FindAsync(await host.SignedInAsync("central"), new { text = "Чекараева" }));
    }

    [Fact]
    public async Task Says_at_the_field_when_nothing_was_asked() =>
        Assert.Equal(
            "search.nothing-asked",
            (
                await (await host.SignedInAsync("holder.aksuu"))
                    .PostAsync("/api/children/search", new { text = " " })
                    .JsonAsync(HttpStatusCode.BadRequest)
            ).CodeAt("text")
        );
}
