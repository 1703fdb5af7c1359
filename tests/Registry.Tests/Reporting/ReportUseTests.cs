using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Events;
using Registry.Reporting.Model;
using Registry.Tests.Host;
using Registry.Tests.Institutions;
using static Registry.Tests.Reporting.ReportAnswers;

namespace Registry.Tests.Reporting;

/// <summary>What is done with a report: compared, frozen, published beyond a scope, opened.</summary>
public sealed class ReportUseTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _ministry = null!;

    public async Task InitializeAsync() => _ministry = await _host.SignedInAsync("ministry");

    [Fact]
    [Clause("25.1")]
    public async Task A_child_found_here_whose_case_went_to_another_district_is_counted_and_not_named()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(signal: Road.Signal(foundOn: "2026-11-20"))).Id("childId");
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        async Task<string> NameAsync() =>
            (await holder.GetAsync("/api/reporting/children?report=found&by=month&from=2026-11-20&to=2026-11-20&size=100").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Single(c => c.Id("childId") == child)
                .Text("fullName");
        Assert.Contains("Сынова", await NameAsync(), StringComparison.Ordinal);
        await _host.MoveCaseAsync(child, Road.Alamudun);
        Assert.Equal("", await NameAsync());
    }

    [Fact]
    [Clause("15.6")]
    public async Task Of_the_republic_a_smaller_reader_gets_suppressed_figures_of_a_year_that_is_over()
    {
        var unit = await _host.SignedInAsync("unit.aksuu");
        _host.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 10, 4, 0, 0, TimeSpan.Zero));
        unit = await _host.SignedInAsync("unit.aksuu");
        var told = await unit.GetAsync("/api/reporting/published?report=children&by=age&year=2026").JsonAsync();
        Assert.All(
            told.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("value")),
            v => Assert.True(v.ValueKind is JsonValueKind.Null || v.GetInt64() is 0 or >= 5)
        );
        foreach (
            var wrong in new[]
            {
                "report=children&by=district&year=2026",
                "report=children&by=age&year=2027",
                "report=quality&by=oblast&year=2026",
            }
        )
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await unit.GetAsync($"/api/reporting/published?{wrong}")).StatusCode);
    }

    [Fact]
    public async Task A_second_period_stands_beside_the_first()
    {
        var report = await ReportAsync(
            _ministry,
            "found",
            "district",
            "from=2026-11-01&to=2026-11-30&compareFrom=2026-10-01&compareTo=2026-10-31"
        );
        var october = await ReportAsync(_ministry, "found", "district", "from=2026-10-01&to=2026-10-31");
        foreach (var row in october.GetProperty("rows").EnumerateArray())
            Assert.Equal(
                row.GetProperty("values")[1].GetInt64(),
                report
                    .GetProperty("rows")
                    .EnumerateArray()
                    .Single(r => r.Text("key") == row.Text("key"))
                    .GetProperty("compared")[1]
                    .GetInt64()
            );
    }

    [Fact]
    [Clause("22.7")]
    public async Task A_frozen_report_stays_as_it_was_and_shows_a_change_in_the_database()
    {
        var asked = new
        {
            report = "found",
            by = "district",
            from = "2026-01-01",
            to = "2026-12-31",
        };
        var frozen = await _ministry.PostAsync("/api/reporting/frozen", asked).JsonAsync(System.Net.HttpStatusCode.Created);
        var before = await _ministry.GetAsync($"/api/reporting/frozen/{frozen.Id()}").JsonAsync();
        await (await _host.SignedInAsync("holder.aksuu")).RegisterAsync();
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var after = await _ministry.GetAsync($"/api/reporting/frozen/{frozen.Id()}").JsonAsync();
        Assert.Equal(before.GetRawText(), after.GetRawText());
        Assert.True(after.GetProperty("isWhole").GetBoolean());
        await _host.InScopeAsync(s =>
            s.GetRequiredService<ReportingDbContext>()
                .Database.ExecuteSqlRawAsync("UPDATE reporting_frozen_reports SET Content = REPLACE(Content, 'found', 'lost')")
        );
        var other = await _host.SignedInAsync("central");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.GetAsync($"/api/reporting/frozen/{frozen.Id()}")).StatusCode);
        var forged = await _host.InScopeAsync(async s =>
            (await s.GetRequiredService<ReportingDbContext>().Frozen.AsNoTracking().SingleAsync()).IsWhole
        );
        Assert.False(forged);
    }

    [Fact]
    [Clause("7.territorial", "25.1")]
    public async Task A_reader_counts_their_own_scope_only()
    {
        var unit = await _host.SignedInAsync("unit.aksuu");
        Assert.Equal(["41702205"], Column(await ReportAsync(unit, "children", "district"), "children").Keys);
        var beyond = await unit.GetAsync($"/api/reporting/report?report=children&by=sex&{Year}&territory={Road.Alamudun}");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, beyond.StatusCode);
        var listed = await unit.GetAsync($"/api/reporting/children?report=children&by=sex&{Year}&size=100").JsonAsync();
        Assert.All(
            listed.GetProperty("items").EnumerateArray(),
            c => Assert.StartsWith("41702205", c.Text("territory"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_figure_opens_the_list_of_its_children()
    {
        var report = await ReportAsync(_ministry, "causes", "cause");
        var (cause, count) = Column(report, "children").MaxBy(c => c.Value);
        var seen = new HashSet<Guid>();
        string? cursor = null;
        do
        {
            var page = await _ministry
                .GetAsync(
                    $"/api/reporting/children?report=causes&by=cause&{Year}&key={cause}&size=50{(cursor is null ? "" : $"&cursor={cursor}")}"
                )
                .JsonAsync();
            foreach (var child in page.GetProperty("items").EnumerateArray())
            {
                Assert.False(string.IsNullOrEmpty(child.Text("number")));
                Assert.True(seen.Add(child.Id("childId")));
            }
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);
        Assert.Equal(count, seen.Count);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
