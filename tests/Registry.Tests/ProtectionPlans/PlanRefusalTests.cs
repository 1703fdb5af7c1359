using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.ProtectionPlans;

/// <summary>What a plan, its measures and its visits refuse.</summary>
[Collection("host")]
[Clause("3", "13b.4")]
public sealed class PlanRefusalTests(RegistryHost host) : IAsyncLifetime
{
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await host.SignedInAsync("holder.aksuu");

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<(Guid Child, Guid Plan)> DraftAsync()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        await _holder.AssessAsync(child);
        return (child, await _holder.FormPlanAsync(child));
    }

    private async Task<JsonElement> FirstMeasureAsync(Guid plan) => (await _holder.PlanAsync(plan)).GetProperty("measures")[0];

    private async Task<Task<HttpResponseMessage>> PostAsync(string plan, string act, object body) =>
        _holder.PostAsync($"{plan}{act}", body, await _holder.VersionAsync(plan));

    private static object NewMeasure(string need = "education", string body = "education", Guid? responsible = null) =>
        new
        {
            need,
            text = "Мектепке барууга көмөк",
            body,
            priority = 2,
            workingDays = 10,
            responsibleId = responsible,
        };

    [Fact]
    public async Task A_second_draft_is_refused_while_one_is_being_worked_on()
    {
        var (child, _) = await DraftAsync();
        await _holder.PostAsync($"/api/plans/of-child/{child}", new { }).RefusedAsync(HttpStatusCode.Conflict, "plan.draft-exists");
    }

    [Fact]
    public async Task A_plan_that_was_never_submitted_is_not_approved()
    {
        var (_, plan) = await DraftAsync();
        var unit = await host.SignedInAsync("unit.aksuu");
        await unit.PostAsync($"/api/plans/{plan}/decide", new { approve = true }, await unit.VersionAsync($"/api/plans/{plan}"))
            .RefusedAsync(HttpStatusCode.Conflict, "plan.not-submitted");
    }

    [Theory]
    [Clause("14.2")]
    [InlineData("decide")]
    [InlineData("measures")]
    [InlineData("submit")]
    public async Task Refuses_to_act_on_a_plan_that_was_changed_since_it_was_read(string act)
    {
        var (_, plan) = await DraftAsync();
        var user = act is "decide" ? await host.SignedInAsync("unit.aksuu") : _holder;
        var body =
            act is "decide" ? new { approve = true }
            : act is "measures" ? NewMeasure()
            : new { };
        await user.PostAsync($"/api/plans/{plan}/{act}", body, Registry.Basics.Ids.New().Etag())
            .RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
    }

    [Fact]
    public async Task An_approved_plan_is_no_draft_any_more()
    {
        var (_, plan) = await host.PlanInForceAsync(_holder);
        await (await PostAsync($"/api/plans/{plan}", "/measures", NewMeasure())).RefusedAsync(HttpStatusCode.Conflict, "plan.not-draft");
    }

    [Fact]
    public async Task The_family_is_asked_before_the_plan_is_submitted()
    {
        var (_, plan) = await DraftAsync();
        var path = $"/api/plans/{plan}";
        var responsible = await _holder.ResponsibleAsync();
        foreach (var measure in (await _holder.PlanAsync(plan)).GetProperty("measures").EnumerateArray())
            await _holder.ChangeAsync(
                path,
                version =>
                    _holder.PutAsync(
                        $"{path}/measures/{measure.Id()}",
                        new
                        {
                            body = measure.Text("body"),
                            workingDays = 5,
                            responsibleId = responsible,
                        },
                        version
                    )
            );
        await (await PostAsync(path, "/submit", new { })).RefusedAsync(HttpStatusCode.Conflict, "plan.family-not-asked");
    }

    [Fact]
    public async Task A_plan_without_any_measure_is_not_submitted()
    {
        var (_, plan) = await DraftAsync();
        var path = $"/api/plans/{plan}";
        var seen = await _holder.PlanAsync(plan);
        foreach (var measure in seen.GetProperty("measures").EnumerateArray())
            await _holder.ChangeAsync(
                path,
                version => _holder.PostAsync($"{path}/measures/{measure.Id()}/drop", new { reason = "Кереги жок" }, version)
            );
        var reasons = seen.GetProperty("needs").EnumerateArray().ToDictionary(n => n.Text("need"), _ => "Үй-бүлө өзү чечет");
        await _holder.ChangeAsync(
            path,
            version => _holder.PutAsync($"{path}/family", new { family = "agrees", needReasons = reasons }, version)
        );
        await (await PostAsync(path, "/submit", new { })).RefusedAsync(HttpStatusCode.Conflict, "plan.empty");
    }

    [Fact]
    public async Task A_measure_needs_a_need_a_body_and_a_responsible_that_exist()
    {
        var (_, plan) = await DraftAsync();
        var path = $"/api/plans/{plan}";
        await (await PostAsync(path, "/measures", NewMeasure("none-such"))).RefusedAsync(HttpStatusCode.BadRequest, "measure.need-unknown");
        await (await PostAsync(path, "/measures", NewMeasure(body: "none-such"))).RefusedAsync(
            HttpStatusCode.BadRequest,
            "measure.body-unknown"
        );
        var measure = await FirstMeasureAsync(plan);
        await _holder
            .PutAsync(
                $"{path}/measures/{measure.Id()}",
                new
                {
                    body = measure.Text("body"),
                    workingDays = 5,
                    responsibleId = Registry.Basics.Ids.New(),
                },
                await _holder.VersionAsync(path)
            )
            .RefusedAsync(HttpStatusCode.BadRequest, "measure.responsible-unknown");
    }

    [Fact]
    public async Task A_proposed_measure_is_dropped_only_with_a_reason()
    {
        var (_, plan) = await DraftAsync();
        var measure = await FirstMeasureAsync(plan);
        await (await PostAsync($"/api/plans/{plan}", $"/measures/{measure.Id()}/drop", new { reason = " " })).RefusedAsync(
            HttpStatusCode.BadRequest,
            "measure.reason-required"
        );
    }

    [Theory]
    [InlineData("planned", "2026-11-23", "measure.status-wrong")]
    [InlineData("done", "2099-01-01", "measure.in-future")]
    public async Task A_report_on_a_measure_names_what_was_done_and_a_day_that_has_come(string status, string on, string code)
    {
        var (_, plan) = await host.PlanInForceAsync(_holder);
        var measure = await FirstMeasureAsync(plan);
        await _holder
            .PostAsync(
                $"/api/plans/measures/{measure.Id()}/report",
                new
                {
                    status,
                    result = "Аткарылды",
                    on,
                }
            )
            .RefusedAsync(HttpStatusCode.BadRequest, code);
    }

    private async Task<(Guid Visit, string Version)> VisitAsync(Guid child)
    {
        var visits = (await _holder.GetAsync($"/api/plans/visits/of-child/{child}").JsonAsync()).GetProperty("items");
        return (visits[0].Id(), visits[0].Id("version").Etag());
    }

    private static object Made(string on) =>
        new
        {
            on,
            place = "Үйүндө",
            seen = "Бала, чоң энеси",
            finding = "same",
            findings = new { housing = "Өзгөрүүсүз" },
            nextStep = "Кийинки айда",
        };

    [Fact]
    public async Task A_visit_is_recorded_once_and_not_ahead_of_its_day()
    {
        var (child, _) = await host.PlanInForceAsync(_holder);
        var (visit, version) = await VisitAsync(child);
        var path = $"/api/plans/visits/{visit}/record";
        await _holder.PostAsync(path, Made("2099-01-01"), version).RefusedAsync(HttpStatusCode.BadRequest, "visit.in-future");
        await _holder.PostAsync(path, Made("2026-11-23"), version).NothingAsync();
        var made = (await _holder.GetAsync($"/api/plans/visits/of-child/{child}").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(v => v.Id() == visit);
        await _holder
            .PostAsync(path, Made("2026-11-23"), made.Id("version").Etag())
            .RefusedAsync(HttpStatusCode.Conflict, "visit.made-already");
    }

    [Fact]
    [Clause("11.5", "20.9")]
    public async Task An_ending_lies_in_the_past_is_decided_once_and_only_an_ended_case_is_reopened()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        object Ending(string on) =>
            new
            {
                ending = "stopped",
                happenedOn = on,
                reason = "Кереги жок",
            };
        var path = $"/api/closings/of-child/{child}";
        await _holder.PostAsync(path, Ending("2099-01-01")).RefusedAsync(HttpStatusCode.BadRequest, "closing.in-future");
        await _holder.PostAsync(path, Ending("2026-11-23")).JsonAsync(HttpStatusCode.Created);
        var unit = await host.SignedInAsync("unit.aksuu");
        async Task<JsonElement> ClosingAsync() =>
            (await unit.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items")[0];
        var closing = await ClosingAsync();
        await _holder
            .PostAsync($"/api/closings/{closing.Id()}/reopen", new { reason = "x" }, closing.Id("version").Etag())
            .RefusedAsync(HttpStatusCode.Conflict, "closing.not-ended");
        var refuse = new { consent = false, remarks = "Толуктагыла" };
        await unit.PostAsync($"/api/closings/{closing.Id()}/decide", refuse, closing.Id("version").Etag()).NothingAsync();
        closing = await ClosingAsync();
        await unit.PostAsync($"/api/closings/{closing.Id()}/decide", refuse, closing.Id("version").Etag())
            .RefusedAsync(HttpStatusCode.Conflict, "closing.decided-already");
    }
}
