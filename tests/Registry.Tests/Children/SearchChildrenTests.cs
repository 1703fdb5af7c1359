using System.Globalization;
using System.Net;
using System.Text.Json;
using Registry.Children.Search;
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
    public async Task Finds_among_many_of_one_name_the_whole_word_first_and_the_one_born_that_day()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        static string Day(int n) => new DateOnly(2012, 1, 1).AddDays(n).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        const int many = ChildFinder.Most + 5;
        foreach (var portion in Enumerable.Range(0, many).Chunk(8))
            await Task.WhenAll(portion.Select(n => holder.OpenCardAsync(Road.NewIdentity("Толтурбаева", "Айпери", birthDate: Day(n)))));
        var whole = (await holder.OpenCardAsync(Road.NewIdentity("Толтур", "Жамал"))).Id("childId");

        var page = await holder.PostAsync("/api/children/search", new { text = "толтур" }).JsonAsync();
        Assert.Equal(25, page.GetProperty("items").GetArrayLength());
        Assert.True(page.GetProperty("more").GetBoolean());
        Assert.Equal(whole, page.GetProperty("items")[0].Id());

        for (var n = 0; n < many; n++)
        {
            var born = Assert.Single(await FindAsync(holder, new { text = "толтурбаева айпери", birthDate = Day(n) }));
            Assert.Equal(Day(n), born.Text("birthDate"));
            Assert.Single(await FindAsync(holder, new { text = "толтурбаива айпери", birthDate = Day(n) }));
            var report = await holder
                .PostAsync("/api/children/duplicates", new { identity = Road.NewIdentity("Толтурбаева", "Айпери", birthDate: Day(n)) })
                .JsonAsync();
            Assert.Equal(Day(n), report.GetProperty("items")[0].Text("birthDate"));
        }
    }

    [Fact]
    public async Task Finds_a_typing_error_beside_a_dozen_that_are_spelt_so()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        for (var n = 0; n < 12; n++)
            await holder.OpenCardAsync(Road.NewIdentity("Жаркынбекова", birthDate: $"2014-01-{n + 1:D2}"));
        var near = (await holder.OpenCardAsync(Road.NewIdentity("Жаркымбекова"))).Id("childId");
        var found = await FindAsync(holder, new { text = "Жаркынбекова" });
        Assert.Equal(13, found.Count);
        Assert.Equal(near, found[^1].Id());
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
