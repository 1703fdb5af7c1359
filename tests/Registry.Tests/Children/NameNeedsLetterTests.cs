using System.Net;
using Registry.Tests.Host;
using Registry.Tests.Integration;

namespace Registry.Tests.Children;

/// <summary>A dash, a number or a question mark is not a name: the field refuses it, and a child sent with one by another system has an unknown name.</summary>
[Collection("host")]
[Clause("17.1")]
public sealed class NameNeedsLetterTests(RegistryHost host)
{
    private const string Code = "name.needs-letter";

    [Theory]
    [InlineData("—")]
    [InlineData("123")]
    [InlineData("?")]
    public async Task Refuses_it_in_a_report_on_a_card_of_a_relative_and_of_a_specialist(string none)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var report = Road.Signal(child: new { surname = none, name = "Айпери" });
        var problem = await holder.PostAsync("/api/children/signals", report).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(Code, problem.CodeAt("child.surname"));

        var child = (await holder.OpenCardAsync()).Id("childId");
        var card = await holder.CardAsync(child);
        problem = await holder
            .PutAsync(
                $"/api/children/cards/{child}/identity",
                new { section = new { surname = "Сынова", name = none } },
                card.SectionVersion("identity")
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(Code, problem.CodeAt("section.name"));
        problem = await holder
            .PutAsync(
                $"/api/children/cards/{child}/relatives",
                new { section = new { list = new[] { new { relation = "mother", fullName = none } } } },
                card.SectionVersion("relatives")
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(Code, problem.CodeAt("section.list[0].fullName"));

        var admin = await host.SignedInAsync("admin");
        var specialist = new
        {
            bodyId = (await admin.GetAsync("/api/access/bodies").JsonAsync()).GetProperty("items")[0].Id(),
            surname = "Сынов",
            name = none,
            pin = "20504198512345",
            position = "Инспектор",
        };
        problem = await admin.PostAsync("/api/access/specialists", new { specialist }).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(Code, problem.CodeAt("specialist.name"));
    }

    [Fact]
    [Clause("12.2")]
    public async Task Another_systems_signal_is_heard_and_its_child_has_no_name()
    {
        var (_, school) = await host.RegisterSystemAsync("nameless", ["signals"]);
        var sent = await school
            .PostAsync(
                "/api/v1/signals",
                new
                {
                    channel = "school",
                    urgency = "ordinary",
                    foundOn = "2026-11-23",
                    territory = Road.AkSuu,
                    account = "Аты айтылган жок.",
                    child = new { surname = "—", name = "-" },
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = await holder.GetAsync($"/api/children/signals/{sent.Id()}").JsonAsync();
        var child = signal.GetProperty("contents").GetProperty("child");
        Assert.Equal((null, null), (child.GetProperty("surname").GetString(), child.GetProperty("name").GetString()));
        Assert.Equal("— -", child.Text("typed"));
    }
}
