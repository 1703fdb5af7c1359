using System.Globalization;
using System.Net;
using System.Text.Json;
using Registry.Children.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("17.1", "14.2")]
public sealed class SearchChildrenTests(RegistryHost host)
{
    private static Task<JsonElement> AskAsync(HttpClient browser, string text) =>
        browser.PostAsync("/api/children/search", new { text }).JsonAsync();

    private static async Task<List<JsonElement>> FindAsync(HttpClient browser, string text) =>
        [.. (await AskAsync(browser, text)).GetProperty("items").EnumerateArray()];

    private static async Task<string[]> KindsAsync(HttpClient browser, string text) =>
        [
            .. (await FindAsync(browser, text))
                .SelectMany(c => c.GetProperty("matches").EnumerateArray())
                .Select(m => m.Text("kind")!)
                .Distinct(),
        ];

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
        var found = await FindAsync(holder, typed);
        Assert.Contains(found, c => c.Text("fullName") == fullName);
        Assert.NotEmpty(found.First(c => c.Text("fullName") == fullName).GetProperty("matches").EnumerateArray());
    }

    [Fact]
    public async Task Finds_by_number_and_by_birth_date_and_shows_why_a_spelling_matched()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity("Номурова", "Гүлнара", "10303201400017", "2014-03-03"))).Id("childId");
        Assert.Equal(child, Assert.Single(await FindAsync(holder, "1 0303 2014 00017")).Id());
        Assert.Contains(await FindAsync(holder, "3.3.2014"), c => c.Id() == child);
        var match = (await FindAsync(holder, "Гульнара Номурова")).Single(c => c.Id() == child).GetProperty("matches")[0];
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

        var page = await AskAsync(holder, "толтур");
        Assert.Equal(25, page.GetProperty("items").GetArrayLength());
        Assert.True(page.GetProperty("more").GetBoolean());
        Assert.Equal(whole, page.GetProperty("items")[0].Id());

        for (var n = 0; n < many; n++)
        {
            var born = Assert.Single(await FindAsync(holder, $"толтурбаева айпери {Day(n)}"));
            Assert.Equal(Day(n), born.Text("birthDate"));
            Assert.Single(await FindAsync(holder, $"толтурбаива айпери {Day(n)}"));
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
        var found = await FindAsync(holder, "Жаркынбекова");
        Assert.Equal(13, found.Count);
        Assert.Equal(near, found[^1].Id());
    }

    [Fact]
    public async Task Finds_a_child_by_its_new_name_and_by_the_name_and_number_it_had()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity("Эскифамилиева", pin: "10405201600917"))).Id("childId");
        await holder.SaveSectionAsync(child, "identity", Road.NewIdentity("Жаңыфамилиева", pin: "10405201600925"));
        Assert.Equal(child, Assert.Single(await FindAsync(holder, "Жанифамилиева")).Id());
        Assert.Equal(child, Assert.Single(await FindAsync(holder, "10405201600925")).Id());
        Assert.Equal(child, Assert.Single(await FindAsync(holder, "10405201600917")).Id());
        Assert.Equal(["other-name"], await KindsAsync(holder, "Эскифамилиева"));
        var report = await holder
            .PostAsync("/api/children/duplicates", new { identity = Road.NewIdentity("Эскифамилиева", pin: "10405201600917") })
            .JsonAsync();
        var again = report.GetProperty("items")[0];
        Assert.Equal(child, again.Id());
        Assert.Contains("same-pin", again.GetProperty("signs").EnumerateArray().Select(s => s.GetString()));
    }

    [Fact]
    public async Task The_former_name_of_an_adopted_child_is_unknown()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity("Мурункуева", pin: "10405201600933"))).Id("childId");
        await holder.SaveSectionAsync(child, "identity", Road.NewIdentity("Кийинкиева", pin: "10405201600941"));
        await holder.SaveSectionAsync(child, "legal-status", new { statuses = new[] { "adopted" }, causes = new[] { "poverty" } });
        Assert.Empty(await FindAsync(holder, "Мурункуева"));
        Assert.Empty(await FindAsync(holder, "10405201600933"));
        Assert.Single(await FindAsync(holder, "Кийинкиева"));
        var report = await holder
            .PostAsync("/api/children/duplicates", new { identity = Road.NewIdentity("Мурункуева", pin: "10405201600933") })
            .JsonAsync();
        Assert.DoesNotContain(report.GetProperty("items").EnumerateArray(), d => d.Id() == child);
    }

    [Fact]
    [Clause("19.2")]
    public async Task Finds_a_child_that_an_unprocessed_signal_names()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var reported = new
        {
            surname = "Кабарланова",
            name = "Айчолпон",
            birthDate = "2015-02-03",
        };
        var signal = (await holder.RegisterAsync(Road.Signal(child: reported))).Id();
        var found = Assert.Single(await FindAsync(holder, "Айчолпан Кабарланова"));
        Assert.Equal(signal, found.Id("signalId"));
        var like = new { identity = Road.NewIdentity("Кабарланова", "Айчолпон", birthDate: "2015-02-03") };
        var other = (await holder.PostAsync("/api/children/duplicates", like).JsonAsync()).GetProperty("items")[0];
        Assert.Equal(signal, other.Id("signalId"));
        // while its own card is opened it is not its own duplicate
        var own = await holder.PostAsync("/api/children/duplicates", new { like.identity, signalId = signal }).JsonAsync();
        Assert.Empty(own.GetProperty("items").EnumerateArray());
        var card = (await holder.OpenCardFromAsync(signal, like.identity)).Id("childId");
        Assert.Equal(card, Assert.Single(await FindAsync(holder, "Кабарланова")).Id());
    }

    [Fact]
    public async Task Finds_a_child_no_more_whose_signal_was_unfounded_but_by_its_number()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = await holder.RegisterAsync(Road.Signal(child: new { surname = "Жокканова", name = "Айым" }));
        await holder
            .PostAsync(
                $"/api/children/signals/{signal.Id()}/close-unfounded",
                new { reason = "not-confirmed", note = "Текшерилди" },
                await holder.VersionAsync($"/api/children/signals/{signal.Id()}")
            )
            .NothingAsync();
        Assert.Empty(await FindAsync(holder, "Жокканова"));
        Assert.Equal(signal.Id(), Assert.Single(await FindAsync(holder, signal.Text("number")!)).Id("signalId"));
    }

    [Fact]
    public async Task Finds_a_child_by_the_name_in_a_signal_that_was_linked_to_it()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity("Картадагиева"))).Id("childId");
        var signal = (
            await holder.RegisterAsync(
                Road.Signal(
                    child: new
                    {
                        surname = "Сигналдагиева",
                        name = "Жыпар",
                        pin = "10405201600968",
                    }
                )
            )
        ).Id();
        await holder
            .PostAsync(
                $"/api/children/signals/{signal}/link",
                new { childId = child },
                await holder.VersionAsync($"/api/children/signals/{signal}")
            )
            .JsonAsync();
        Assert.Equal(child, Assert.Single(await FindAsync(holder, "Сигналдагиева")).Id());
        Assert.Equal(child, Assert.Single(await FindAsync(holder, "10405201600968")).Id());
    }

    [Fact]
    public async Task Finds_a_child_by_its_parents_names_and_telephone()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity("Атасыныкыева", "Мунара"))).Id("childId");
        await holder.SaveSectionAsync(
            child,
            "relatives",
            new
            {
                mother = "raises-child",
                father = "dead",
                list = new[]
                {
                    new
                    {
                        relation = "mother",
                        fullName = "Энесиныкыева Гүлсүнбүбү",
                        phone = "0700 98-76-54",
                    },
                },
            }
        );
        Assert.Equal(child, Assert.Single(await FindAsync(holder, "Мунара Энесиныкыева")).Id());
        Assert.Equal(child, Assert.Single(await FindAsync(holder, "Гулсунбубу Энесиникиева")).Id());
        Assert.Equal(["phone"], await KindsAsync(holder, "+996 (700) 987654"));
        var report = await holder
            .PostAsync("/api/children/duplicates", new { identity = Road.NewIdentity("Энесиныкыева", "Мунара") })
            .JsonAsync();
        Assert.Contains(report.GetProperty("items").EnumerateArray(), d => d.Id() == child && d.GetProperty("score").GetInt32() >= 60);
    }

    [Fact]
    public async Task Finds_a_child_by_the_telephone_of_who_reported_it_unless_they_asked_not_to_be_named()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        object Report(bool anonymous, string phone) =>
            new
            {
                source = "report-received",
                channel = "citizen",
                urgency = "ordinary",
                foundOn = "2026-11-23",
                receivedOn = "2026-11-23",
                territory = Road.AkSuu,
                account = "Жалгыз",
                reporter = new { anonymous, phone },
                child = new { surname = "Чалынганова" },
            };
        var named = (await holder.RegisterAsync(Report(false, "0555111222"))).Id();
        await holder.RegisterAsync(Report(true, "0555111333"));
        Assert.Equal(named, Assert.Single(await FindAsync(holder, "555 111 222")).Id("signalId"));
        Assert.Empty(await FindAsync(holder, "555 111 333"));
    }

    [Fact]
    public async Task A_child_whose_name_nobody_knows_is_registered_and_found_as_such()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync(Road.Signal(child: new { age = 4, note = "Базарда табылды" }))).Id();
        Assert.Contains(await FindAsync(holder, "имя неизвестно"), c => c.GetProperty("signalId").ToString() == $"{signal}");
        var nameless = new
        {
            sex = "male",
            birthDate = "2022-01-01",
            birthDateEstimated = true,
            unknown = new { name = "nobody-knows" },
        };
        var child = (await holder.OpenCardFromAsync(signal, nameless)).Id("childId");
        var found = await FindAsync(holder, "аты белгисиз 01.01.2022");
        Assert.Equal(
            ["birth-date", "name-unknown"],
            Assert.Single(found, c => c.Id() == child).GetProperty("matches").EnumerateArray().Select(m => m.Text("kind"))
        );
        await holder.SaveSectionAsync(child, "identity", Road.NewIdentity("Табылганов"));
        Assert.DoesNotContain(await FindAsync(holder, "name unknown"), c => c.Id() == child);
    }

    [Theory]
    [InlineData("Тажы", "Таджи")]
    [InlineData("Тажы", "Тежы")]
    [InlineData("Тажы", "Тжы")]
    [InlineData("Тажы", "Таажды")]
    [InlineData("Өгөй", "Огай")]
    [InlineData("Өгөй", "Гоой")]
    [InlineData("Таш", "Баш")]
    [InlineData("Таш", "Тас")]
    [InlineData("Таш", "Тааш")]
    public async Task Finds_short_words_with_one_error(string surname, string typed)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        await holder.OpenCardAsync(Road.NewIdentity(surname, "Кыскааттуу"));
        Assert.Contains(await FindAsync(holder, $"{typed} Кыскааттуу"), c => c.Text("fullName") == $"{surname} Кыскааттуу");
    }

    [Fact]
    public async Task A_name_is_kept_in_its_normal_form_and_what_was_typed_stays_in_the_history()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity("Жаӊылмачева ", "Aйпери"))).Id("childId");
        var card = await holder.CardAsync(child);
        Assert.Equal("Жаңылмачева Айпери", card.Text("fullName"));
        Assert.Equal("Жаңылмачева", card.GetProperty("contents").GetProperty("identity").Text("surname"));
        var history = await holder.GetAsync($"/api/children/cards/{child}/history").JsonAsync();
        var typed = history
            .GetProperty("items")
            .EnumerateArray()
            .Single(c => c.Text("section") == "identity")
            .GetProperty("items")
            .EnumerateArray()
            .Single(i => i.Text("item") == "typed");
        Assert.Equal("Жаӊылмачева Aйпери", typed.Text("after"));
    }

    [Fact]
    [Clause("25.1")]
    public async Task Finds_nothing_outside_the_readers_territory()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        await holder.OpenCardAsync(Road.NewIdentity("Чекараева"));
        Assert.Empty(await FindAsync(await host.SignedInAsync("holder.alamudun"), "Чекараева"));
        Assert.Single(await FindAsync(await host.SignedInAsync("central"), "Чекараева"));
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
