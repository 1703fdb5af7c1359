using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Platform.Purging;
using Registry.Reporting.Facts;
using Registry.Tests.Children;
using Registry.Tests.Host;
using Registry.Tests.Purging;
using static Registry.Tests.Reporting.ReportAnswers;

namespace Registry.Tests.Reporting;

/// <summary>A past day's figure stays that day's figure: later events never change it; corrected errors do, and are reported.</summary>
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

    /// <summary>Every report by every dimension, as of a day.</summary>
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
        Assert.Contains("exits by ending left-difficult-situation: [1,1,0]", ended);
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
    [Clause("22.4", "15.4")]
    public async Task A_corrected_day_and_place_found_move_the_figures_of_earlier_days_and_the_reports_say_so()
    {
        const string before = "from=2026-11-10&to=2026-11-30";
        var signal = (await _holder.RegisterAsync(Road.Signal("found-by-specialist", foundOn: "2026-11-23"))).Id();
        var child = (await _holder.OpenCardFromAsync(signal)).Id("childId");
        await _holder.AssessAsync(child, conclusion: "in-difficult-situation");
        await SweepAsync();
        await DaysLaterAsync(10);
        var places = Column(await ReportAsync(_ministry, "children", "found-district", before), "children");
        Assert.Empty(await CorrectionsAsync("found", before));
        Assert.Empty(await CorrectionsAsync("terms", before));
        await CorrectSignalTests.CorrectAsync(_holder, signal, ("foundOn", "2026-11-03"), ("territory", Road.Alamudun)).NothingAsync();
        await SweepAsync();
        var after = Column(await ReportAsync(_ministry, "children", "found-district", before), "children");
        Assert.Equal(places["41702205"] - 1, after["41702205"]);
        Assert.Equal(places.GetValueOrDefault("41708203") + 1, after["41708203"]);
        Assert.Equal(["date", "place"], (await CorrectionsAsync("found", before)).Select(c => c.Text("kind")));
        Assert.Equal(["date", "place"], (await CorrectionsAsync("children", before)).Select(c => c.Text("kind")));
        // what was owed within days of the finding was owed before the period
        var note = Assert.Single(await CorrectionsAsync("terms", before));
        Assert.Equal(("date", "2026-12-03"), (note.Text("kind"), note.Text("lastOn")));
        Assert.True(note.GetProperty("count").GetInt32() >= 2);
    }

    [Fact]
    [Clause("22.2", "15.4")]
    public async Task A_case_opened_by_mistake_leaves_the_figures_of_every_day_and_the_reports_say_so()
    {
        const string period = "from=2026-11-01&to=2026-12-02";
        // days that are over before it is voided: no other step falls due in them
        const string past = "from=2026-11-01&to=2026-11-23";
        var without = await FiguresAsync(past);
        var signal = (await _holder.RegisterAsync(Road.Signal("found-by-specialist", foundOn: "2026-11-23"))).Id();
        await SweepAsync();
        var withSignal = await ReportAsync(_ministry, "terms", "term", period);
        var child = (await _holder.OpenCardFromAsync(signal)).Id("childId");
        await _holder.AssessAsync(child, conclusion: "in-difficult-situation");
        Assert.NotEqual(without.Where(OfCases), (await FiguresAsync(past)).Where(OfCases));
        await DaysLaterAsync(10);
        await _holder
            .PostAsync($"/api/children/cards/{child}/void", new { reason = "Баланын карточкасы бар экен" })
            .JsonAsync(HttpStatusCode.Created);
        var asked = (await _unit.GetAsync($"/api/children/voids?childId={child}").JsonAsync()).GetProperty("items").EnumerateArray().Last();
        await _unit
            .PostAsync($"/api/children/voids/{asked.Id()}/decide", new { confirm = true }, asked.Id("version").Etag())
            .NothingAsync();
        Assert.Equal(without.Where(OfCases), (await FiguresAsync(past)).Where(OfCases));
        Assert.Equal("void", Assert.Single(await CorrectionsAsync("children", period)).Text("kind"));
        // its signal waits again, and owes what it owed
        var terms = await ReportAsync(_ministry, "terms", "term", period);
        Assert.Equal(Column(withSignal, "due"), Column(terms, "due"));
        Assert.Equal("void", Assert.Single(await CorrectionsAsync("terms", period)).Text("kind"));
        var grown = await FiguresAsync(period);
        await _host.Service<RebuildFacts>().RunAsync(default);
        Assert.Equal(grown, await FiguresAsync(period));

        // the signal is not a case: it keeps waiting
        static bool OfCases(string row) => row.Split(' ')[0] is not ("found" or "terms");
    }

    [Fact]
    [Clause("15.4")]
    public async Task A_signal_that_waits_again_leaves_the_terms_of_earlier_days_as_they_were()
    {
        const string period = "from=2026-11-24&to=2026-11-30";
        var signal = (await _holder.RegisterAsync()).Id();
        var path = $"/api/children/signals/{signal}";
        await _holder.ChangeAsync(
            path,
            version => _holder.PostAsync($"{path}/close-unfounded", new { reason = "not-confirmed", note = "Үйдө" }, version)
        );
        await DaysLaterAsync(10);
        var before = await FiguresAsync(period);
        var (late, lapsed) = await LateAndLapsedAsync("from=2026-11-24&to=2026-12-03");
        await _holder.ChangeAsync(path, version => _holder.PostAsync($"{path}/reopen", new { reason = "Башка үйгө барышкан" }, version));
        Assert.Equal(before, await FiguresAsync(period));
        // calling it unfounded met the step; nothing lapsed
        Assert.Equal((late + 1, lapsed), await LateAndLapsedAsync("from=2026-11-24&to=2026-12-03"));
    }

    private async Task<(long Late, long Lapsed)> LateAndLapsedAsync(string period)
    {
        var terms = await ReportAsync(_ministry, "terms", "term", period);
        return (Total(terms, "late"), Total(terms, "lapsed"));
    }

    [Fact]
    [Clause("15.4", "19.2")]
    public async Task A_day_that_is_declared_a_holiday_afterwards_moves_terms_and_the_report_says_so()
    {
        const string period = "from=2026-11-24&to=2026-11-25";
        await _holder.RegisterAsync();
        await DaysLaterAsync(3);
        Assert.Empty(await CorrectionsAsync("terms", period));
        var admin = await _host.SignedInAsync("admin");
        var year = await admin.GetAsync("/api/access/calendar/2026").JsonAsync();
        List<object> days = [.. year.GetProperty("days").EnumerateArray().Select(d => (object)d)];
        days.Add(
            new
            {
                date = "2026-11-24",
                worked = false,
                estimated = false,
                nameKy = "Кошумча дем алыш",
                nameRu = "Дополнительный выходной",
                nameEn = "Extra day off",
            }
        );
        var declared = new
        {
            seenVersion = year.GetProperty("version").GetInt32(),
            days,
            confirm = "2026",
        };
        await admin.PostAsync("/api/access/calendar/2026", declared).JsonAsync();
        await SweepAsync();
        var note = Assert.Single(await CorrectionsAsync("terms", period));
        Assert.Equal(("calendar", "2026-11-26"), (note.Text("kind"), note.Text("lastOn")));
    }

    [Fact]
    [Clause("25.2")]
    public async Task A_purge_leaves_a_signal_that_once_was_linked_to_the_child_and_the_figures_of_those_days()
    {
        var wrong = (await _holder.OpenCardAsync()).Id("childId");
        var signal = (await _holder.RegisterAsync()).Id();
        await _holder.LinkAsync(signal, wrong);
        await SweepAsync();
        await DaysLaterAsync(2);
        var path = $"/api/children/signals/{signal}";
        await _holder.ChangeAsync(path, version => _holder.PostAsync($"{path}/unlink", new { reason = "Башка бала" }, version));
        await DaysLaterAsync(2);
        const string past = "from=2026-01-01&to=2026-11-26";
        var before = await FiguresAsync(past);
        await _host.Service<PurgeSubject>().RunAsync(wrong, PurgeGround.Turned28, new(2026, 11, 27), default);
        Assert.Equal(before, await FiguresAsync(past));
        Assert.Equal(0, await _host.RowsAboutAsync(wrong));
        await _holder.OpenCardFromAsync(signal);
        Assert.Equal(before, await FiguresAsync(past));
        await _host.Service<RebuildFacts>().RunAsync(default);
        Assert.Equal(before, await FiguresAsync(past));
        Assert.Equal(0, await _host.RowsAboutAsync(wrong));
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
