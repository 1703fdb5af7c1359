using System.Net;
using Registry.Contracts;
using Registry.ProtectionPlans.Model;
using Registry.Tests.Host;

namespace Registry.Tests.ProtectionPlans;

/// <summary>What continues when a plan comes into force and when its next version is formed.</summary>
[Collection("host")]
[Clause("3", "13b.4")]
public sealed class PlanVersionTests(RegistryHost host)
{
    [Fact]
    public async Task A_visit_that_waits_when_the_plan_is_approved_is_the_next_one()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var visits = $"/api/plans/visits/of-child/{child}";
        await holder.PostAsync(visits, new { on = "2026-12-01" }).JsonAsync(HttpStatusCode.Created);
        await holder.AssessAsync(child);
        var plan = await holder.FormPlanAsync(child);
        await holder.SubmitPlanAsync(plan, await holder.ResponsibleAsync());
        await (await host.SignedInAsync("unit.aksuu")).ApprovePlanAsync(plan);
        var waiting = Assert.Single((await holder.GetAsync(visits).JsonAsync()).GetProperty("items").EnumerateArray().ToList());
        Assert.Equal("2026-12-01", waiting.Text("plannedOn"));
    }

    [Fact]
    [Clause("22.5")]
    public async Task What_delays_a_measure_is_known_in_the_next_version_too()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var (child, plan) = await host.PlanInForceAsync(holder);
        var delayed = (await holder.PlanAsync(plan)).GetProperty("measures").EnumerateArray().First();
        var report = new
        {
            status = "in-progress",
            result = "Кезек күтүүдө",
            on = "2026-11-23",
            obstacle = "no-place",
        };
        await holder.PostAsync($"/api/plans/measures/{delayed.Id()}/report", report).NothingAsync();
        var next = await holder.PlanAsync(await holder.FormPlanAsync(child));
        var goesOn = next.GetProperty("measures").EnumerateArray().Single(m => m.Text("rule") == delayed.Text("rule"));
        Assert.Equal(("in-progress", "no-place"), (goesOn.Text("status"), goesOn.Text("obstacle")));
    }

    [Fact]
    public async Task Measures_stand_by_priority_and_term_and_dropped_ones_last()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.AssessAsync(child, new() { ["absences"] = "serious", ["food"] = "serious" });
        var id = await holder.FormPlanAsync(child);
        var urgent = (await MeasuresAsync(holder, id))[0];
        await holder.ChangeAsync(
            $"/api/plans/{id}",
            v => holder.PostAsync($"/api/plans/{id}/measures/{urgent.Id()}/drop", new { reason = "Башка жерден алат" }, v)
        );
        var shown = await MeasuresAsync(holder, id);
        Assert.Equal(urgent.Id(), shown[^1].Id());
        Assert.Equal(
            shown
                .OrderBy(m => m.Text("status") == "dropped")
                .ThenBy(m => m.GetProperty("priority").GetInt32())
                .ThenBy(m => m.GetProperty("workingDays").GetInt32())
                .ThenBy(m => m.Id())
                .Select(m => m.Id()),
            shown.Select(m => m.Id())
        );
        Assert.True(shown.DistinctBy(m => m.GetProperty("workingDays").GetInt32()).Count() > 1);
    }

    private static async Task<List<System.Text.Json.JsonElement>> MeasuresAsync(HttpClient user, Guid plan) =>
        [.. (await user.PlanAsync(plan)).GetProperty("measures").EnumerateArray()];

    [Fact]
    [Clause("22.5")]
    public void A_plan_from_before_histories_were_kept_stands_as_it_is_since_its_decision()
    {
        var (formed, decided, by) = (new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 20), Registry.Basics.Ids.New());
        var about = new Contracts.CaseRef(Registry.Basics.Ids.New(), Registry.Basics.Ids.New(), "1", Road.AkSuu, formed, by, false);
        var plan = Plan.Form(about, Registry.Basics.Ids.New(), 1, 1, formed, by);
        Assert.Equal(formed, plan.Unremembered);
        plan.Decide(approved: true, decided, by);
        Assert.Equal(decided, plan.Unremembered);
    }
}
