using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("14.2")]
public sealed class FindDuplicatesTests(RegistryHost host)
{
    [Fact]
    public async Task Explains_its_score()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        await holder.OpenCardAsync(Road.NewIdentity("Эгизова", "Жаңыл", birthDate: "2013-07-07"));
        var report = await holder
            .PostAsync("/api/children/duplicates", new { identity = Road.NewIdentity("Эгизова", "Жаныл", birthDate: "2013-07-07") })
            .JsonAsync();
        var likeness = report.GetProperty("items")[0];
        Assert.Equal(80, likeness.GetProperty("score").GetInt32());
        Assert.Equal(
            ["same-name", "same-birth-date", "same-sex"],
            likeness.GetProperty("signs").EnumerateArray().Select(s => s.GetString()!)
        );
    }

    /// <summary>A child elsewhere who is unknown here.</summary>
    private async Task<(string Pin, object Identity)> ElsewhereAsync(string surname)
    {
        var there = await host.SignedInAsync("holder.alamudun");
        var pin = Road.NewPin();
        var identity = Road.NewIdentity(surname, "Турдугүл", pin, "2016-05-04");
        await there.OpenCardAsync(identity, Road.Signal(territory: Road.Alamudun, child: new { }));
        return (pin, identity);
    }

    private static async Task<JsonElement> AskAsync(HttpClient holder, object identity, Guid? signal) =>
        await holder.PostAsync("/api/children/duplicates", new { identity, signalId = signal }).JsonAsync();

    private static bool Elsewhere(JsonElement report) => report.GetProperty("elsewhere").GetBoolean();

    [Fact]
    [Clause("25.1")]
    public async Task Tells_of_a_child_elsewhere_only_that_there_is_one()
    {
        var (pin, identity) = await ElsewhereAsync("Башкажактыкова");
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        var report = await AskAsync(holder, identity, signal);
        Assert.True(Elsewhere(report));
        Assert.Empty(report.GetProperty("items").EnumerateArray());
        Assert.DoesNotContain("41708", report.ToString(), StringComparison.Ordinal);
        // the number alone is enough, and so is everything else without it
        Assert.True(Elsewhere(await AskAsync(holder, new { pin }, signal)));
        Assert.True(Elsewhere(await AskAsync(holder, Road.NewIdentity("Башкажактыкова", "Турдугүл"), signal)));
    }

    [Theory]
    [InlineData("Башкажактыкова", null, "2016-05-04", "female")]
    [InlineData("Башкажактыкова", "Турдугүл", null, "female")]
    [InlineData("Башкажактыкова", "Турдугүл", "2016-05-04", null)]
    [InlineData("Башкажактыкова", "Турдугүл", "2016-05-05", "female")]
    [InlineData("Башкажактыкова", "Турдугүл", "2016-05-04", "male")]
    [InlineData("Башкажактыбаева", "Турдугүл", "2016-05-04", "female")]
    [Clause("25.1")]
    public async Task Nobody_finds_out_a_child_elsewhere_bit_by_bit(string surname, string? name, string? birthDate, string? sex)
    {
        await ElsewhereAsync("Башкажактыкова");
        var holder = await host.SignedInAsync("holder.aksuu");
        var asked = new
        {
            surname,
            name,
            sex,
            birthDate,
        };
        Assert.False(Elsewhere(await AskAsync(holder, asked, (await holder.RegisterAsync()).Id())));
    }

    [Fact]
    [Clause("25.1")]
    public async Task Tells_of_elsewhere_only_for_a_signal_that_is_worked_on()
    {
        var (_, identity) = await ElsewhereAsync("Иштелбегенова");
        var holder = await host.SignedInAsync("holder.aksuu");
        Assert.False(Elsewhere(await AskAsync(holder, identity, null)));
        var signal = (await holder.RegisterAsync()).Id();
        await holder.OpenCardFromAsync(signal, Road.NewIdentity("Ачылганова"));
        Assert.False(Elsewhere(await AskAsync(holder, identity, signal)));
        var foreign = (await (await host.SignedInAsync("holder.alamudun")).RegisterAsync(Road.Signal(territory: Road.Alamudun))).Id();
        await holder
            .PostAsync("/api/children/duplicates", new { identity, signalId = foreign })
            .RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    [Clause("15.6")]
    public async Task A_question_that_found_somebody_stands_in_the_journal_under_that_child()
    {
        var (pin, identity) = await ElsewhereAsync("Табылганова");
        var holder = await host.SignedInAsync("holder.aksuu");
        await AskAsync(holder, identity, (await holder.RegisterAsync()).Id());
        var there = await host.SignedInAsync("holder.alamudun");
        var child = (await there.PostAsync("/api/children/search", new { text = pin }).JsonAsync()).GetProperty("items")[0].Id();
        var entries = await host.InScopeAsync(s =>
            s.GetRequiredService<PlatformDbContext>().Journal.CountAsync(e => e.AboutId == child && e.Action == "FindDuplicates")
        );
        Assert.Equal(1, entries);
    }

    [Fact]
    [Clause("15.6", "28")]
    public async Task Asks_of_one_person_are_few_a_day_and_the_administrators_hear_of_many_at_once()
    {
        await using var own = new RegistryHost();
        var (_, identity) = await new FindDuplicatesTests(own).ElsewhereAsync("Көпсуралганова");
        var holder = await own.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        for (var day = 1; day <= LookUpRecorder.MostADay; day++)
            Assert.False(
                (await AskAsync(holder, Road.NewIdentity("Сурамжылова", $"Ат{(char)('а' + (day % 26))}{(char)('а' + (day / 26))}"), signal))
                    .GetProperty("tooMany")
                    .GetBoolean()
            );
        var refused = await AskAsync(holder, identity, signal);
        Assert.True(refused.GetProperty("tooMany").GetBoolean());
        Assert.False(Elsewhere(refused));
        await own.SettleAsync();
        var notices = (await (await own.SignedInAsync("admin")).GetAsync("/api/access/notices?size=100").JsonAsync()).GetProperty("items");
        Assert.Single(notices.EnumerateArray(), n => n.Text("kind") == "look-ups-frequent");
        // the next day the count starts over
        await own.PassAsync(days: 1);
        holder = await own.SignedInAsync("holder.aksuu");
        Assert.True(Elsewhere(await AskAsync(holder, identity, signal)));
    }

    [Fact]
    [Clause("14.2", "15.6")]
    public async Task Whoever_tries_numbers_until_one_is_refused_is_stopped()
    {
        await using var own = new RegistryHost();
        var others = new List<string>();
        for (var i = 0; i <= LookUpRecorder.MostADay; i++)
            others.Add((await new FindDuplicatesTests(own).ElsewhereAsync($"Номерова")).Pin);
        var holder = await own.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var version = (await holder.CardAsync(child)).SectionVersion("identity");
        Task<HttpResponseMessage> TryAsync(string pin) =>
            holder.PutAsync($"/api/children/cards/{child}/identity", new { section = Road.NewIdentity(pin: pin) }, version);
        foreach (var pin in others.Take(LookUpRecorder.MostADay))
            await TryAsync(pin).RefusedAsync(HttpStatusCode.Conflict, "pin.held-elsewhere");
        await TryAsync(others[^1]).RefusedAsync(HttpStatusCode.TooManyRequests, "look-up.too-many");
        // a free number is refused in the same way: the refusal reveals nothing
        await TryAsync(Road.NewPin()).RefusedAsync(HttpStatusCode.TooManyRequests, "look-up.too-many");
    }
}
