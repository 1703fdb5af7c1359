using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Assessments.Model;
using Registry.Basics;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Platform.Events;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.Reporting.Facts;
using Registry.Reporting.Model;
using Registry.Tests.Host;
using static Registry.Tests.Reporting.ReportAnswers;

namespace Registry.Tests.Reporting;

/// <summary>Every figure compared with an independent recount in memory, over the opened cards and the modules' own rows.</summary>
[Clause("13b.5", "14.4")]
public sealed class ReportTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _ministry = null!;
    private static readonly DateOnly From = new(2026, 1, 1);
    private static readonly DateOnly To = new(2026, 12, 31);

    public async Task InitializeAsync()
    {
        _ministry = await _host.SignedInAsync("ministry");
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
    }

    private Task<T> InAsync<TDb, T>(Func<TDb, Task<T>> read)
        where TDb : notnull => _host.InScopeAsync(s => read(s.GetRequiredService<TDb>()));

    private sealed record Opened(
        string Conclusion,
        string[] Found,
        string District,
        string? Sex,
        DateOnly? Born,
        bool? Disability,
        bool Abroad,
        string[] Causes,
        string[] Statuses
    );

    /// <summary>The open cases with what their opened cards say.</summary>
    private Task<List<Opened>> CardsAsync() =>
        _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            var plans = s.GetRequiredService<ProtectionPlansDbContext>();
            var ended = await plans.Closings.Where(c => c.Status == ClosingStatus.Consented).Select(c => c.CaseId).ToListAsync();
            var assessments = (
                await s.GetRequiredService<Registry.Assessments.Model.AssessmentsDbContext>()
                    .Assessments.AsNoTracking()
                    .Where(a => a.CompletedOn != null)
                    .ToListAsync()
            )
                .GroupBy(a => a.CaseId)
                .ToDictionary(g => g.Key, g => g.MaxBy(a => (a.CompletedOn, a.Id))!);
            var cards = new List<Opened>();
            foreach (var c in (await db.Cases.AsNoTracking().ToListAsync()).Where(c => !ended.Contains(c.Id)))
            {
                var sections = await db.CardSections.AsNoTracking().Where(x => x.ChildId == c.ChildId).ToListAsync();
                var seal = await s.GetRequiredService<Vault>().OfAsync(c.ChildId, default);
                var card = Card.Open(sections, seal);
                var assessment = assessments.GetValueOrDefault(c.Id);
                var conclusion = assessment?.Conclusion?.Code() ?? "not-assessed";
                if (conclusion == "not-confirmed")
                    continue;
                cards.Add(
                    new(
                        conclusion,
                        assessment is null ? [] : [.. assessment.Open(seal).Result!.Causes],
                        c.District,
                        card.Identity?.Sex?.Code(),
                        card.Identity?.BirthDate,
                        card.Disability?.Has,
                        card.Relatives is { } r
                            && (
                                r.Mother is ParentState.AbroadForWork
                                || r.Father is ParentState.AbroadForWork
                                || r.List?.Any(x => x.AbroadForWork) == true
                            ),
                        [.. card.LegalStatus?.Causes ?? []],
                        [.. card.LegalStatus?.Statuses ?? []]
                    )
                );
            }
            return cards;
        });

    [Fact]
    [Clause("22.1")]
    public async Task Children_found_are_the_signals_of_the_period()
    {
        var signals = await InAsync<ChildrenDbContext, List<Registry.Children.Model.Signal>>(db =>
            db.Signals.AsNoTracking().Where(s => s.FoundOn >= From && s.FoundOn <= To).ToListAsync()
        );
        Assert.True(signals.Count > 200);
        var byDistrict = await ReportAsync(_ministry, "found", "district");
        Assert.Equal(signals.GroupBy(s => s.District).ToDictionary(g => g.Key, g => (long)g.Count()), Column(byDistrict, "signals"));
        Assert.Equal(signals.Select(s => s.ChildId).Distinct().Count(), Total(byDistrict, "registered"));
        var byMonth = await ReportAsync(_ministry, "found", "month");
        var months = signals.GroupBy(s => $"{s.FoundOn:yyyy-MM}").ToDictionary(g => g.Key, g => (long)g.Count());
        // months without any child found are shown with 0
        for (var month = 1; month <= 11; month++)
            months.TryAdd($"2026-{month:D2}", 0);
        Assert.Equal(months, Column(byMonth, "signals"));
        Assert.Equal(months.Keys.Order(StringComparer.Ordinal), Column(byMonth, "signals").Keys);
        Assert.Equal(signals.Count(s => s.Status is SignalStatus.New), Total(byMonth, "waiting"));
    }

    [Fact]
    [Clause("22.1")]
    public async Task The_laws_figure_of_children_found_is_registered_minus_unfounded()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var before = await ReportAsync(_ministry, "found", "source");
        var signal = await holder.RegisterAsync();
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var registered = await ReportAsync(_ministry, "found", "source");
        Assert.Equal(Total(before, "children") + 1, Total(registered, "children"));
        await holder.ChangeAsync(
            $"/api/children/signals/{signal.Id()}",
            version =>
                holder.PostAsync(
                    $"/api/children/signals/{signal.Id()}/close-unfounded",
                    new { reason = "not-confirmed", note = "Бала үйүндө, коркунуч жок." },
                    version
                )
        );
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var after = await ReportAsync(_ministry, "found", "source");
        Assert.Equal(Total(before, "registered") + 1, Total(after, "registered"));
        Assert.Equal(Total(before, "unfounded") + 1, Total(after, "unfounded"));
        Assert.Equal(Total(before, "children"), Total(after, "children"));
        Assert.Equal(Total(after, "registered") - Total(after, "unfounded"), Total(after, "children"));
        Assert.True(Total(after, "confirmed") > 0);
    }

    [Fact]
    [Clause("22.2")]
    public async Task Children_in_the_situation_by_sex_age_disability_and_migrant_parents_with_those_at_risk_and_not_assessed_apart()
    {
        var all = await CardsAsync();
        var cards = all.Where(c => c.Conclusion == "in-difficult-situation").ToList();
        var bySex = await ReportAsync(_ministry, "children", "sex");
        Assert.Equal(all.Select(c => c.Sex ?? "").Distinct().Order(StringComparer.Ordinal), Column(bySex, "children").Keys);
        foreach (var (sex, count) in Column(bySex, "children"))
            Assert.Equal(cards.Count(c => (c.Sex ?? "") == sex), count);
        Assert.Equal(cards.Count(c => c.Disability == true), Total(bySex, "disability"));
        Assert.Equal(cards.Count(c => c.Abroad), Total(bySex, "parents-abroad"));
        Assert.Equal(all.Count(c => c.Conclusion == "at-risk"), Total(bySex, "at-risk"));
        Assert.Equal(all.Count(c => c.Conclusion == "not-assessed"), Total(bySex, "not-assessed"));
        Assert.True(Total(bySex, "disability") > 0 && Total(bySex, "parents-abroad") > 0);
        Assert.True(Total(bySex, "at-risk") > 0 && Total(bySex, "not-assessed") > 0);
        var byAge = await ReportAsync(_ministry, "children", "age");
        foreach (var (band, count) in Column(byAge, "children"))
            Assert.Equal(cards.Count(c => BandOf(c.Born) == band), count);
        Assert.Equal(["0-7", "7-14", "14-18"], Column(byAge, "children").Keys.Where(k => k is not ("18" or "")));
        var byConclusion = await ReportAsync(_ministry, "children", "conclusion");
        Assert.Equal(Total(byConclusion, "at-risk"), Column(byConclusion, "at-risk")["at-risk"]);
        Assert.Equal(0, Column(byConclusion, "children")["not-assessed"]);
        var byStatus = await ReportAsync(_ministry, "children", "legal-status");
        foreach (var (status, count) in Column(byStatus, "children"))
            Assert.Equal(cards.Count(c => status.Length == 0 ? c.Statuses.Length == 0 : c.Statuses.Contains(status)), count);
        Assert.Equal(cards.Count, Total(byStatus, "children"));
    }

    [Theory]
    [InlineData("children", "at-risk")]
    [InlineData("children", "not-assessed")]
    [InlineData("found", "confirmed")]
    [Clause("22.2")]
    public async Task The_list_behind_a_figure_is_of_those_whom_it_counts(string report, string figure)
    {
        var counted = Total(await ReportAsync(_ministry, report, "oblast"), figure);
        Assert.True(counted > 0);
        Assert.Equal(counted, await BehindAsync($"report={report}&by=oblast&figure={figure}"));
    }

    /// <summary>How many children the list behind a figure contains, page by page.</summary>
    private async Task<int> BehindAsync(string asked)
    {
        var seen = 0;
        string? cursor = null;
        do
        {
            var page = await _ministry
                .GetAsync($"/api/reporting/children?{asked}&{Year}&size=100{(cursor is null ? "" : $"&cursor={cursor}")}")
                .JsonAsync();
            seen += page.GetProperty("items").GetArrayLength();
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);
        return seen;
    }

    private static string BandOf(DateOnly? born)
    {
        if (born is not { } b)
            return "";
        return Registry.Basics.Time.Age.On(b, To) switch
        {
            < 7 => "0-7",
            < 14 => "7-14",
            < 18 => "14-18",
            _ => "18",
        };
    }

    [Fact]
    [Clause("22.3", "11.4")]
    public async Task Causes_and_statuses_count_a_child_once_under_each_and_once_in_all()
    {
        var all = await CardsAsync();
        var cards = all.Where(c => c.Conclusion == "in-difficult-situation").ToList();
        var causes = await ReportAsync(_ministry, "causes", "cause");
        foreach (var (cause, count) in Column(causes, "children"))
            Assert.Equal(cards.Count(c => c.Causes.Contains(cause) || c.Found.Contains(cause)), count);
        Assert.Equal(cards.Count(c => c.Causes.Length + c.Found.Length > 0), Total(causes, "children"));
        Assert.Equal(cards.Count(c => c.Causes.Length > 0), Total(causes, "by-card"));
        Assert.Equal(cards.Count(c => c.Found.Length > 0), Total(causes, "by-assessment"));
        Assert.True(Column(causes, "children").Values.Sum() > Total(causes, "children"));
        var statuses = await ReportAsync(_ministry, "statuses", "legal-status");
        foreach (var (status, count) in Column(statuses, "not-assessed"))
            Assert.Equal(all.Count(c => c.Conclusion == "not-assessed" && c.Statuses.Contains(status)), count);
    }

    [Fact]
    [Clause("22.4")]
    public async Task The_map_counts_by_the_place_found()
    {
        var signals = await InAsync<ChildrenDbContext, List<string>>(db => db.Signals.Select(s => s.Territory).ToListAsync());
        var report = Column(await ReportAsync(_ministry, "found", "oblast"), "signals");
        Assert.Equal(signals.GroupBy(t => t[..5]).ToDictionary(g => g.Key, g => (long)g.Count()), report);
        // a child found here whose case moved elsewhere stays on the map where it was found
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.AssessAsync(child, conclusion: "in-difficult-situation");
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var before = Column(await ReportAsync(_ministry, "children", "found-district"), "children");
        await _host.TransferAsync(holder, await _host.SignedInAsync("holder.alamudun"), child, Road.Alamudun);
        Assert.Equal(before, Column(await ReportAsync(_ministry, "children", "found-district"), "children"));
    }

    [Fact]
    [Clause("22.5", "22.6")]
    public async Task Measures_and_visits_are_counted_as_the_plans_have_them()
    {
        var (measures, visits) = await InAsync<
            ProtectionPlansDbContext,
            (List<Registry.ProtectionPlans.Model.Measure>, List<Registry.ProtectionPlans.Model.Visit>)
        >(async db =>
            (
                await db.Measures.AsNoTracking().Where(m => m.StartedOn >= From && m.StartedOn <= To).ToListAsync(),
                await db.Visits.AsNoTracking().Where(v => v.PlannedOn >= From && v.PlannedOn <= To).ToListAsync()
            )
        );
        var report = await ReportAsync(_ministry, "measures", "body");
        Assert.Equal(measures.GroupBy(m => m.Body).ToDictionary(g => g.Key, g => (long)g.Count()), Column(report, "defined"));
        var today = new DateOnly(2026, 11, 23);
        Assert.Equal(measures.Count(m => m.DoneOn is null && m.DueOn < today), Total(report, "late"));
        Assert.True(Total(report, "done") > 0 && Total(report, "late") > 0);
        var monitoring = await ReportAsync(_ministry, "monitoring", "month");
        Assert.Equal(visits.Count, Total(monitoring, "planned"));
        Assert.Equal(visits.Count(v => v.MadeOn is not null), Total(monitoring, "made"));
        Assert.Equal(visits.Count(v => v.MadeOn is null && v.PlannedOn < today), Total(monitoring, "missed"));
    }

    [Fact]
    [Clause("15.4")]
    public async Task Terms_are_counted_in_time_late_and_open()
    {
        var deadlines = await InAsync<ChildrenDbContext, List<Registry.Platform.Model.Deadline>>(db =>
            db.Deadlines.AsNoTracking().Where(d => d.DueOn >= From && d.DueOn <= To).ToListAsync()
        );
        var report = await ReportAsync(_ministry, "terms", "term");
        Assert.Equal(deadlines.GroupBy(d => d.Step.Code()).ToDictionary(g => g.Key, g => (long)g.Count()), Column(report, "due"));
        Assert.Equal(deadlines.Count(d => d.MetOn <= d.DueOn), Total(report, "in-time"));
        Assert.Equal(
            deadlines.Count(d => d.MetOn is null && d.LapsedOn is null && d.DueOn < new DateOnly(2026, 11, 23)),
            Total(report, "late")
        );
    }

    [Fact]
    [Clause("15.4")]
    public async Task Terms_are_told_by_the_body_that_is_responsible_and_by_nobody()
    {
        var deadlines = await InAsync<ChildrenDbContext, List<Registry.Platform.Model.Deadline>>(db =>
            db.Deadlines.AsNoTracking().Where(d => d.DueOn >= From && d.DueOn <= To).ToListAsync()
        );
        var bodies = await InAsync<Registry.Access.Model.AccessDbContext, Dictionary<Guid, Guid>>(db =>
            db.Specialists.ToDictionaryAsync(s => s.Id, s => s.BodyId)
        );
        var report = await ReportAsync(_ministry, "terms", "responsible-body");
        string BodyOf(Guid? who) => who is { } id && bodies.TryGetValue(id, out var body) ? body.ToString() : "";
        Assert.Equal(deadlines.GroupBy(d => BodyOf(d.ResponsibleId)).ToDictionary(g => g.Key, g => (long)g.Count()), Column(report, "due"));
        Assert.Equal(deadlines.Count(d => d.MetOn > d.DueOn), Total(report, "met-late"));
        var named = report.GetProperty("names");
        var (key, due) = Column(report, "due").Where(r => r.Key.Length > 0).MaxBy(r => r.Value);
        Assert.Contains("Ак-Суу", named.GetProperty(key).Text("ky"), StringComparison.Ordinal);
        // the list behind the figure contains that body's children
        var children = deadlines.Where(d => BodyOf(d.ResponsibleId) == key).Select(d => d.ChildId).Distinct().Count();
        Assert.True(due > 0 && children > 0);
        Assert.Equal(children, await BehindAsync($"report=terms&by=responsible-body&key={key}"));
        var none = await _ministry
            .GetAsync($"/api/reporting/children?report=terms&by=responsible-body&{Year}&key={Guid.Empty}")
            .JsonAsync();
        Assert.Equal(0, none.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Institutions_are_counted_with_those_who_live_there()
    {
        var (capacity, placed) = await InAsync<InstitutionsDbContext, (int, int)>(async db =>
            (
                await db.Institutions.SumAsync(i => i.Capacity),
                await db.Placements.CountAsync(p => p.InstitutionId != null && p.Until == null)
            )
        );
        var report = await ReportAsync(_ministry, "institutions", "ownership");
        Assert.Equal(capacity, Total(report, "capacity"));
        Assert.Equal(placed, Total(report, "placed"));
        Assert.True(placed > 0);
    }

    [Fact]
    [Clause("14.2")]
    public async Task Counts_made_anew_equal_those_that_grew_event_by_event()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var card = await holder.OpenCardAsync();
        await holder.FillCardAsync(card.Id("childId"));
        var plan = await holder.AssessAsync(card.Id("childId"));
        Assert.NotEqual(Guid.Empty, plan);
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var grown = await SnapshotAsync();
        var told = await _host.Service<RebuildFacts>().RunAsync(default);
        Assert.True(told > 500, $"{told} facts");
        Assert.Equal(grown, await SnapshotAsync());
    }

    private Task<string> SnapshotAsync() =>
        InAsync<ReportingDbContext, string>(async db =>
            JsonSerializer.Serialize(
                new object[]
                {
                    await db.Signals.AsNoTracking().OrderBy(r => r.Id).ThenBy(r => r.Since).ToListAsync(),
                    await db.Cases.AsNoTracking().OrderBy(r => r.Id).ThenBy(r => r.Since).ToListAsync(),
                    await db
                        .CaseCodes.AsNoTracking()
                        .OrderBy(r => r.Id)
                        .ThenBy(r => r.Kind)
                        .ThenBy(r => r.Code)
                        .ThenBy(r => r.Source)
                        .ThenBy(r => r.Since)
                        .ToListAsync(),
                    await db.Plans.AsNoTracking().OrderBy(r => r.Id).ThenBy(r => r.Since).ToListAsync(),
                    await db.Closings.AsNoTracking().OrderBy(r => r.Id).ThenBy(r => r.Since).ToListAsync(),
                    await db.Measures.AsNoTracking().OrderBy(r => r.Id).ThenBy(r => r.Since).ToListAsync(),
                    await db.Visits.AsNoTracking().OrderBy(r => r.Id).ThenBy(r => r.Since).ToListAsync(),
                    await db.Institutions.AsNoTracking().OrderBy(r => r.Id).ThenBy(r => r.Since).ToListAsync(),
                    await db.Placements.AsNoTracking().OrderBy(r => r.Id).ThenBy(r => r.Since).ToListAsync(),
                    await db
                        .Corrections.AsNoTracking()
                        .OrderBy(r => r.Id)
                        .ThenBy(r => r.CorrectedOn)
                        .ThenBy(r => r.Kind)
                        .ThenBy(r => r.Territory)
                        .ToListAsync(),
                }
            )
        );

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
