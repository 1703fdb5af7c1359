using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Children.Signals;
using Registry.Contracts;
using Registry.Platform.Checks;
using Registry.Tests.Host;
using Finding = Registry.Platform.Checks.Finding;

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

    private static Task<JsonElement> ReadAsync(HttpClient user, Guid signal) =>
        user.GetAsync($"/api/children/signals/{signal}").JsonAsync();

    private static async Task<HttpStatusCode> StatusAsync(HttpClient user, Guid signal) =>
        (await user.GetAsync($"/api/children/signals/{signal}")).StatusCode;

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
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(_holder, sent.Id()));
        var owed = Assert.Single((await ReadAsync(_there, sent.Id())).Owed("process-report"));
        Assert.Equal("2026-11-23", owed.Text("startedOn"));
        Assert.Contains("signal-forwarded", await NoticesAsync(_there, sent.Text("number")));
        Assert.Contains("signal-forwarded", await NoticesAsync(_holder, sent.Text("number")));
        await _there.OpenCardFromAsync(sent.Id());
    }

    [Fact]
    public async Task A_forwarded_signal_keeps_the_start_of_its_clock_and_its_place_found()
    {
        var signal = await _holder.RegisterAsync(Road.Signal(foundOn: "2026-11-20"));
        var before = Assert.Single((await ReadAsync(_holder, signal.Id())).Owed("process-report"));
        var sent = await _holder.ForwardAsync(signal.Id(), Road.Alamudun).JsonAsync();
        Assert.False(sent.TryGetProperty("actor", out var actor) && actor.ValueKind is JsonValueKind.Object);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(_holder, signal.Id()));
        var read = await ReadAsync(_there, signal.Id());
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
    public async Task The_child_of_a_forwarded_signal_is_found_where_it_lies_now_and_owed_in_the_work_list_there()
    {
        var child = new { surname = "Багытталганова", name = "Айзада" };
        var signal = await _holder.RegisterAsync(Road.Signal(child: child));
        await _holder.ForwardAsync(signal.Id(), Road.Alamudun).JsonAsync();
        foreach (var (user, finds) in new[] { (_there, true), (_holder, false) })
        {
            var found = await user.PostAsync("/api/children/search", new { text = "Багытталганова" }).JsonAsync();
            Assert.Equal(finds, found.GetProperty("items").GetArrayLength() > 0);
            var owed = await user.GetAsync("/api/children/work-list?size=100&unassigned=true").JsonAsync();
            Assert.Equal(finds, owed.ToString().Contains(signal.Text("number"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Refuses_to_forward_to_where_it_lies_to_nowhere_or_what_is_processed()
    {
        var signal = (await _holder.RegisterAsync()).Id();
        await _holder.ForwardAsync(signal, Road.AkSuu).RefusedAsync(HttpStatusCode.BadRequest, "signal.forward-to-the-same");
        await _holder.ForwardAsync(signal, "41799999000000").RefusedAsync(HttpStatusCode.BadRequest, "territory.unknown");
        await _unit.ForwardAsync(signal, Road.Alamudun).RefusedAsync(HttpStatusCode.Conflict, "signal.has-holder");
        var stale = await _holder.VersionAsync($"/api/children/signals/{signal}");
        await _holder.OpenCardFromAsync(signal);
        await _holder.ForwardAsync(signal, Road.Alamudun).RefusedAsync(HttpStatusCode.Conflict, "signal.not-open");
        var late = new { territory = Road.Alamudun, reason = "x" };
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await _holder.PostAsync($"/api/children/signals/{signal}/forward", late, stale)).StatusCode
        );
    }

    [Theory]
    [InlineData(IssykKul)]
    [InlineData(NoHolder)]
    public async Task A_signal_for_a_territory_without_a_holder_goes_to_a_body_that_must_act(string territory)
    {
        var sent = await _holder.RegisterAsync(Road.Signal(territory: territory));
        Assert.NotEqual("", sent.GetProperty("actor").Text("nameRu"));
        await TheMinistryActsAsync(sent);
    }

    [Fact]
    public async Task Refuses_a_signal_where_nobody_at_all_may_act()
    {
        await SuspendAsync("ministry");
        await _holder
            .PostAsync("/api/children/signals", Road.Signal(territory: NoHolder))
            .RefusedAsync(HttpStatusCode.Conflict, "signal.nobody-there");
    }

    [Fact]
    public async Task A_signal_forwarded_to_where_there_is_no_holder_goes_to_a_body_that_must_act()
    {
        var signal = await _holder.RegisterAsync();
        var sent = await _holder.ForwardAsync(signal.Id(), NoHolder).JsonAsync();
        Assert.NotEqual("", sent.GetProperty("actor").Text("nameKy"));
        await TheMinistryActsAsync(signal);
        var steps = (await ReadAsync(_there, signal.Id())).GetProperty("contents").GetProperty("forwarded").EnumerateArray();
        Assert.Equal([(Road.AkSuu, NoHolder), (NoHolder, Road.Alamudun)], steps.Select(s => (s.Text("from"), s.Text("to"))));
    }

    private async Task TheMinistryActsAsync(JsonElement signal)
    {
        Assert.Contains("signal-without-holder", await NoticesAsync(_ministry, signal.Text("number")));
        var read = await ReadAsync(_ministry, signal.Id());
        Assert.True(read.GetProperty("withoutHolder").GetBoolean());
        Assert.True(read.GetProperty("canForward").GetBoolean());
        // to a holder, not to the next body
        await _ministry.ForwardAsync(signal.Id(), "41702215000000").RefusedAsync(HttpStatusCode.Conflict, "signal.no-holder-there");
        await _ministry.ForwardAsync(signal.Id(), Road.Alamudun).JsonAsync();
        Assert.False((await ReadAsync(_there, signal.Id())).GetProperty("withoutHolder").GetBoolean());
        await _there.OpenCardFromAsync(signal.Id());
    }

    /// <summary>Runs the nightly check; what it cannot assign to anyone is reported.</summary>
    private Task<IReadOnlyList<Finding>> NightAsync() =>
        _host.InScopeAsync(s => s.GetServices<INightlyCheck>().OfType<FindActors>().Single().FindAsync(default));

    private async Task SuspendAsync(string login)
    {
        var admin = await _host.SignedInAsync("admin");
        var accounts = (await admin.GetAsync("/api/access/accounts?size=100").JsonAsync()).GetProperty("items").EnumerateArray();
        var path = $"/api/access/accounts/{accounts.Single(a => a.Text("login") == login).Id()}";
        await admin
            .PostAsync($"{path}/suspend", new { reason = "Өргүүгө чыкты", confirm = login }, await admin.VersionAsync(path))
            .NothingAsync();
    }

    [Fact]
    public async Task Every_night_each_open_signal_has_somebody_who_may_process_it()
    {
        var signal = await _there.RegisterAsync(Road.Signal(territory: Road.Alamudun));
        Assert.Empty(await NightAsync());
        Assert.DoesNotContain("signal-without-holder", await NoticesAsync(_ministry, signal.Text("number")));
        await SuspendAsync("holder.alamudun");
        var here = (await _holder.RegisterAsync()).Id();
        Assert.Empty(await NightAsync());
        Assert.False((await ReadAsync(_holder, here)).GetProperty("withoutHolder").GetBoolean());
        Assert.Empty(await NightAsync());
        Assert.Single(await NoticesAsync(_ministry, signal.Text("number")), "signal-without-holder");
        await _ministry.ForwardAsync(signal.Id(), Road.AkSuu).JsonAsync();
        await _holder.OpenCardFromAsync(signal.Id());
    }

    [Fact]
    public async Task No_signal_lies_where_nobody_at_all_could_process_it()
    {
        var signal = await _holder.RegisterAsync();
        foreach (var territory in new[] { Road.Alamudun, Road.Town, Road.Village })
            await _holder.RegisterAsync(Road.Signal(territory: territory));
        var nobody = new Nobody();
        await _host.InScopeAsync(async s =>
        {
            var night = new FindActors(s.GetRequiredService<ChildrenDbContext>(), nobody, s.GetRequiredService<TimeProvider>());
            // each once
            Assert.Single(await night.FindAsync(default), new Finding(signal.Id(), signal.Text("number")));
            return 0;
        });
    }

    private sealed class Nobody : ISignalReceivers
    {
        public Task<SignalReceiver?> OfAsync(string territory, DateOnly on, CancellationToken ct) => Task.FromResult<SignalReceiver?>(null);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
