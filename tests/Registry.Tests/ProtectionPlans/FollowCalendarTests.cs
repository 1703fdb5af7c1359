using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Model;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Tests.Host;

namespace Registry.Tests.ProtectionPlans;

/// <summary>A changed calendar moves everything counted in working days, wherever it is stored, but nothing that people agreed on.</summary>
[Clause("13b.4", "15.4")]
public sealed class FollowCalendarTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;
    private HttpClient _admin = null!;

    public async Task InitializeAsync()
    {
        _holder = await _host.SignedInAsync("holder.aksuu");
        _admin = await _host.SignedInAsync("admin");
    }

    private async Task DaysOffAsync(params string[] dates)
    {
        var year = await _admin.GetAsync("/api/access/calendar/2026").JsonAsync();
        var added = dates.Select(date =>
            (object)
                new
                {
                    date,
                    worked = false,
                    estimated = false,
                    nameKy = "Кошумча дем алыш",
                    nameRu = "Дополнительный выходной",
                    nameEn = "Extra day off",
                }
        );
        await _admin
            .PostAsync(
                "/api/access/calendar/2026",
                new
                {
                    seenVersion = year.GetProperty("version").GetInt32(),
                    days = year.GetProperty("days").EnumerateArray().Select(d => (object)d).Concat(added),
                    confirm = "2026",
                }
            )
            .JsonAsync();
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
    }

    private Task<List<Deadline>> StepsAsync(Guid child) =>
        _host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>().Deadlines.AsNoTracking().Where(d => d.ChildId == child).ToListAsync()
        );

    private async Task<List<JsonElement>> VisitsAsync(Guid child) =>
        [.. (await _holder.GetAsync($"/api/plans/visits/of-child/{child}").JsonAsync()).GetProperty("items").EnumerateArray()];

    [Fact]
    public async Task Measures_and_periodic_visits_move_with_their_steps_and_agreed_visits_stay()
    {
        var (child, plan) = await _host.PlanInForceAsync(_holder);
        var agreed = (
            await _holder.PostAsync($"/api/plans/visits/of-child/{child}", new { on = "2026-12-01" }).JsonAsync(HttpStatusCode.Created)
        ).Id();
        var before = await StepsAsync(child);
        await DaysOffAsync("2026-11-25", "2026-12-01");

        var after = await StepsAsync(child);
        Assert.Contains(after, d => before.Single(b => b.Id == d.Id).DueOn != d.DueOn && d.Step is Step.CarryOutMeasure);
        var measures = (await _holder.PlanAsync(plan)).GetProperty("measures").EnumerateArray().ToList();
        foreach (var step in after.Where(d => d.Step is Step.CarryOutMeasure))
            Assert.Equal(step.DueOn, measures.Single(m => m.Id() == step.AboutId).GetProperty("dueOn").Deserialize<DateOnly>());
        var visits = await VisitsAsync(child);
        foreach (var step in after.Where(d => d.Step is Step.Visit))
            Assert.Equal(step.DueOn, visits.Single(v => v.Id() == step.AboutId).GetProperty("plannedOn").Deserialize<DateOnly>());
        Assert.Equal("2026-12-01", visits.Single(v => v.Id() == agreed).Text("plannedOn"));
        Assert.NotEqual("2026-12-01", visits.Single(v => v.Id() != agreed).Text("plannedOn"));
        // the reports count by the same day
        var counted = await _host.InScopeAsync(s =>
            s.GetRequiredService<Registry.Reporting.Model.ReportingDbContext>().Measures.Where(m => m.ChildId == child).ToListAsync()
        );
        Assert.All(counted, m => Assert.Equal(after.Single(d => d.AboutId == m.Id).DueOn, m.DueOn));
    }

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2026-11-25")] // the day on which it was due
    public async Task A_step_met_inside_newly_declared_holidays_is_met_in_time_after_all_and_one_outside_is_left_alone(string dayOff)
    {
        var signal = await _holder.RegisterAsync();
        Assert.Equal("2026-11-25", signal.Text("dueOn"));
        _host.Clock.Advance(TimeSpan.FromDays(3));
        var child = (await (await _host.SignedInAsync("holder.aksuu")).OpenCardFromAsync(signal.Id())).Id("childId");
        _holder = await _host.SignedInAsync("holder.aksuu");
        await _holder.FillCardAsync(child);
        var path = $"/api/children/cards/{child}/enter-initial-information";
        var version = (await _holder.CardAsync(child)).GetProperty("case").Id("version").Etag();
        Assert.Equal(HttpStatusCode.NoContent, (await _holder.PostAsync(path, version: version)).StatusCode);
        var late = (await StepsAsync(child)).Single(d => d.Step is Step.ProcessReport);
        Assert.Equal((new(2026, 11, 26), new(2026, 11, 25)), (late.MetOn!.Value, late.DueOn));

        _admin = await _host.SignedInAsync("admin");
        await DaysOffAsync("2026-12-07");
        Assert.Equal(new(2026, 11, 25), (await StepsAsync(child)).Single(d => d.Id == late.Id).DueOn);
        await DaysOffAsync(dayOff);
        var now = (await StepsAsync(child)).Single(d => d.Id == late.Id);
        Assert.Equal((new(2026, 11, 26), new(2026, 11, 26)), (now.MetOn!.Value, now.DueOn));
    }

    [Theory]
    [InlineData("2026-11-23")] // today
    [InlineData("2026-11-29")] // a Sunday
    [InlineData("2027-01-01")] // a holiday
    public async Task A_visit_is_planned_for_the_very_day_that_people_agree_on(string on)
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        var visit = (await _holder.PostAsync($"/api/plans/visits/of-child/{child}", new { on }).JsonAsync(HttpStatusCode.Created)).Id();
        var day = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);
        var step = (await StepsAsync(child)).Single(d => d.AboutId == visit);
        Assert.Equal((day, TermUnit.CalendarDays, true), (step.DueOn, step.Unit, step.IsOpen));
        Assert.Equal(on, (await VisitsAsync(child)).Single().Text("plannedOn"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
