using System.Net;
using System.Text.Json;
using Registry.Reporting;
using Registry.Tests.Host;

namespace Registry.Tests.ProtectionPlans;

/// <summary>What remains counted after an end, and what a later report brings back.</summary>
[Clause("20.9", "11.5")]
public sealed class ReopeningTests(RegistryHost host) : IClassFixture<RegistryHost>, IAsyncLifetime
{
    private HttpClient _holder = null!;
    private HttpClient _unit = null!;

    public async Task InitializeAsync() =>
        (_holder, _unit) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("unit.aksuu"));

    private async Task<List<string>> EndingsAsync(Guid child) =>
        [
            .. (await _holder.GetAsync($"/api/closings?childId={child}").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Select(c => c.Text("status")),
        ];

    [Fact]
    [Clause("19.2")]
    public async Task A_report_takes_back_the_end_of_its_own_case_and_of_no_other()
    {
        var (child, other) = ((await _holder.OpenCardAsync()).Id("childId"), (await _holder.OpenCardAsync()).Id("childId"));
        foreach (var ended in new[] { child, other })
            await host.EndCaseAsync(_holder, _unit, ended);
        await _holder.LinkAsync((await _holder.RegisterAsync()).Id(), child);
        await host.SettleAsync();
        Assert.Equal(["reopened"], await EndingsAsync(child));
        Assert.Equal(["consented"], await EndingsAsync(other));
    }

    [Fact]
    public async Task Why_a_case_goes_on_stands_beside_its_end_and_an_end_is_taken_back_once()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        await host.EndCaseAsync(_holder, _unit, child);
        async Task<JsonElement> EndAsync() =>
            (await _holder.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items")[0];
        async Task<HttpResponseMessage> ReopenAsync(JsonElement end) =>
            await _holder.PostAsync($"/api/closings/{end.Id()}/reopen", new { reason = "Кайтып келди" }, end.Id("version").Etag());
        await ReopenAsync(await EndAsync()).NothingAsync();
        var taken = await EndAsync();
        Assert.Equal(("reopened", "Кайтып келди"), (taken.Text("status"), taken.GetProperty("contents").Text("reopenReason")));
        await ReopenAsync(taken).RefusedAsync(HttpStatusCode.Conflict, "closing.not-ended");
    }

    [Fact]
    public async Task A_reopening_calls_off_the_looks_after_its_own_exit_alone()
    {
        var (child, other) = ((await _holder.OpenCardAsync()).Id("childId"), (await _holder.OpenCardAsync()).Id("childId"));
        foreach (var left in new[] { child, other })
            await host.EndCaseAsync(_holder, _unit, left, "left-difficult-situation", inSpiteOf: "Шарты түзөлдү");
        async Task<List<string?>> CalledOffAsync(Guid of) =>
            [
                .. (await _holder.GetAsync($"/api/plans/visits/of-child/{of}").JsonAsync())
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(v => v.GetProperty("calledOffOn").GetString()),
            ];
        await _holder.LinkAsync((await _holder.RegisterAsync()).Id(), child);
        await host.SettleAsync();
        Assert.Equal(["2026-11-23", "2026-11-23"], await CalledOffAsync(child));
        Assert.Equal([null, null], await CalledOffAsync(other));
    }

    [Fact]
    [Clause("22.5")]
    public async Task A_plan_that_ended_with_its_case_is_counted_also_when_the_reports_are_counted_anew()
    {
        var ministry = await host.SignedInAsync("ministry");
        var (child, _) = await host.PlanInForceAsync(_holder);
        await host.EndCaseAsync(_holder, _unit, child);
        async Task<JsonElement> MeasuresAsync() =>
            (
                await ministry.GetAsync("/api/reporting/report?report=measures&by=body&from=2026-01-01&to=2026-12-31").JsonAsync()
            ).GetProperty("rows");
        var before = (await MeasuresAsync()).GetRawText();
        await ReportingModule.RebuildFactsAsync(host.Services, default);
        Assert.Equal(before, (await MeasuresAsync()).GetRawText());
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
