using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Registry.Assessments.Model;
using Registry.Basics;
using Registry.ProtectionPlans.Model;
using Registry.Tests.Host;

namespace Registry.Tests.ProtectionPlans;

/// <summary>What was approved, completed or printed keeps its signed wording, however the rules and the form change.</summary>
[Clause("3", "13b.3", "21", "27")]
public sealed class SignedWordsTests : IAsyncLifetime
{
    private const string Changed = "ӨЗГӨРТҮЛГӨН";
    private static readonly LocalText Other = new(Changed, Changed, Changed);
    private readonly RegistryHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>The next version of the rules and an edit of the form: every word differs.</summary>
    private static void ChangeEveryWord(IServiceCollection services)
    {
        var rules = new RuleCatalog();
        services.AddSingleton(
            new RuleCatalog
            {
                Version = 2,
                Rules = [.. rules.Rules.Select(r => r with { Measure = Other })],
                Goals = rules.Goals.ToDictionary(g => g.Key, _ => Other),
                Grounds = rules.Grounds.ToDictionary(g => g.Key, _ => Other),
            }
        );
        var form = new FormCatalog().Of(1);
        services.AddSingleton(
            new FormCatalog
            {
                Forms =
                [
                    form with
                    {
                        Domains =
                        [
                            .. form.Domains.Select(d =>
                                d with
                                {
                                    Title = Other,
                                    Questions =
                                    [
                                        .. d.Questions.Select(q =>
                                            q with
                                            {
                                                Text = Other,
                                                Answers = [.. q.Answers.Select(a => a with { Text = Other })],
                                            }
                                        ),
                                    ],
                                }
                            ),
                        ],
                    },
                ],
            }
        );
    }

    [Fact]
    public async Task A_later_edit_of_rules_and_form_changes_nothing_that_was_signed()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var (child, plan) = await _host.PlanInForceAsync(holder);
        var assessment = (await holder.GetAsync($"/api/assessments/of-child/{child}").JsonAsync()).GetProperty("items")[0].Id();
        var shown = await ShownAsync(holder, child, plan, assessment);
        var paper = await PrintAsync(holder, child);
        var bytes = await holder.GetByteArrayAsync($"/api/reporting/papers/{paper}/file");
        var draftOfAnother = (await holder.OpenCardAsync(Road.NewIdentity("Башкаева"))).Id("childId");
        await holder.AssessAsync(draftOfAnother);
        var draft = await holder.FormPlanAsync(draftOfAnother);

        await using var later = RegistryHost.On(_host.Folder, with: ChangeEveryWord);
        holder = await later.SignedInAsync("holder.aksuu");
        // the edit is in force: what is not signed yet shows it
        Assert.Contains(Changed, (await holder.PlanAsync(draft)).ToString(), StringComparison.Ordinal);
        Assert.Equal(shown, await ShownAsync(holder, child, plan, assessment));
        Assert.Equal(bytes, await holder.GetByteArrayAsync($"/api/reporting/papers/{paper}/file"));
        // a disclosure decided today contains the signed wording
        var disclosed = await DiscloseAsync(later, holder, child);
        Assert.DoesNotContain(Changed, disclosed, StringComparison.Ordinal);
        foreach (
            var text in (await holder.PlanAsync(plan))
                .GetProperty("measures")
                .EnumerateArray()
                .Select(m => m.GetProperty("text").Text("ky"))
        )
            Assert.Contains(text, disclosed, StringComparison.Ordinal);
        // the next version keeps the agreed wording
        var next = await holder.FormPlanAsync(child);
        var continued = (await holder.PlanAsync(next))
            .GetProperty("measures")
            .EnumerateArray()
            .Where(m => m.Text("rule") is not null)
            .ToList();
        Assert.NotEmpty(continued);
        Assert.All(continued, m => Assert.NotEqual(Changed, m.GetProperty("text").Text("ky")));
    }

    private static async Task<string> ShownAsync(HttpClient holder, Guid child, Guid plan, Guid assessment)
    {
        var words = new StringBuilder();
        var shown = await holder.PlanAsync(plan);
        foreach (var m in shown.GetProperty("measures").EnumerateArray().OrderBy(m => m.Id()))
            words.AppendLine(
                $"{m.GetProperty("text")} {m.GetProperty("bodyName")} {m.GetProperty("needName")} {m.GetProperty("ground")} {m.GetProperty("rulesVersion")}"
            );
        words.AppendLine(shown.GetProperty("needs").ToString());
        words.AppendLine(
            (await holder.GetAsync($"/api/assessments/{assessment}").JsonAsync()).GetProperty("result").GetProperty("signed").ToString()
        );
        words.AppendLine((await holder.GetAsync("/api/plans/my-measures").JsonAsync()).ToString());
        Assert.DoesNotContain(Changed, words.ToString(), StringComparison.Ordinal);
        return words.ToString();
    }

    private static async Task<Guid> PrintAsync(HttpClient holder, Guid child) =>
        (
            await holder
                .PostAsync(
                    $"/api/reporting/papers/of-child/{child}",
                    new
                    {
                        kind = "plan",
                        language = "ky",
                        purpose = "x",
                    }
                )
                .JsonAsync(HttpStatusCode.Created)
        ).Id();

    private static async Task<string> DiscloseAsync(RegistryHost host, HttpClient holder, Guid child)
    {
        var asked = (
            await holder
                .PostAsync(
                    $"/api/integration/disclosures/of-child/{child}",
                    new
                    {
                        asker = "state-body",
                        askedBy = "x",
                        ground = "x",
                        document = "x",
                        purpose = "x",
                        askedOn = "2026-11-23",
                        wanted = new[] { "assessment", "plan" },
                    }
                )
                .JsonAsync(HttpStatusCode.Created)
        ).Id();
        var unit = await host.SignedInAsync("unit.aksuu");
        await unit.ChangeAsync(
            $"/api/integration/disclosures/{asked}",
            version =>
                unit.PostAsync($"/api/integration/disclosures/{asked}/decide", new { grant = new[] { "assessment", "plan" } }, version)
        );
        return JsonSerializer.Serialize(
            await holder.GetAsync($"/api/integration/disclosures/{asked}/file?format=json").JsonAsync(),
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
