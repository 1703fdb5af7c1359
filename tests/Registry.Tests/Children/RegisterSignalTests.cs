using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("13a", "13b.1", "10.1", "11.1", "19.1", "19.2")]
public sealed class RegisterSignalTests(RegistryHost host)
{
    private static JsonElement Deadline(JsonElement signal, string step) =>
        signal.GetProperty("deadlines").EnumerateArray().Single(d => d.Text("step") == step);

    [Fact]
    public async Task A_report_starts_the_two_working_days_of_clause_19_2()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var registered = await holder.RegisterAsync(Road.Signal(foundOn: "2026-11-20")); // a Friday
        var signal = await holder.GetAsync($"/api/children/signals/{registered.Id()}").JsonAsync();
        var deadline = Assert.Single(signal.GetProperty("deadlines").EnumerateArray().ToList());
        Assert.Equal(("19.2", "2026-11-20", "2026-11-24"), (deadline.Text("clause"), deadline.Text("startedOn"), deadline.Text("dueOn")));
        Assert.Equal(1, deadline.GetProperty("daysLeft").GetInt32());
    }

    [Fact]
    public async Task A_child_found_by_the_specialist_starts_the_one_working_day_of_clause_19_1()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var registered = await holder.RegisterAsync(Road.Signal("found-by-specialist", foundOn: "2026-11-20"));
        Assert.Equal("2026-11-23", registered.Text("dueOn"));
        var signal = await holder.GetAsync($"/api/children/signals/{registered.Id()}").JsonAsync();
        Assert.Equal(
            ("19.1", "2026-11-23"),
            (Deadline(signal, "enter-found-child").Text("clause"), Deadline(signal, "enter-found-child").Text("dueOn"))
        );
        Assert.Equal("2026-11-24", Deadline(signal, "process-report").Text("dueOn"));
    }

    [Fact]
    public async Task Keeps_everything_that_was_told()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var told = new
        {
            source = "report-received",
            channel = "helpline-111",
            urgency = "immediate",
            foundOn = "2026-11-22",
            receivedOn = "2026-11-23",
            territory = Road.AkSuu,
            account = "Коңшулар чалды",
            address = "Теплоключенка, Ленин 5",
            latitude = 42.5,
            longitude = 78.5,
            reporter = new
            {
                anonymous = false,
                name = "Сынов Үсөн",
                phone = "+996 700 000000",
                relation = "коңшу",
            },
            child = new
            {
                surname = "Сынова",
                age = 7,
                note = "кызыл куртка",
            },
        };
        var id = (await holder.RegisterAsync(told)).Id();
        var contents = (await holder.GetAsync($"/api/children/signals/{id}").JsonAsync()).GetProperty("contents");
        Assert.Equal("Коңшулар чалды", contents.Text("account"));
        Assert.Equal(42.5, contents.GetProperty("latitude").GetDouble());
        Assert.Equal("коңшу", contents.GetProperty("reporter").Text("relation"));
        Assert.Equal("кызыл куртка", contents.GetProperty("child").Text("note"));
    }

    [Fact]
    public async Task Refuses_wrong_data_at_their_fields_in_the_readers_language()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        holder.DefaultRequestHeaders.Add("Accept-Language", "ru");
        var problem = await holder
            .PostAsync(
                "/api/children/signals",
                new
                {
                    source = "report-received",
                    channel = "",
                    urgency = "ordinary",
                    foundOn = "2026-11-24",
                    territory = "",
                    account = "",
                    reporter = new { anonymous = true },
                    child = new
                    {
                        pin = "1",
                        age = 40,
                        birthDate = "2030-01-01",
                    },
                }
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("field.required", problem.CodeAt("channel"));
        Assert.Equal("signal.found-in-future", problem.CodeAt("foundOn"));
        Assert.Equal("field.required", problem.CodeAt("receivedOn"));
        Assert.Equal("territory.required", problem.CodeAt("territory"));
        Assert.Equal("field.required", problem.CodeAt("account"));
        Assert.Equal("pin.wrong-format", problem.CodeAt("child.pin"));
        Assert.Equal("field.out-of-range", problem.CodeAt("child.age"));
        Assert.Equal("child.born-in-future", problem.CodeAt("child.birthDate"));
        Assert.Contains("Дата выявления не может быть в будущем.", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("417022", "territory.required")]
    [InlineData("41799999000000", "territory.unknown")]
    public async Task Refuses_a_territory_that_there_is_not(string territory, string code)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var problem = await holder
            .PostAsync("/api/children/signals", Road.Signal(territory: territory))
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(code, problem.CodeAt("territory"));
    }

    [Fact]
    public async Task Numbers_have_no_gaps_and_no_doubles_under_load()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var numbers = (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => holder.RegisterAsync())))
            .Select(s => int.Parse(s.Text("number").Split('-')[^1]))
            .Order()
            .ToList();
        Assert.Equal(20, numbers.Distinct().Count());
        Assert.Equal(19, numbers[^1] - numbers[0]);
    }
}
