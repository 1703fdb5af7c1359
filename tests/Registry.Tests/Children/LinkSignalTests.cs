using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("19.2", "19.3")]
public sealed class LinkSignalTests(RegistryHost host) : IAsyncLifetime
{
    private const string Found = "2026-11-20";
    private HttpClient _holder = null!;
    private HttpClient _unit = null!;

    public async Task InitializeAsync()
    {
        _holder = await host.SignedInAsync("holder.aksuu");
        _unit = await host.SignedInAsync("unit.aksuu");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private Task<JsonElement> SignalAsync(Guid id) => _holder.GetAsync($"/api/children/signals/{id}").JsonAsync();

    private async Task<Guid> FurtherAsync(Guid child)
    {
        var signal = (await _holder.RegisterAsync(Road.Signal(foundOn: Found))).Id();
        await _holder.LinkAsync(signal, child);
        return signal;
    }

    private async Task<string> StatusAsync(Guid child) => (await _holder.CardAsync(child)).GetProperty("case").Text("status");

    /// <summary>A case that has reached this stage.</summary>
    private async Task<Guid> CaseAtAsync(string status)
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        if (status == "opened")
            return child;
        await _holder.EnterInformationAsync(child);
        if (status == "information-entered")
            return child;
        await _holder.AssessAsync(child);
        if (status == "plan-in-force")
        {
            var plan = await _holder.FormPlanAsync(child);
            await _holder.SubmitPlanAsync(plan, await _holder.ResponsibleAsync("Токтосунова"));
            await _unit.ApprovePlanAsync(plan);
        }
        await host.SettleAsync();
        return child;
    }

    [Fact]
    public async Task Joins_the_known_childs_case_and_its_contents_stay_readable()
    {
        var known = await _holder.OpenCardAsync();
        var signal = (await _holder.RegisterAsync(Road.Signal("found-by-specialist"))).Id();
        var linked = await _holder.LinkAsync(signal, known.Id("childId"));
        Assert.Equal(known.Text("caseNumber"), linked.Text("caseNumber"));
        Assert.False(linked.GetProperty("reopened").GetBoolean());
        var read = await SignalAsync(signal);
        Assert.Equal("linked", read.Text("status"));
        Assert.Equal("Мектепке келбейт, үйүндө жалгыз.", read.GetProperty("contents").Text("account"));
        Assert.Equal(2, (await _holder.CardAsync(known.Id("childId"))).GetProperty("signals").GetArrayLength());
    }

    [Theory]
    [InlineData("opened")]
    [InlineData("information-entered")]
    [InlineData("assessed")]
    [InlineData("plan-in-force")]
    public async Task A_report_about_an_ended_case_reopens_it_where_its_road_was_and_starts_both_clocks(string reached)
    {
        var child = await CaseAtAsync(reached);
        Assert.Equal(reached, await StatusAsync(child));
        await host.EndCaseAsync(_holder, _unit, child);
        Assert.Equal("closed", await StatusAsync(child));
        var signal = (await _holder.RegisterAsync(Road.Signal(foundOn: Found))).Id();
        Assert.True((await _holder.LinkAsync(signal, child)).GetProperty("reopened").GetBoolean());
        Assert.Equal(reached, await StatusAsync(child));
        Assert.Equal(Found, Assert.Single((await SignalAsync(signal)).Owed("process-report")).Text("startedOn"));
        Assert.Equal(Found, Assert.Single((await _holder.CardAsync(child)).Owed("assess")).Text("startedOn"));
        await host.SettleAsync();
        // and nothing is owed twice when the other modules have followed
        var owed = (await _holder.CardAsync(child)).Owed().ConvertAll(d => d.Text("step"));
        Assert.Single(owed, "assess");
        Assert.Equal(reached, await StatusAsync(child));
        var closing = (await _holder.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items")[0];
        Assert.Equal("reopened", closing.Text("status"));
    }

    [Fact]
    public async Task A_further_report_starts_an_assessment_and_is_processed_by_it_not_by_the_old_information()
    {
        var child = await CaseAtAsync("assessed");
        var signal = await FurtherAsync(child);
        var elsewhere = (await _holder.RegisterAsync()).Id();
        Assert.Equal(Found, Assert.Single((await _holder.CardAsync(child)).Owed("assess")).Text("startedOn"));
        Assert.Single((await SignalAsync(signal)).Owed("process-report"));
        Assert.True((await SignalAsync(signal)).GetProperty("awaitsAssessment").GetBoolean());
        await _holder.AssessAsync(child);
        await host.SettleAsync();
        Assert.Empty((await SignalAsync(signal)).Owed());
        Assert.False((await SignalAsync(signal)).GetProperty("awaitsAssessment").GetBoolean());
        Assert.Empty((await _holder.CardAsync(child)).Owed("assess"));
        // the report about somebody else waits as before
        Assert.Single((await SignalAsync(elsewhere)).Owed("process-report"));
    }

    [Fact]
    public async Task Only_a_further_report_to_an_assessed_case_asks_for_an_assessment_that_may_not_be_needed()
    {
        var assessed = await CaseAtAsync("assessed");
        await FurtherAsync(assessed);
        var (waiting, first) = ((await _holder.RegisterAsync()).Id(), await CaseAtAsync("opened"));
        var linked = await FurtherAsync(first);
        foreach (var signal in new[] { waiting, linked })
            Assert.False((await SignalAsync(signal)).GetProperty("awaitsAssessment").GetBoolean());
    }

    [Fact]
    public async Task A_report_before_the_initial_information_is_processed_by_entering_it()
    {
        var child = await CaseAtAsync("opened");
        var signal = await FurtherAsync(child);
        await _holder.AssessAsync(child);
        await host.SettleAsync();
        Assert.Single((await SignalAsync(signal)).Owed("process-report"));
        await _holder.EnterInformationAsync(child);
        Assert.Empty((await SignalAsync(signal)).Owed("process-report"));
        Assert.Equal("assessed", await StatusAsync(child));
    }

    private async Task<HttpResponseMessage> NoAssessmentAsync(Guid signal) =>
        await _holder.PostAsync(
            $"/api/children/signals/{signal}/no-assessment",
            new { reason = "Ошол эле окуя жөнүндө" },
            await _holder.VersionAsync($"/api/children/signals/{signal}")
        );

    private async Task<JsonElement> WaitingAsync(HttpClient user, Guid signal) =>
        (await user.GetAsync("/api/children/no-assessments?size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(a => a.Id("signalId") == signal);

    private static Task<HttpResponseMessage> DecideAsync(HttpClient user, JsonElement asked, bool consent) =>
        user.PostAsync($"/api/children/no-assessments/{asked.Id()}/decide", new { consent, remarks = "Жооп" }, asked.Id("version").Etag());

    [Fact]
    [Clause("20.9")]
    public async Task No_new_assessment_needs_a_reason_and_the_units_consent()
    {
        var child = await CaseAtAsync("assessed");
        var signal = await FurtherAsync(child);
        Assert.Equal(HttpStatusCode.Created, (await NoAssessmentAsync(signal)).StatusCode);
        // the specialist has done their part; the assessment stays owed
        Assert.Empty((await SignalAsync(signal)).Owed("process-report"));
        Assert.Single((await _holder.CardAsync(child)).Owed("assess"));
        await NoAssessmentAsync(signal).RefusedAsync(HttpStatusCode.Conflict, "confirmation.requested-already");
        await host.SettleAsync();
        Assert.Contains("no-assessment-requested", await _unit.GetStringAsync("/api/access/notices?size=100"), StringComparison.Ordinal);
        var asked = await WaitingAsync(_unit, signal);
        Assert.Equal("Ошол эле окуя жөнүндө", asked.Text("reason"));
        Assert.True(asked.GetProperty("canDecide").GetBoolean());
        await DecideAsync(_holder, asked, true).RefusedAsync(HttpStatusCode.Forbidden, "not-allowed");
        await DecideAsync(_unit, asked, true).NothingAsync();
        var card = await _holder.CardAsync(child);
        Assert.Empty(card.Owed("assess"));
        Assert.Empty(card.Owed("decide-ending"));
        Assert.Contains(
            card.GetProperty("deadlines").EnumerateArray(),
            d => d.Text("step") == "assess" && d.TryGetProperty("lapsedBecause", out var why) && why.GetString() == "assessment-not-needed"
        );
        Assert.True((await SignalAsync(signal)).GetProperty("contents").GetProperty("noAssessment").GetProperty("consented").GetBoolean());
        await NoAssessmentAsync(signal).RefusedAsync(HttpStatusCode.Conflict, "signal.nothing-owed");
    }

    [Fact]
    [Clause("20.9")]
    public async Task A_refused_request_leaves_the_assessment_owed()
    {
        var child = await CaseAtAsync("assessed");
        var signal = await FurtherAsync(child);
        await NoAssessmentAsync(signal).JsonAsync(HttpStatusCode.Created);
        await DecideAsync(_unit, await WaitingAsync(_unit, signal), false).NothingAsync();
        Assert.Single((await _holder.CardAsync(child)).Owed("assess"));
    }

    [Fact]
    [Clause("20.9")]
    public async Task Consent_to_one_report_leaves_the_assessment_that_another_asks_for()
    {
        var child = await CaseAtAsync("assessed");
        var signal = await FurtherAsync(child);
        await FurtherAsync(child);
        await NoAssessmentAsync(signal).JsonAsync(HttpStatusCode.Created);
        await DecideAsync(_unit, await WaitingAsync(_unit, signal), true).NothingAsync();
        Assert.Single((await _holder.CardAsync(child)).Owed("assess"));
    }

    [Fact]
    [Clause("20.9")]
    public async Task A_report_that_came_after_the_last_assessment_asks_for_one_whatever_was_done_since()
    {
        await using var own = new RegistryHost();
        (_holder, _unit) = (await own.SignedInAsync("holder.aksuu"), await own.SignedInAsync("unit.aksuu"));
        var child = (await _holder.OpenCardAsync()).Id("childId");
        await _holder.EnterInformationAsync(child);
        await _holder.AssessAsync(child);
        await own.SettleAsync();
        var signal = await FurtherAsync(child);
        await FurtherAsync(child);
        await own.PassAsync(days: 1);
        (_holder, _unit) = (await own.SignedInAsync("holder.aksuu"), await own.SignedInAsync("unit.aksuu"));
        // the day after, one of the reports is processed
        await NoAssessmentAsync(signal).JsonAsync(HttpStatusCode.Created);
        await DecideAsync(_unit, await WaitingAsync(_unit, signal), true).NothingAsync();
        Assert.Single((await _holder.CardAsync(child)).Owed("assess"));
    }

    [Fact]
    [Clause("20.9")]
    public async Task Refuses_no_assessment_for_a_signal_that_is_not_linked_or_a_child_never_assessed()
    {
        var signal = (await _holder.RegisterAsync()).Id();
        await NoAssessmentAsync(signal).RefusedAsync(HttpStatusCode.Conflict, "signal.not-linked");
        await NoAssessmentAsync(await FurtherAsync(await CaseAtAsync("opened")))
            .RefusedAsync(HttpStatusCode.Conflict, "signal.not-assessed");
    }

    private async Task UnlinkAsync(Guid signal) =>
        await _holder
            .PostAsync(
                $"/api/children/signals/{signal}/unlink",
                new { reason = "Башка бала" },
                await _holder.VersionAsync($"/api/children/signals/{signal}")
            )
            .NothingAsync();

    private async Task<Guid> FurtherAsync(Guid child, string foundOn)
    {
        var signal = (await _holder.RegisterAsync(Road.Signal(foundOn: foundOn))).Id();
        await _holder.LinkAsync(signal, child);
        return signal;
    }

    [Fact]
    public async Task Undoing_a_link_leaves_the_assessment_that_another_report_asks_for_from_that_ones_day()
    {
        var child = await CaseAtAsync("assessed");
        var first = await FurtherAsync(child);
        var second = await FurtherAsync(child, "2026-11-22");
        await UnlinkAsync(first);
        Assert.Equal("2026-11-22", Assert.Single((await _holder.CardAsync(child)).Owed("assess")).Text("startedOn"));
        await UnlinkAsync(second);
        Assert.Empty((await _holder.CardAsync(child)).Owed("assess"));
    }

    [Fact]
    public async Task Undoing_the_link_that_reopened_a_case_leaves_a_step_behind()
    {
        var child = await CaseAtAsync("assessed");
        await _holder.AssessAsync(child, conclusion: "not-confirmed");
        await host.SettleAsync();
        await host.EndCaseAsync(_holder, _unit, child);
        var signal = await FurtherAsync(child);
        await host.SettleAsync();
        await UnlinkAsync(signal);
        var card = await _holder.CardAsync(child);
        Assert.Empty(card.Owed("assess"));
        Assert.Single(card.Owed("continue-or-end"));
    }

    [Fact]
    [Clause("20.9")]
    public async Task Consent_to_no_new_assessment_of_a_case_that_owes_nothing_else_leaves_a_step_behind()
    {
        var child = await CaseAtAsync("assessed");
        await _holder.AssessAsync(child, conclusion: "not-confirmed");
        await _holder.PostAsync($"/api/closings/of-child/{child}", Stop).JsonAsync(HttpStatusCode.Created);
        var signal = await FurtherAsync(child);
        var closing = (await _unit.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items")[0];
        await _unit
            .PostAsync($"/api/closings/{closing.Id()}/decide", new { consent = false, remarks = "x" }, closing.Id("version").Etag())
            .NothingAsync();
        Assert.Empty((await _holder.CardAsync(child)).Owed("continue-or-end"));
        await NoAssessmentAsync(signal).JsonAsync(HttpStatusCode.Created);
        await DecideAsync(_unit, await WaitingAsync(_unit, signal), true).NothingAsync();
        Assert.Equal(["continue-or-end"], (await _holder.CardAsync(child)).Owed().ConvertAll(d => d.Text("step")));
    }

    private static readonly object Stop = new
    {
        ending = "stopped",
        happenedOn = "2026-11-23",
        reason = "x",
    };

    [Fact]
    [Clause("20.9")]
    public async Task What_was_asked_about_an_unlinked_signal_is_called_off()
    {
        var child = await CaseAtAsync("assessed");
        var signal = await FurtherAsync(child);
        await NoAssessmentAsync(signal).JsonAsync(HttpStatusCode.Created);
        await UnlinkAsync(signal);
        Assert.Empty((await _holder.CardAsync(child)).Owed("decide-ending"));
        var waiting = (await _unit.GetAsync("/api/children/no-assessments?size=100").JsonAsync()).GetProperty("items").EnumerateArray();
        Assert.DoesNotContain(waiting, a => a.Id("signalId") == signal);
        // and a request about the right child is possible
        await _holder.LinkAsync(signal, await CaseAtAsync("assessed"));
        await NoAssessmentAsync(signal).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    [Clause("20.9")]
    public async Task A_completed_assessment_calls_off_the_question_whether_one_is_needed()
    {
        var child = await CaseAtAsync("assessed");
        var signal = await FurtherAsync(child);
        await NoAssessmentAsync(signal).JsonAsync(HttpStatusCode.Created);
        await _holder.AssessAsync(child);
        await host.SettleAsync();
        Assert.Empty((await _holder.CardAsync(child)).Owed("decide-ending"));
        var waiting = (await _unit.GetAsync("/api/children/no-assessments?size=100").JsonAsync()).GetProperty("items").EnumerateArray();
        Assert.DoesNotContain(waiting, a => a.Id("signalId") == signal);
    }

    [Fact]
    public async Task Refuses_a_child_of_another_territory()
    {
        var elsewhere = await (await host.SignedInAsync("holder.alamudun")).OpenCardAsync(signal: Road.Signal(territory: Road.Alamudun));
        var signal = (await _holder.RegisterAsync()).Id();
        var problem = await _holder
            .PostAsync(
                $"/api/children/signals/{signal}/link",
                new { childId = elsewhere.Id("childId") },
                await _holder.VersionAsync($"/api/children/signals/{signal}")
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("child.unknown", problem.CodeAt("childId"));
    }
}
