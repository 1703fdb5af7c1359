using System.Net;
using System.Text.Json.Nodes;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>Dates are checked where they are entered, in every form [17.1, 17.2, 25.2].</summary>
[Collection("host")]
[Clause("17.1", "17.2", "25.2")]
public sealed class DatesOnEntryTests(RegistryHost host)
{
    private static JsonObject SignalOf(object child, string foundOn = "2026-11-23")
    {
        var signal = (JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(Road.Signal(foundOn: foundOn, child: child))!;
        signal["receivedOn"] = "2026-11-23";
        return signal;
    }

    [Theory]
    [InlineData("1916-05-04", "birthDate", "child.born-too-early", "1990")]
    [InlineData("2116-05-04", "birthDate", "child.born-in-future", "Жылын текшериңиз")]
    [InlineData("1998-11-23", "birthDate", "child.too-old", "28 жашка")]
    [InlineData("2006-05-04", "adultBecause", "child.adult", "20 жашта")]
    public async Task A_mistyped_birth_year_is_refused_with_helpful_words(string born, string field, string code, string says)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var inSignal = await holder
            .PostAsync("/api/children/signals", SignalOf(new { name = "Жыпаргүл", birthDate = born }))
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(code, inSignal.CodeAt($"child.{field}"));
        Assert.Contains(says, inSignal.GetProperty("errors")[0].Text("message"), StringComparison.Ordinal);

        var signal = (await holder.RegisterAsync()).Id();
        var onCard = await holder
            .PostAsync(
                $"/api/children/signals/{signal}/open-card",
                new { identity = Road.NewIdentity(birthDate: born), otherChildBecause = "x" },
                await holder.VersionAsync($"/api/children/signals/{signal}")
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(code, onCard.CodeAt($"identity.{field}"));

        var child = (await holder.OpenCardFromAsync(signal)).Id("childId");
        var inSection = await holder
            .PutAsync(
                $"/api/children/cards/{child}/identity",
                new { section = Road.NewIdentity(birthDate: born) },
                (await holder.CardAsync(child)).SectionVersion("identity")
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(code, inSection.CodeAt($"section.{field}"));
    }

    [Fact]
    public async Task An_adult_is_registered_with_a_reason_that_stays_on_the_card()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        const string because = "Жетим, интернатта окуп жүрөт";
        var known = new
        {
            name = "Жыпаргүл",
            birthDate = "2006-05-04",
            adultBecause = because,
        };
        var signal = (await holder.PostAsync("/api/children/signals", SignalOf(known)).JsonAsync(HttpStatusCode.Created)).Id();
        var identity = new
        {
            name = "Жыпаргүл",
            noPatronymic = true,
            birthDate = "2006-05-04",
            adultBecause = because,
        };
        var child = (await holder.OpenCardFromAsync(signal, identity)).Id("childId");
        Assert.Equal(because, (await holder.CardAsync(child)).GetProperty("contents").GetProperty("identity").Text("adultBecause"));
    }

    [Fact]
    public async Task A_contradiction_is_asked_about_and_can_be_left_to_be_clarified()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        object Known(bool inDoubt) =>
            new
            {
                name = "Жыпаргүл",
                birthDate = "2016-05-05",
                pin = "10405201600012",
                birthDateInDoubt = inDoubt,
            };
        var refused = await holder.PostAsync("/api/children/signals", SignalOf(Known(false))).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("child.pin-tells-otherwise", refused.CodeAt("child.birthDate"));
        var says = refused.GetProperty("errors")[0].Text("message");
        Assert.Contains("04.05.2016", says, StringComparison.Ordinal);
        Assert.Contains("05.05.2016", says, StringComparison.Ordinal);
        await holder.PostAsync("/api/children/signals", SignalOf(Known(true))).JsonAsync(HttpStatusCode.Created);

        var aged = SignalOf(
            new
            {
                name = "Жыпаргүл",
                birthDate = "2016-05-05",
                age = 6,
            }
        );
        var told = await holder.PostAsync("/api/children/signals", aged).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("child.age-tells-otherwise", told.CodeAt("child.birthDate"));
    }

    [Fact]
    public async Task A_day_found_long_ago_needs_a_reason()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = SignalOf(new { name = "Жыпаргүл" }, "2026-09-01");
        var refused = await holder.PostAsync("/api/children/signals", signal).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("signal.found-long-ago", refused.CodeAt("lateBecause"));
        signal["lateBecause"] = "Кагаз журналдан";
        var registered = await holder.PostAsync("/api/children/signals", signal).JsonAsync(HttpStatusCode.Created);
        // the reason is carried over to the card, whose section can be saved again
        var child = (await holder.OpenCardFromAsync(registered.Id())).Id("childId");
        var finding = (await holder.CardAsync(child)).GetProperty("contents").GetProperty("finding");
        Assert.Equal(("2026-09-01", "Кагаз журналдан"), (finding.Text("foundOn"), finding.Text("lateBecause")));
        await holder.SaveSectionAsync(child, "finding", finding);
    }

    [Theory]
    [InlineData("1926-11-23", "foundOn", "signal.found-too-early")]
    [InlineData("2026-11-24", "foundOn", "signal.found-in-future")]
    [InlineData("2016-05-03", "child.birthDate", "child.born-after-found")]
    public async Task A_correction_refuses_a_day_found_that_cannot_be(string foundOn, string field, string code)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        var right = new
        {
            source = "found-by-specialist",
            channel = "school",
            foundOn,
            territory = Road.AkSuu,
            child = new { name = "Жыпаргүл", birthDate = "2016-05-04" },
            reason = "Күнү жаңылыш жазылган",
        };
        var refused = await holder
            .PostAsync($"/api/children/signals/{signal}/correct", right, await holder.VersionAsync($"/api/children/signals/{signal}"))
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(code, refused.CodeAt(field));
    }

    [Fact]
    public async Task Refuses_a_report_received_in_another_century()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = SignalOf(new { name = "Жыпаргүл" });
        signal["receivedOn"] = "1926-11-23";
        var refused = await holder.PostAsync("/api/children/signals", signal).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("signal.received-too-early", refused.CodeAt("receivedOn"));
    }

    [Fact]
    public async Task A_report_of_the_first_day_that_can_be_is_taken()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = SignalOf(new { name = "Жыпаргүл" });
        signal["receivedOn"] = "1990-01-01";
        await holder.PostAsync("/api/children/signals", signal).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_signals_sure_day_found_is_not_changed_by_opening_the_card()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        var refused = await holder
            .PostAsync(
                $"/api/children/signals/{signal}/open-card",
                new
                {
                    identity = Road.NewIdentity(),
                    otherChildBecause = "x",
                    foundOn = "2026-11-20",
                },
                await holder.VersionAsync($"/api/children/signals/{signal}")
            )
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("signal.found-is-sure", refused.CodeAt("foundOn"));
    }
}
