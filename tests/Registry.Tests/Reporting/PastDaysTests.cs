using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Database;
using Registry.Kernel.Events;
using Registry.Kernel.Purging;
using Registry.Reporting.Facts;
using Registry.Tests.Host;
using static Registry.Tests.Reporting.ReportAnswers;

namespace Registry.Tests.Reporting;

/// <summary>A figure of a past day is the figure of that day: later events never change it, corrected errors do and say so.</summary>
[Clause("22.1", "22.2", "22.7")]
public sealed class PastDaysTests : IAsyncLifetime
{
    private const string ThisDay = "from=2026-01-01&to=2026-11-23";
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;
    private HttpClient _unit = null!;
    private HttpClient _ministry = null!;

    public Task InitializeAsync() => SignInAsync();

    private async Task SignInAsync()
    {
        _holder = await _host.SignedInAsync("holder.aksuu");
        _unit = await _host.SignedInAsync("unit.aksuu");
        _ministry = await _host.SignedInAsync("ministry");
    }

    private async Task DaysLaterAsync(int days)
    {
        _host.Clock.Advance(TimeSpan.FromDays(days));
        await SignInAsync();
    }

    private Task SweepAsync() => _host.Service<OutboxDispatcher>().SweepAsync(default);

    /// <summary>Every report by everything, as of a day.</summary>
    private async Task<List<string>> FiguresAsync(string period = ThisDay)
    {
        await SweepAsync();
        var told = new List<string>();
        foreach (var report in (await _ministry.GetAsync("/api/reporting/reports").JsonAsync()).GetProperty("items").EnumerateArray())
        foreach (var by in report.GetProperty("by").EnumerateArray())
        {
            var answer = await ReportAsync(_ministry, report.Text("code"), by.GetString()!, period);
            told.AddRange(
                answer
                    .GetProperty("rows")
                    .EnumerateArray()
                    .Append(answer.GetProperty("total"))
                    .Select(r => $"{report.Text("code")} by {by} {r.Text("key")}: {r.GetProperty("values").GetRawText()}")
            );
        }
        return told;
    }

    private async Task<JsonElement[]> CorrectionsAsync(string report, string period = ThisDay) =>
        [.. (await ReportAsync(_ministry, report, "oblast", period)).GetProperty("corrections").EnumerateArray()];

    private static async Task<string> ClosingVersionAsync(HttpClient user, Guid child) =>
        (await user.GetAsync($"/api/closings?childId={child}").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single()
            .Id("version")
            .Etag();

    [Fact]
    public async Task Neither_an_assessment_nor_an_exit_nor_a_reopening_nor_a_transfer_nor_a_purge_changes_what_was()
    {
        var (child, _) = await _host.PlanInForceAsync(_holder);
        var other = (await _holder.OpenCardAsync()).Id("childId");
        var before = await FiguresAsync();
        await DaysLaterAsync(7);
        await _holder.AssessAsync(other, conclusion: "in-difficult-situation", causes: ["violence"]);
        await _holder.SaveSectionAsync(other, "disability");
        Assert.Equal(before, await FiguresAsync());
        var closing = await _holder
            .PostAsync(
                $"/api/closings/of-child/{child}",
                new
                {
                    ending = "left-difficult-situation",
                    happenedOn = "2026-11-29",
                    reason = "Үй-бүлөдө баары жайында",
                    inSpiteOf = "Пландын калганы керек эмес",
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        var consent = new { consent = true, remarks = "Макулмун" };
        await _unit.PostAsync($"/api/closings/{closing.Id()}/decide", consent, await ClosingVersionAsync(_unit, child)).NothingAsync();
        Assert.Equal(before, await FiguresAsync());
        var ended = await FiguresAsync("from=2026-01-01&to=2026-11-30");
        Assert.Contains("exits by ending LeftDifficultSituation: [1,1,0]", ended);
        await DaysLaterAsync(7);
        var because = new { reason = "Кайра кыйын абалда" };
        await _holder.PostAsync($"/api/closings/{closing.Id()}/reopen", because, await ClosingVersionAsync(_holder, child)).NothingAsync();
        Assert.Equal(before, await FiguresAsync());
        Assert.Equal(ended, await FiguresAsync("from=2026-01-01&to=2026-11-30"));
        await _host.TransferAsync(_holder, await _host.SignedInAsync("holder.alamudun"), child, Road.Alamudun);
        Assert.Equal(before, await FiguresAsync());
        await DaysLaterAsync(1);
        var lastDay = "from=2026-01-01&to=2026-12-07";
        var eve = await FiguresAsync(lastDay);
        var open = Total(await ReportAsync(_ministry, "quality", "oblast", "from=2026-01-01&to=2026-12-08"), "children");
        await _host.Service<PurgeSubject>().RunAsync(child, PurgeGround.Turned28, new(2026, 12, 8), default);
        Assert.Equal(before, await FiguresAsync());
        Assert.Equal(eve, await FiguresAsync(lastDay));
        // the case of a purged subject ends at the purge
        Assert.Equal(open - 1, Total(await ReportAsync(_ministry, "quality", "oblast", "from=2026-01-01&to=2026-12-08"), "children"));
        await _host.Service<RebuildFacts>().RunAsync(default);
        Assert.Equal(before, await FiguresAsync());
        Assert.Equal(eve, await FiguresAsync(lastDay));
        Assert.Empty(await CorrectionsAsync("children"));
    }

    [Fact]
    public async Task A_child_entered_after_the_period_is_counted_where_it_was_found_and_the_report_says_so()
    {
        await DaysLaterAsync(2);
        var before = await ReportAsync(_ministry, "found", "oblast", ThisDay);
        Assert.Empty(await CorrectionsAsync("found"));
        await _holder.RegisterAsync(Road.Signal(foundOn: "2026-11-23"));
        await SweepAsync();
        var after = await ReportAsync(_ministry, "found", "oblast", ThisDay);
        Assert.Equal(Total(before, "children") + 1, Total(after, "children"));
        var note = Assert.Single(await CorrectionsAsync("found"));
        Assert.Equal(("late", 1, "2026-11-25"), (note.Text("kind"), note.GetProperty("count").GetInt32(), note.Text("lastOn")));
    }

    [Fact]
    public async Task A_corrected_birth_date_moves_the_age_bands_of_earlier_days_and_the_report_says_so()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        await _holder.AssessAsync(child, conclusion: "in-difficult-situation");
        await SweepAsync();
        var before = Column(await ReportAsync(_ministry, "children", "age", ThisDay), "children");
        await DaysLaterAsync(3);
        await _holder.SaveSectionAsync(
            child,
            "identity",
            new
            {
                surname = "Сынова",
                name = "Жыпаргүл",
                noPatronymic = true,
                sex = "female",
                birthDate = "2010-05-04",
                citizenship = "KG",
                unknown = new { pin = "no-documents" },
            }
        );
        await SweepAsync();
        var after = Column(await ReportAsync(_ministry, "children", "age", ThisDay), "children");
        Assert.Equal(before["7-14"] - 1, after["7-14"]);
        Assert.Equal(before["14-18"] + 1, after["14-18"]);
        var note = Assert.Single(await CorrectionsAsync("children"));
        Assert.Equal(("date", 1, "2026-11-26"), (note.Text("kind"), note.GetProperty("count").GetInt32(), note.Text("lastOn")));
        Assert.Empty(await CorrectionsAsync("children", "from=2026-01-01&to=2026-11-26"));
    }

    [Fact]
    [Clause("22.7")]
    public async Task A_frozen_report_stays_what_it_was_when_an_error_is_corrected()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        await SweepAsync();
        var asked = new
        {
            report = "children",
            by = "age",
            from = "2026-01-01",
            to = "2026-11-23",
        };
        var frozen = await _ministry.PostAsync("/api/reporting/frozen", asked).JsonAsync(HttpStatusCode.Created);
        var before = await _ministry.GetAsync($"/api/reporting/frozen/{frozen.Id()}").JsonAsync();
        await DaysLaterAsync(1);
        await _host.Service<PurgeSubject>().RunAsync(child, PurgeGround.Turned28, new(2026, 11, 24), default);
        await SweepAsync();
        Assert.Equal(before.GetRawText(), (await _ministry.GetAsync($"/api/reporting/frozen/{frozen.Id()}").JsonAsync()).GetRawText());
    }

    [Fact]
    [Clause("15.4")]
    public async Task A_step_that_lapsed_is_never_in_time_and_an_overdue_one_stays_counted_without_the_person()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        var period = "from=2026-11-24&to=2026-12-31";
        await DaysLaterAsync(20);
        var before = await ReportAsync(_ministry, "terms", "term", period);
        var open = await _host.InScopeAsync(s =>
            Task.FromResult(s.GetRequiredService<ChildrenDbContext>().Deadlines.Count(d => d.ChildId == child && d.IsOpen))
        );
        Assert.True(open > 0);
        await _host.Service<PurgeSubject>().RunAsync(child, PurgeGround.Turned28, new(2026, 12, 13), default);
        var after = await ReportAsync(_ministry, "terms", "term", period);
        Assert.Equal(Total(before, "due"), Total(after, "due"));
        Assert.Equal(Total(before, "in-time"), Total(after, "in-time"));
        Assert.Equal(Total(before, "lapsed") + open, Total(after, "lapsed"));
        Assert.Equal(Total(before, "late") - open, Total(after, "late"));
        // on the day before they were overdue
        Assert.Equal(
            Total(await ReportAsync(_ministry, "terms", "term", "from=2026-11-24&to=2026-12-12"), "lapsed"),
            Total(before, "lapsed")
        );
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
