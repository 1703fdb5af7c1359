using System.Text.Json;
using Registry.Tests.Host;
using Registry.Tests.Merging;

namespace Registry.Tests.Children;

/// <summary>Severity is shown in every list, follows new information, and sorts to-do lists.</summary>
public sealed class SeverityTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;
    private HttpClient _unit = null!;

    public async Task InitializeAsync()
    {
        _holder = await _host.SignedInAsync("holder.aksuu");
        _unit = await _host.SignedInAsync("unit.aksuu");
    }

    private static async Task<List<JsonElement>> AllAsync(HttpClient reader, string path, int size = 100)
    {
        var all = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await reader
                .GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}size={size}&cursor={cursor}")
                .JsonAsync();
            all.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);
        return all;
    }

    private async Task<string> OfCardAsync(Guid child)
    {
        await _host.SettleAsync();
        return (await _holder.CardAsync(child)).Text("severity");
    }

    /// <summary>Opens a card for a child who has no likely duplicates.</summary>
    private async Task<Guid> OpenAsync(string urgency)
    {
        var signal = Road.Signal(urgency: urgency, child: new { });
        return (await _holder.OpenCardAsync(Road.NewIdentity(pin: Road.NewPin()), signal)).Id("childId");
    }

    /// <summary>The worst answer to a safety question: danger.</summary>
    private async Task<Dictionary<string, string>> DangerAsync()
    {
        var form = await _holder.GetAsync("/api/assessments/form").JsonAsync();
        var question = form.GetProperty("domains")
            .EnumerateArray()
            .Single(d => d.Text("code") == "safety")
            .GetProperty("questions")
            .EnumerateArray()
            .First(q => q.GetProperty("required").GetBoolean() && q.Text("kind") == "choice");
        var worst = question.GetProperty("answers").EnumerateArray().MaxBy(a => a.GetProperty("severity").GetInt32());
        return new() { [question.Text("code")] = worst.Text("code") };
    }

    private static string Mark(JsonElement row) => row.GetProperty("mark").Text("severity");

    [Fact]
    public async Task Follows_reports_assessments_and_the_end_of_the_case()
    {
        var child = await OpenAsync("immediate");
        Assert.Equal("danger", await OfCardAsync(child));

        // the assessment has covered the report
        await _holder.AssessAsync(child);
        Assert.Equal("medium-risk", await OfCardAsync(child));

        // a further linked report counts again, until it is unlinked
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        var further = (await _holder.RegisterAsync(Road.Signal(urgency: "immediate", child: new { }))).Id();
        await _holder.LinkAsync(further, child);
        Assert.Equal("danger", await OfCardAsync(child));
        await _holder
            .PostAsync(
                $"/api/children/signals/{further}/unlink",
                new { reason = "Башка бала" },
                await _holder.VersionAsync($"/api/children/signals/{further}")
            )
            .NothingAsync();
        Assert.Equal("medium-risk", await OfCardAsync(child));

        await _holder.AssessAsync(child, await DangerAsync());
        Assert.Equal("danger", await OfCardAsync(child));
        await _host.EndCaseAsync(_holder, _unit, child);
        Assert.Equal("none", await OfCardAsync(child));
    }

    [Fact]
    public async Task A_signal_tells_it_until_it_turns_out_to_be_unfounded()
    {
        var signal = (await _holder.RegisterAsync(Road.Signal(urgency: "urgent", child: new { }))).Id();
        async Task<string> OfSignalAsync() => Mark((await AllAsync(_holder, "/api/children/signals")).Single(s => s.Id() == signal));
        Assert.Equal("urgent", await OfSignalAsync());
        async Task ActAsync(string act, object body) =>
            await _holder
                .PostAsync($"/api/children/signals/{signal}/{act}", body, await _holder.VersionAsync($"/api/children/signals/{signal}"))
                .NothingAsync();
        await ActAsync("close-unfounded", new { reason = "not-confirmed", note = "Үйдө" });
        Assert.Equal("none", await OfSignalAsync());
        await ActAsync("reopen", new { reason = "Башка үйгө барышкан" });
        Assert.Equal("urgent", await OfSignalAsync());
    }

    [Fact]
    public async Task Comes_first_in_the_work_list_and_among_signals_to_be_processed_on_every_page()
    {
        var child = await OpenAsync("immediate");
        var reported = (await _holder.RegisterAsync(Road.Signal(urgency: "immediate", child: new { }))).Id();
        await _holder.RegisterAsync(Road.Signal(urgency: "urgent", child: new { }));
        await _holder.RegisterAsync();

        var work = await AllAsync(_holder, "/api/children/work-list");
        var endangered = work.TakeWhile(w => Mark(w) == "danger").ToList();
        Assert.Contains(endangered, w => w.Id("childId") == child);
        Assert.Contains(endangered, w => w.Id("aboutId") == reported);
        Assert.DoesNotContain(work.Skip(endangered.Count), w => Mark(w) == "danger");
        foreach (var part in new[] { endangered, [.. work.Skip(endangered.Count)] })
            Assert.Equal(part.Select(w => w.Text("dueOn")).Order(StringComparer.Ordinal), part.Select(w => w.Text("dueOn")));
        Assert.Equal(work.Select(w => w.Id()), (await AllAsync(_holder, "/api/children/work-list", size: 3)).Select(w => w.Id()));
        Assert.Contains(work, w => w.GetProperty("mark").GetProperty("responsible").GetString() is { Length: > 0 });

        var signals = await AllAsync(_holder, "/api/children/signals?status=new");
        Assert.Contains(signals.TakeWhile(s => Mark(s) == "danger"), s => s.Id() == reported);
        string[] gravest = ["immediate", "urgent", "ordinary"];
        var order = signals.ConvertAll(s => Array.IndexOf(gravest, s.Text("urgency")));
        Assert.Equal(order.Order(), order);
        Assert.Equal(
            signals.Select(s => s.Id()),
            (await AllAsync(_holder, "/api/children/signals?status=new", size: 2)).Select(s => s.Id())
        );
    }

    [Fact]
    [Clause("11.5")]
    public async Task Comes_first_among_decisions_and_own_measures_on_every_page()
    {
        var (children, me) = (new List<Guid>(), (await _holder.GetAsync("/api/access/me").JsonAsync()).Id("specialistId"));
        foreach (var answers in new[] { null, await DangerAsync(), null })
        {
            var child = await OpenAsync("ordinary");
            await _holder.AssessAsync(child, answers, "in-difficult-situation");
            await _host.SettleAsync();
            await _holder.SubmitPlanAsync(await _holder.FormPlanAsync(child), me);
            children.Add(child);
        }
        foreach (var size in new[] { 100, 1 })
        {
            var plans = await AllAsync(_unit, "/api/plans?status=submitted", size);
            var inDanger = plans.TakeWhile(p => Mark(p) == "danger").ToList();
            Assert.Contains(inDanger, p => p.Id("childId") == children[1]);
            Assert.All(children, c => Assert.Single(plans, p => p.Id("childId") == c));
            Assert.DoesNotContain(plans.Skip(inDanger.Count), p => Mark(p) == "danger");
            Assert.False(string.IsNullOrEmpty(plans[0].GetProperty("mark").GetProperty("responsible").GetString()));
        }

        foreach (var child in children)
            await _holder
                .PostAsync($"/api/children/cards/{child}/void", new { reason = "Жаңылыш" })
                .JsonAsync(System.Net.HttpStatusCode.Created);
        foreach (var size in new[] { 100, 1 })
        {
            var voids = await AllAsync(_unit, "/api/children/voids", size);
            Assert.Equal(children[1], voids[0].Id("childId"));
            Assert.Equal([children[0], children[2]], voids.Select(v => v.Id("childId")).Where(c => c == children[0] || c == children[2]));
        }

        foreach (var plan in await AllAsync(_unit, "/api/plans?status=submitted"))
            if (children.Contains(plan.Id("childId")))
                await _unit.ApprovePlanAsync(plan.Id());
        await _host.SettleAsync();
        foreach (var size in new[] { 100, 2 })
        {
            var mine = await AllAsync(_holder, "/api/plans/my-measures", size);
            var first = mine.TakeWhile(m => Mark(m) == "danger").Count();
            Assert.InRange(first, 1, mine.Count - 1);
            Assert.Contains(mine.Take(first), m => m.Id("childId") == children[1]);
            Assert.DoesNotContain(mine.Skip(first), m => Mark(m) == "danger");
            Assert.Equal(mine.Count, mine.Select(m => m.GetProperty("measure").Id()).Distinct().Count());
        }
    }

    [Fact]
    [Clause("27")]
    public async Task Comes_first_among_offered_transfers_and_disclosures_that_wait_on_every_page()
    {
        var children = new List<Guid>();
        foreach (var urgency in new[] { "ordinary", "immediate", "ordinary" })
        {
            var child = await OpenAsync(urgency);
            await _holder.OfferTransferAsync(child);
            await _unit
                .PostAsync(
                    $"/api/integration/disclosures/of-child/{child}",
                    new
                    {
                        asker = "state-body",
                        askedBy = "Прокуратура",
                        ground = "Мыйзам",
                        document = "№ 7",
                        purpose = "Тергөө",
                        askedOn = "2026-11-23",
                        wanted = new[] { "card" },
                    }
                )
                .JsonAsync(System.Net.HttpStatusCode.Created);
            children.Add(child);
        }
        await _host.SettleAsync();
        foreach (var size in new[] { 100, 1 })
        {
            await FirstAsync("/api/children/transfers?open=true", _holder, r => r.GetProperty("mark"), size);
            await FirstAsync("/api/integration/disclosures?status=requested", _unit, r => r.GetProperty("mark"), size);
        }
        // of all signals ever, the newest come first
        var all = await AllAsync(_unit, "/api/integration/disclosures", 2);
        Assert.Equal(all.Select(d => d.Text("registeredAt")).OrderDescending(), all.Select(d => d.Text("registeredAt")));

        async Task FirstAsync(string path, HttpClient reader, Func<JsonElement, JsonElement> mark, int size)
        {
            var rows = await AllAsync(reader, path, size);
            Assert.Equal(rows.Count, rows.Select(r => r.Id()).Distinct().Count());
            var own = rows.Where(r => children.Contains(r.Id("childId"))).Select(r => r.Id("childId")).ToList();
            Assert.Equal([children[1], children[2], children[0]], own);
            var danger = rows.TakeWhile(r => mark(r).Text("severity") == "danger").Count();
            Assert.DoesNotContain(rows.Skip(danger), r => mark(r).Text("severity") == "danger");
        }
    }

    [Fact]
    public async Task Finished_measures_are_no_more_to_be_hurried_the_latest_comes_first_on_every_page()
    {
        var all = await AllAsync(_holder, "/api/plans/my-measures?done=true");
        Assert.True(all.Count > 3, $"{all.Count}");
        var days = all.ConvertAll(m => m.GetProperty("measure").Text("doneOn"));
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        var paged = await AllAsync(_holder, "/api/plans/my-measures?done=true", size: 2);
        Assert.Equal(all.Select(m => m.GetProperty("measure").Id()), paged.Select(m => m.GetProperty("measure").Id()));
    }

    [Fact]
    public async Task Two_cards_of_one_child_share_it_until_they_are_split()
    {
        var (calm, grave) = (await OpenAsync("ordinary"), await OpenAsync("immediate"));
        await _host.MergeAsync(_holder, calm, grave);
        Assert.Equal("danger", await OfCardAsync(calm));
        await _holder.UndoAsync(calm).NothingAsync();
        Assert.Equal("none", await OfCardAsync(calm));
        Assert.Equal("danger", await OfCardAsync(grave));
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();
}
