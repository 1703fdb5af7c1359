using System.Net;
using System.Text.Json;
using Registry.Kernel.Events;
using Registry.Tests.Host;

namespace Registry.Tests.ProtectionPlans;

[Collection("host")]
[Clause("20.9", "11.5")]
public sealed class ClosingTests(RegistryHost host)
{
    private static object Request(string ending = "stopped", string? inSpiteOf = null) =>
        new
        {
            ending,
            happenedOn = "2026-11-23",
            reason = "Баа берүүнүн кереги жок",
            inSpiteOf,
        };

    private static async Task<JsonElement> OnlyAsync(HttpClient user, Guid child) =>
        (await user.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items").EnumerateArray().Single();

    [Fact]
    public async Task A_case_is_stopped_only_with_the_territorial_units_consent_and_its_data_stay()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var unit = await host.SignedInAsync("unit.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.PostAsync($"/api/closings/of-child/{child}", Request()).JsonAsync(HttpStatusCode.Created);
        await holder
            .PostAsync($"/api/closings/of-child/{child}", Request())
            .RefusedAsync(HttpStatusCode.Conflict, "closing.requested-already");
        var closing = await OnlyAsync(unit, child);
        Assert.True(closing.GetProperty("canDecide").GetBoolean());
        var decide = $"/api/closings/{closing.Id()}/decide";
        var consent = new { consent = true, remarks = "Макулмун" };
        await holder.PostAsync(decide, consent, closing.Id("version").Etag()).RefusedAsync(HttpStatusCode.Forbidden, "not-allowed");
        await unit.PostAsync(decide, consent, closing.Id("version").Etag()).NothingAsync();
        await host.Service<OutboxDispatcher>().SweepAsync(CancellationToken.None);
        var card = await holder.CardAsync(child);
        Assert.Equal("closed", card.GetProperty("case").Text("status"));
        Assert.Equal("Сынова", card.GetProperty("contents").GetProperty("identity").Text("surname"));
        Assert.DoesNotContain(card.GetProperty("deadlines").EnumerateArray(), d => d.GetProperty("isOpen").GetBoolean());
        await holder
            .PostAsync($"/api/assessments/of-child/{child}", new { })
            .RefusedAsync(HttpStatusCode.Conflict, "assessment.case-closed");
        closing = await OnlyAsync(holder, child);
        await holder
            .PostAsync($"/api/closings/{closing.Id()}/reopen", new { reason = "Кайра кыйын абалда" }, closing.Id("version").Etag())
            .NothingAsync();
        await host.Service<OutboxDispatcher>().SweepAsync(CancellationToken.None);
        card = await holder.CardAsync(child);
        Assert.Equal("information-entered", card.GetProperty("case").Text("status"));
        Assert.Contains(
            card.GetProperty("deadlines").EnumerateArray(),
            d => d.Text("step") == "assess" && d.GetProperty("isOpen").GetBoolean()
        );
    }

    [Fact]
    public async Task Refuses_to_stop_a_case_whose_plan_is_in_force_or_awaits_approval()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var unit = await host.SignedInAsync("unit.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        // asked before there was a plan, and consented to after it was sent
        await holder.PostAsync($"/api/closings/of-child/{child}", Request()).JsonAsync(HttpStatusCode.Created);
        await holder.AssessAsync(child);
        var plan = await holder.FormPlanAsync(child);
        await holder.SubmitPlanAsync(plan, await holder.ResponsibleAsync("Токтосунова"));
        var closing = await OnlyAsync(unit, child);
        Task<HttpResponseMessage> Decide(bool consent) =>
            unit.PostAsync($"/api/closings/{closing.Id()}/decide", new { consent, remarks = "x" }, closing.Id("version").Etag());
        await Decide(true).RefusedAsync(HttpStatusCode.Conflict, "closing.plan-in-force");
        await Decide(false).NothingAsync();

        await holder.PostAsync($"/api/closings/of-child/{child}", Request()).RefusedAsync(HttpStatusCode.Conflict, "closing.plan-in-force");
        await unit.ApprovePlanAsync(plan);
        var problem = await holder.PostAsync($"/api/closings/of-child/{child}", Request()).JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("closing.plan-in-force", problem.CodeAt("ending") ?? problem.Text("code"));
    }

    [Fact]
    public async Task A_refused_stop_leaves_the_case_as_it_was()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var unit = await host.SignedInAsync("unit.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.PostAsync($"/api/closings/of-child/{child}", Request()).JsonAsync(HttpStatusCode.Created);
        var closing = await OnlyAsync(unit, child);
        await unit.PostAsync(
                $"/api/closings/{closing.Id()}/decide",
                new { consent = false, remarks = "Баа бериңиз" },
                closing.Id("version").Etag()
            )
            .NothingAsync();
        await host.Service<OutboxDispatcher>().SweepAsync(CancellationToken.None);
        Assert.Equal("opened", (await holder.CardAsync(child)).GetProperty("case").Text("status"));
        Assert.Equal("Баа бериңиз", (await OnlyAsync(holder, child)).GetProperty("contents").Text("decision"));
    }

    [Fact]
    public async Task An_exit_checks_its_criteria_and_looks_at_the_child_after_three_and_six_months()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var unit = await host.SignedInAsync("unit.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder
            .PostAsync($"/api/closings/of-child/{child}", Request("left-difficult-situation"))
            .RefusedAsync(HttpStatusCode.Conflict, "closing.criteria-not-met");
        await holder
            .PostAsync($"/api/closings/of-child/{child}", Request("left-difficult-situation", "Үй-бүлө кайра биригип, шарты түзөлдү"))
            .JsonAsync(HttpStatusCode.Created);
        var closing = await OnlyAsync(unit, child);
        Assert.Contains(
            closing.GetProperty("contents").GetProperty("criteria").EnumerateArray(),
            c => !c.GetProperty("holds").GetBoolean()
        );
        await unit.PostAsync(
                $"/api/closings/{closing.Id()}/decide",
                new { consent = true, remarks = "Макулмун" },
                closing.Id("version").Etag()
            )
            .NothingAsync();
        await host.Service<OutboxDispatcher>().SweepAsync(CancellationToken.None);
        var open = (await holder.CardAsync(child))
            .GetProperty("deadlines")
            .EnumerateArray()
            .Where(d => d.GetProperty("isOpen").GetBoolean())
            .ToList();
        Assert.Equal(["follow-up", "follow-up"], open.ConvertAll(d => d.Text("step")));
        var visits = (await holder.GetAsync($"/api/plans/visits/of-child/{child}").JsonAsync()).GetProperty("items").EnumerateArray();
        Assert.Equal(["2027-05-23", "2027-02-23"], visits.Select(v => v.Text("plannedOn")));
    }

    [Theory]
    [InlineData("adoption")]
    [InlineData("death")]
    public async Task Refuses_an_ending_without_the_document_that_proves_it(string ending)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder
            .PostAsync($"/api/closings/of-child/{child}", Request(ending))
            .RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Theory]
    [Clause("13b.4")]
    [InlineData("2026-11-22", "visit.in-past")]
    [InlineData("2027-11-24", "visit.too-far")]
    [InlineData("9999-12-31", "visit.too-far")]
    public async Task Refuses_a_visit_planned_into_the_past_or_beyond_a_year(string on, string code)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var refused = await holder.PostAsync($"/api/plans/visits/of-child/{child}", new { on }).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(code, refused.CodeAt("on"));
    }
}
