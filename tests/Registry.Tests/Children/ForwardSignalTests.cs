using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Signals;
using Registry.Kernel.Operations;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Clause("11.3", "19.2")]
public sealed class ForwardSignalTests : IAsyncLifetime
{
    private const string IssykKul = "41702000000000";
    private const string NoHolder = "41702210000000";
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;
    private HttpClient _there = null!;
    private HttpClient _unit = null!;
    private HttpClient _ministry = null!;

    public async Task InitializeAsync()
    {
        _holder = await _host.SignedInAsync("holder.aksuu");
        _there = await _host.SignedInAsync("holder.alamudun");
        _unit = await _host.SignedInAsync("unit.aksuu");
        _ministry = await _host.SignedInAsync("ministry");
    }

    private static async Task<HttpResponseMessage> ForwardAsync(HttpClient user, Guid signal, string territory) =>
        await user.PostAsync(
            $"/api/children/signals/{signal}/forward",
            new { territory, reason = "Бала ошол жакта жашайт" },
            await user.VersionAsync($"/api/children/signals/{signal}")
        );

    private async Task<List<string>> NoticesAsync(HttpClient user, string number)
    {
        await _host.SettleAsync();
        return
        [
            .. (await user.GetAsync("/api/access/notices?size=100").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Where(n => n.Text("number") == number)
                .Select(n => n.Text("kind")),
        ];
    }

    [Fact]
    public async Task A_child_found_in_another_district_is_registered_and_goes_to_the_holders_there()
    {
        var sent = await _holder.RegisterAsync(Road.Signal(territory: Road.Alamudun));
        Assert.True(sent.GetProperty("forwarded").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await _holder.GetAsync($"/api/children/signals/{sent.Id()}")).StatusCode);
        var owed = Assert.Single((await _there.GetAsync($"/api/children/signals/{sent.Id()}").JsonAsync()).Owed("process-report"));
        Assert.Equal("2026-11-23", owed.Text("startedOn"));
        Assert.Contains("signal-forwarded", await NoticesAsync(_there, sent.Text("number")));
        Assert.Contains("signal-forwarded", await NoticesAsync(_holder, sent.Text("number")));
        await _there.OpenCardFromAsync(sent.Id());
    }

    [Fact]
    public async Task A_forwarded_signal_keeps_the_start_of_its_clock_and_its_place_found()
    {
        var signal = await _holder.RegisterAsync(Road.Signal(foundOn: "2026-11-20"));
        var before = Assert.Single((await _holder.GetAsync($"/api/children/signals/{signal.Id()}").JsonAsync()).Owed("process-report"));
        await ForwardAsync(_holder, signal.Id(), Road.Alamudun).NothingAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await _holder.GetAsync($"/api/children/signals/{signal.Id()}")).StatusCode);
        var read = await _there.GetAsync($"/api/children/signals/{signal.Id()}").JsonAsync();
        var after = Assert.Single(read.Owed("process-report"));
        Assert.Equal((before.Text("startedOn"), before.Text("dueOn")), (after.Text("startedOn"), after.Text("dueOn")));
        var step = Assert.Single(read.GetProperty("contents").GetProperty("forwarded").EnumerateArray());
        Assert.Equal((Road.AkSuu, Road.Alamudun), (step.Text("from"), step.Text("to")));
        Assert.Contains("signal-forwarded", await NoticesAsync(_there, signal.Text("number")));
        Assert.Contains("signal-forwarded", await NoticesAsync(_holder, signal.Text("number")));
        var card = await _there.OpenCardFromAsync(signal.Id());
        var finding = (await _there.CardAsync(card.Id("childId"))).GetProperty("contents").GetProperty("finding");
        Assert.Equal(Road.AkSuu, finding.Text("territory"));
    }

    [Fact]
    public async Task Refuses_to_forward_to_where_it_lies_where_nobody_is_or_what_is_processed()
    {
        var signal = (await _holder.RegisterAsync()).Id();
        await ForwardAsync(_holder, signal, Road.AkSuu).RefusedAsync(HttpStatusCode.BadRequest, "signal.forward-to-the-same");
        await ForwardAsync(_holder, signal, "41799999000000").RefusedAsync(HttpStatusCode.BadRequest, "territory.unknown");
        await ForwardAsync(_holder, signal, NoHolder).RefusedAsync(HttpStatusCode.Conflict, "signal.no-holder-there");
        await ForwardAsync(_unit, signal, Road.Alamudun).RefusedAsync(HttpStatusCode.Conflict, "signal.has-holder");
        await _holder.OpenCardFromAsync(signal);
        await ForwardAsync(_holder, signal, Road.Alamudun).RefusedAsync(HttpStatusCode.Conflict, "signal.not-open");
    }

    [Theory]
    [InlineData(IssykKul)]
    [InlineData(NoHolder)]
    public async Task A_signal_for_a_territory_without_a_holder_goes_to_a_body_that_must_act(string territory)
    {
        var sent = await _holder.RegisterAsync(Road.Signal(territory: territory));
        Assert.NotNull(sent.Text("actorRu"));
        Assert.Contains("signal-without-holder", await NoticesAsync(_ministry, sent.Text("number")));
        var read = await _ministry.GetAsync($"/api/children/signals/{sent.Id()}").JsonAsync();
        Assert.True(read.GetProperty("withoutHolder").GetBoolean());
        Assert.True(read.GetProperty("canForward").GetBoolean());
        await ForwardAsync(_ministry, sent.Id(), Road.Alamudun).NothingAsync();
        await _there.OpenCardFromAsync(sent.Id());
    }

    /// <summary>Runs the nightly check; what it cannot give to anybody is found.</summary>
    private Task<IReadOnlyList<Finding>> NightAsync() =>
        _host.InScopeAsync(s => s.GetServices<INightlyCheck>().OfType<FindActors>().Single().FindAsync(default));

    [Fact]
    public async Task Every_night_each_open_signal_has_somebody_who_may_process_it()
    {
        var signal = await _there.RegisterAsync(Road.Signal(territory: Road.Alamudun));
        Assert.Empty(await NightAsync());
        var admin = await _host.SignedInAsync("admin");
        var account = (await admin.GetAsync("/api/access/accounts?size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(a => a.Text("login") == "holder.alamudun")
            .Id();
        var path = $"/api/access/accounts/{account}";
        await admin.PostAsync($"{path}/suspend", new { }, await admin.VersionAsync(path)).NothingAsync();
        Assert.Empty(await NightAsync());
        Assert.Contains("signal-without-holder", await NoticesAsync(_ministry, signal.Text("number")));
        await ForwardAsync(_ministry, signal.Id(), Road.AkSuu).NothingAsync();
        await _holder.OpenCardFromAsync(signal.Id());
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
