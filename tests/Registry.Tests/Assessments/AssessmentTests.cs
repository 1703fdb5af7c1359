using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Assessments.Model;
using Registry.Platform.Events;
using Registry.Tests.Host;

namespace Registry.Tests.Assessments;

[Collection("host")]
[Clause("13b.3", "19.3", "11.4")]
public sealed class AssessmentTests(RegistryHost host)
{
    private async Task<(HttpClient Holder, Guid ChildId, string Path)> StartedAsync(bool fullCard = false)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        if (fullCard)
            await holder.FillCardAsync(child);
        var id = (await holder.PostAsync($"/api/assessments/of-child/{child}", new { }).JsonAsync(HttpStatusCode.Created)).Id();
        return (holder, child, $"/api/assessments/{id}");
    }

    [Fact]
    public async Task The_form_asks_at_least_60_questions_of_ten_domains_in_three_languages()
    {
        var form = await (await host.SignedInAsync("holder.aksuu")).GetAsync("/api/assessments/form").JsonAsync();
        var domains = form.GetProperty("domains").EnumerateArray().ToList();
        Assert.Equal(10, domains.Count);
        var questions = domains.SelectMany(d => d.GetProperty("questions").EnumerateArray()).ToList();
        Assert.True(questions.Count >= 60, $"{questions.Count}");
        Assert.Equal(questions.Count, questions.Select(q => q.Text("code")).Distinct().Count());
        foreach (
            var text in questions
                .Concat(questions.SelectMany(q => q.GetProperty("answers").EnumerateArray()))
                .Select(q => q.GetProperty("text"))
        )
            Assert.All(new[] { "ky", "ru", "en" }, language => Assert.NotEmpty(text.Text(language)));
    }

    [Fact]
    public async Task Takes_from_the_card_what_is_known()
    {
        var (holder, _, path) = await StartedAsync(fullCard: true);
        var assessment = await holder.GetAsync(path).JsonAsync();
        Assert.Equal("no", assessment.GetProperty("answers").Text("birth-certificate"));
        Assert.Equal("yes", assessment.GetProperty("answers").Text("parents-abroad"));
        Assert.Contains("parents-abroad", assessment.GetProperty("fromCard").EnumerateArray().Select(c => c.GetString()));
    }

    [Fact]
    public async Task Completes_within_seven_working_days_of_finding_with_needs_causes_and_an_explained_risk()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var owed = (await holder.CardAsync(child)).GetProperty("deadlines").EnumerateArray().Single(d => d.Text("step") == "assess");
        Assert.Equal(("19.3", "2026-12-02"), (owed.Text("clause"), owed.Text("dueOn")));
        var id = await holder.AssessAsync(child, new() { ["absences"] = "serious", ["food"] = "some" });
        var assessment = await holder.GetAsync($"/api/assessments/{id}").JsonAsync();
        Assert.Equal(("medium", "at-risk"), (assessment.Text("risk"), assessment.Text("conclusion")));
        Assert.Equal("serious-answer", assessment.GetProperty("judgement").Text("rule"));
        Assert.Equal(["absences"], assessment.GetProperty("judgement").GetProperty("because").EnumerateArray().Select(b => b.GetString()));
        Assert.Equal(["education", "nutrition"], assessment.GetProperty("needs").EnumerateArray().Select(n => n.GetString()));
        Assert.Equal("poverty", assessment.GetProperty("result").GetProperty("causes")[0].GetString());
        var met = (await holder.CardAsync(child)).GetProperty("deadlines").EnumerateArray().Single(d => d.Text("step") == "assess");
        Assert.Equal("2026-11-23", met.Text("metOn"));
        await host.Service<OutboxDispatcher>().SweepAsync(CancellationToken.None);
        Assert.Equal("assessed", (await holder.CardAsync(child)).GetProperty("case").Text("status"));
    }

    [Theory]
    [InlineData("danger-now", "yes", "critical")]
    [InlineData("self-harm", "yes", "critical")]
    [InlineData("food", "critical", "high")]
    [InlineData("food", "serious", "medium")]
    [InlineData("food", "some", "low")]
    public async Task One_answer_decides_the_level_of_risk(string question, string answer, string risk)
    {
        var (holder, _, path) = await StartedAsync();
        var answers = await holder.AnswersAsync(new() { [question] = answer });
        await holder.ChangeAsync(path, version => holder.PutAsync($"{path}/answers", new { answers }, version));
        Assert.Equal(risk, (await holder.GetAsync(path).JsonAsync()).GetProperty("judgement").Text("level"));
    }

    [Fact]
    public async Task Nothing_is_overwritten_when_two_specialists_answer_at_once()
    {
        var (holder, _, path) = await StartedAsync();
        var seen = await holder.VersionAsync(path);
        await holder.PutAsync($"{path}/answers", new { answers = new { food = "some" } }, seen).NothingAsync();
        await holder
            .PutAsync($"{path}/answers", new { answers = new { food = "none" } }, seen)
            .RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        Assert.Equal("some", (await holder.GetAsync(path).JsonAsync()).GetProperty("answers").Text("food"));
    }

    [Fact]
    public async Task Refuses_what_is_unanswered_unknown_or_unreasoned()
    {
        var (holder, child, path) = await StartedAsync();
        var complete = new
        {
            conclusion = "not-confirmed",
            causes = Array.Empty<string>(),
            summary = "x",
        };
        await holder
            .PostAsync($"{path}/complete", complete, await holder.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.BadRequest, "assessment.unanswered");
        foreach (
            var (code, value, refusal) in new[]
            {
                ("no-such", "x", "assessment.unknown-question"),
                ("food", "x", "assessment.unknown-answer"),
            }
        )
            await holder
                .PutAsync(
                    $"{path}/answers",
                    new { answers = new Dictionary<string, string> { [code] = value } },
                    await holder.VersionAsync(path)
                )
                .RefusedAsync(HttpStatusCode.BadRequest, refusal);
        var answers = await holder.AnswersAsync(new() { ["danger-now"] = "yes" });
        await holder.ChangeAsync(path, version => holder.PutAsync($"{path}/answers", new { answers }, version));
        await holder
            .PostAsync($"{path}/complete", complete, await holder.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.BadRequest, "assessment.reason-required");
        await holder
            .PostAsync($"/api/assessments/of-child/{child}", new { })
            .RefusedAsync(HttpStatusCode.Conflict, "assessment.draft-exists");
        await holder
            .PostAsync($"{path}/complete", complete with { conclusion = "in-difficult-situation" }, await holder.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.BadRequest, "assessment.cause-required");
    }

    [Fact]
    public async Task A_repeated_assessment_stands_beside_the_earlier_one()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var first = await holder.AssessAsync(child, new() { ["food"] = "serious" });
        var second = await holder.AssessAsync(child, new() { ["food"] = "some" });
        var items = (await holder.GetAsync($"/api/assessments/of-child/{child}").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        Assert.Equal([second, first], items.ConvertAll(i => i.Id()));
        Assert.Equal(["some", "serious"], items.ConvertAll(i => i.GetProperty("answers").Text("food")));
    }

    [Fact]
    public async Task Answers_lie_sealed_in_the_database()
    {
        var (holder, _, path) = await StartedAsync();
        await holder.ChangeAsync(
            path,
            version =>
                holder.PutAsync(
                    $"{path}/answers",
                    new { answers = new Dictionary<string, string> { ["safety-note"] = "Атасы урат" } },
                    version
                )
        );
        var rows = await host.InScopeAsync(s => s.GetRequiredService<AssessmentsDbContext>().Assessments.AsNoTracking().ToListAsync());
        Assert.All(
            rows,
            r => Assert.DoesNotContain("Атасы", System.Text.Encoding.UTF8.GetString(r.SealedContents), StringComparison.Ordinal)
        );
    }
}
