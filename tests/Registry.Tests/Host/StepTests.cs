using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Tests.Institutions;
using Registry.Tests.Integration;
using Registry.Tests.Merging;
using Registry.Tests.Purging;

namespace Registry.Tests.Host;

/// <summary>For every step, through the API: who starts it, who meets it and who lapses it. A step without its scenarios fails.</summary>
[Clause("19.1", "19.2", "19.3")]
public sealed class StepTests : RegisterRoad
{
    /// <param name="Start">Makes the step owed; returns the signal or the child that it is owed for.</param>
    /// <param name="Lapse">Null for a step that only the end of the data lapses.</param>
    private sealed record Life(Func<StepTests, Task<Guid>> Start, Func<StepTests, Guid, Task> Meet, Func<StepTests, Guid, Task>? Lapse);

    private static readonly Dictionary<Step, Life> Lives = new()
    {
        [Step.EnterFoundChild] = new(
            t => t.SignalAsync("found-by-specialist"),
            (t, signal) => t.Holder.OpenCardFromAsync(signal),
            (t, signal) => t.UnfoundedAsync(signal)
        ),
        [Step.ProcessReport] = new(
            t => t.SignalAsync("report-received"),
            async (t, signal) => await t.Holder.EnterInformationAsync((await t.Holder.OpenCardFromAsync(signal)).Id("childId")),
            async (t, signal) => await t.EndAsync((await t.Holder.OpenCardFromAsync(signal)).Id("childId"))
        ),
        [Step.Assess] = new(t => t.CardAsync(), (t, child) => t.Holder.AssessAsync(child), (t, child) => t.EndAsync(child)),
        [Step.EnterChange] = new(
            async t =>
            {
                var child = await t.CardAsync();
                await t.Holder.PostAsync($"/api/children/cards/{child}/changes", Change).JsonAsync(HttpStatusCode.Created);
                return child;
            },
            async (t, child) =>
                await t.Holder.SaveSectionAsync(
                    child,
                    "property",
                    changes: [Assert.Single(await t.ItemsAsync($"/api/children/cards/{child}/changes")).Id()]
                ),
            async (t, child) =>
            {
                var change = Assert.Single(await t.ItemsAsync($"/api/children/cards/{child}/changes"));
                await t
                    .Holder.PostAsync(
                        $"/api/children/changes/{change.Id()}/withdraw",
                        new { reason = "Жаңылыштык" },
                        change.Id("version").Etag()
                    )
                    .NothingAsync();
            }
        ),
        [Step.DecideHeldPurge] = new(
            async t =>
            {
                // there is an objection to the purge of a due record: its case is open
                var child = await t.Holder.BornAsync();
                await t.Host.AgedAsync(child, "1998-01-01");
                await t.Host.AnnouncedLongAgoAsync(child);
                await t.Host.PurgeNightAsync();
                return child;
            },
            async (t, child) =>
                await (await t.Host.SignedInAsync("ministry"))
                    .PostAsync(
                        $"/api/children/purges-due/{child}/decide",
                        new
                        {
                            ruling = "keep",
                            on = "2027-02-01",
                            reason = "Иш ачык",
                        }
                    )
                    .NothingAsync(),
            (t, child) => t.Holder.SaveSectionAsync(child, "identity")
        ),
        [Step.FormPlan] = new(
            async t =>
            {
                var child = await t.CardAsync();
                await t.Holder.AssessAsync(child);
                return child;
            },
            (t, child) => t.SubmitAsync(child),
            (t, child) => t.Holder.AssessAsync(child)
        ),
        [Step.ApprovePlan] = new(
            async t =>
            {
                var child = await t.CardAsync();
                await t.Holder.AssessAsync(child);
                await t.SubmitAsync(child);
                return child;
            },
            async (t, child) => await (await t.UnitAsync()).ApprovePlanAsync(await t.PlanAsync(child)),
            (t, child) => t.EndAsync(child)
        ),
        [Step.CarryOutMeasure] = new(
            t => t.InForceAsync(),
            async (t, child) =>
            {
                foreach (var measure in (await t.Holder.PlanAsync(await t.PlanAsync(child))).GetProperty("measures").EnumerateArray())
                    await t.Holder.PostAsync($"/api/plans/measures/{measure.Id()}/report", Done).NothingAsync();
            },
            (t, child) => t.EndAsync(child)
        ),
        [Step.Visit] = new(t => t.InForceAsync(), (t, child) => t.VisitAsync(child), (t, child) => t.EndAsync(child)),
        [Step.DecideEnding] = new(
            async t =>
            {
                var child = await t.CardAsync();
                await t.Holder.AssessAsync(child);
                var signal = await t.SignalAsync("report-received");
                await t.Holder.LinkAsync(signal, child);
                var path = $"/api/children/signals/{signal}";
                await t
                    .Holder.PostAsync($"{path}/no-assessment", new { reason = "x" }, await t.Holder.VersionAsync(path))
                    .JsonAsync(HttpStatusCode.Created);
                return child;
            },
            async (t, child) =>
            {
                var unit = await t.UnitAsync();
                var asked = (await unit.GetAsync("/api/children/no-assessments?size=100").JsonAsync())
                    .GetProperty("items")
                    .EnumerateArray()
                    .Single(a => a.Id("childId") == child);
                await unit.PostAsync(
                        $"/api/children/no-assessments/{asked.Id()}/decide",
                        new { consent = true, remarks = "x" },
                        asked.Id("version").Etag()
                    )
                    .NothingAsync();
            },
            (t, child) => t.EndAsync(child)
        ),
        [Step.FollowUp] = new(
            async t =>
            {
                var child = await t.CardAsync();
                await t.Host.EndCaseAsync(t.Holder, await t.UnitAsync(), child, "left-difficult-situation", "Шарты түзөлдү");
                return child;
            },
            (t, child) => t.VisitAsync(child),
            async (t, child) =>
            {
                var closing = (await t.ItemsAsync($"/api/closings?childId={child}"))[0];
                await t
                    .Holder.PostAsync($"/api/closings/{closing.Id()}/reopen", new { reason = "Кайра" }, closing.Id("version").Etag())
                    .NothingAsync();
                await t.Host.SettleAsync();
            }
        ),
        [Step.AcceptTransfer] = new(
            async t =>
            {
                var child = await t.CardAsync();
                var to = (await t.ItemsAsync($"/api/children/transfers/receivers?territory={Road.Alamudun}"))[0].Id();
                var offer = new
                {
                    to,
                    territory = Road.Alamudun,
                    reason = "Көчтү",
                };
                await t.Holder.PostAsync($"/api/children/cards/{child}/transfers", offer).JsonAsync(HttpStatusCode.Created);
                return child;
            },
            async (t, child) =>
                await DecideTransferAsync(await t.Host.SignedInAsync("holder.alamudun"), child, "decide", new { accept = true }),
            (t, child) => DecideTransferAsync(t.Holder, child, "withdraw", new { })
        ),
        [Step.ReviewPlacement] = new(
            async t =>
            {
                var child = await t.CardAsync();
                await t.Holder.PlaceAsync(child, await (await t.Host.SignedInAsync("admin")).RegisterInstitutionAsync());
                return child;
            },
            async (t, child) =>
            {
                var placement = await t.PlacementAsync(child);
                await t
                    .Holder.PostAsync(
                        $"/api/institutions/placements/{placement}/review",
                        new { on = "2026-11-23", findings = "x" },
                        await t.Holder.PlacementVersionAsync(child, placement)
                    )
                    .NothingAsync();
            },
            async (t, child) => await t.Holder.LeaveAsync(child, await t.PlacementAsync(child))
        ),
        [Step.AnswerSubject] = new(
            async t =>
            {
                var child = await t.CardAsync();
                var asked = new
                {
                    asker = "subject",
                    askedBy = "Өзү",
                    ground = "5-пункт",
                    document = "№ 1",
                    purpose = "Өз маалыматы",
                    askedOn = "2026-11-23",
                    wanted = new[] { "card" },
                };
                await t.Holder.PostAsync($"/api/integration/disclosures/of-child/{child}", asked).JsonAsync(HttpStatusCode.Created);
                return child;
            },
            async (t, child) =>
            {
                var unit = await t.UnitAsync();
                var asked = (await t.ItemsAsync($"/api/integration/disclosures/of-child/{child}"))[0].GetProperty("row").Id();
                var path = $"/api/integration/disclosures/{asked}";
                await unit.PostAsync(
                        $"{path}/decide",
                        new { grant = Array.Empty<string>(), remarks = "Берүүгө болбойт" },
                        await unit.VersionAsync(path)
                    )
                    .NothingAsync();
            },
            // a subject's own request outlives the case
            null
        ),
        [Step.DecideMerge] = new(
            t => t.AskedAsync(),
            async (t, child) => await DecideMergeAsync(await t.Host.SignedInAsync("ministry"), child, new { sameChild = false }),
            (t, child) => WithdrawMergeAsync(t.Holder, child)
        ),
        [Step.MergeCards] = new(
            async t =>
            {
                var child = await t.AskedAsync();
                await DecideMergeAsync(await t.Host.SignedInAsync("ministry"), child, new { sameChild = true, keepId = child });
                return child;
            },
            async (t, child) => await t.Host.MergeAsync(t.Holder, child, (await t.Holder.MergeOfAsync(child)).GetProperty("other").Id()),
            (t, child) => WithdrawMergeAsync(t.Holder, child)
        ),
        [Step.NotifyRecipient] = new(
            async t =>
            {
                var child = await t.CardAsync();
                await t.Host.DiscloseAsync(t.Holder, child);
                await t.Host.MergeAsync(t.Holder, child, await t.CardAsync());
                return child;
            },
            async (t, child) =>
            {
                var notice = Assert.Single(await t.ItemsAsync($"/api/integration/recipient-notices?childId={child}"));
                await t
                    .Holder.PostAsync(
                        $"/api/integration/recipient-notices/{notice.Id()}/tell",
                        new { text = "x", on = "2026-11-23" },
                        notice.Id("version").Etag()
                    )
                    .NothingAsync();
            },
            async (t, child) => await t.Holder.UndoAsync(child).NothingAsync()
        ),
        [Step.AnswerCaseRequest] = new(
            t => t.AskedForAsync(),
            (t, child) => t.ActOnRequestAsync(child, "answer", new { remarks = "Бала бизде жашайт" }),
            (t, child) => t.EndAsync(child)
        ),
        [Step.SettleNumberConflict] = new(
            t => t.InConflictAsync(),
            (t, child) => t.ActOnRequestAsync(child, "settle", new { because = "Такталууда", beingClarified = true }),
            (t, child) => t.EndAsync(child)
        ),
        [Step.ConfirmDayFound] = new(
            async t => (await t.Holder.OpenCardFromAsync(await t.FoundLongAgoAsync())).Id("childId"),
            async (t, child) => await (await t.UnitAsync()).DecideDayFoundAsync(child, true),
            (t, child) => t.EndAsync(child)
        ),
        [Step.CorrectDayFound] = new(
            async t =>
            {
                var child = (await t.Holder.OpenCardFromAsync(await t.FoundLongAgoAsync())).Id("childId");
                await (await t.UnitAsync()).DecideDayFoundAsync(child, false);
                return child;
            },
            async (t, child) =>
            {
                var signal = (await t.Holder.CardAsync(child)).GetProperty("signals")[0].Id();
                var path = $"/api/children/signals/{signal}";
                await t
                    .Holder.PostAsync($"{path}/day-found", new { reason = "Документ бар" }, await t.Holder.VersionAsync(path))
                    .NothingAsync();
            },
            (t, child) => t.EndAsync(child)
        ),
        [Step.ContinueOrEnd] = new(
            async t =>
            {
                var child = await t.CardAsync();
                await t.Holder.AssessAsync(child, conclusion: "not-confirmed");
                return child;
            },
            async (t, child) =>
                await t
                    .Holder.PostAsync(
                        $"/api/closings/of-child/{child}",
                        new
                        {
                            ending = "stopped",
                            happenedOn = "2026-11-23",
                            reason = "x",
                        }
                    )
                    .JsonAsync(HttpStatusCode.Created),
            (t, child) => t.Holder.AssessAsync(child)
        ),
        [Step.SettleDisagreement] = new(
            async t =>
            {
                var child = await t.ChildAsync(t._disagreeing++ == 0 ? BornOtherwise : BornOtherwiseToo);
                await t.AskAsync(child);
                return child;
            },
            async (t, child) =>
            {
                var asked = await t.AskAsync(child);
                await t.TakeAsync(child, asked, [Field(asked, "identity", "birthDate")]);
            },
            (t, child) => t.EndAsync(child)
        ),
    };

    /// <summary>A card with a pending question to the authorised body whether a card elsewhere is the same child's.</summary>
    private async Task<Guid> AskedAsync()
    {
        var child = await CardAsync();
        var other = await Host.SignedInAsync("holder.alamudun");
        var number = (await other.OpenCardAsync(signal: Road.Signal(territory: Road.Alamudun))).Text("caseNumber");
        await Holder
            .PostAsync($"/api/children/cards/{child}/ask-merge", new { otherNumber = number, reason = "x" })
            .JsonAsync(HttpStatusCode.Created);
        return child;
    }

    private static async Task DecideMergeAsync(HttpClient ministry, Guid child, object decision)
    {
        var merge = await ministry.MergeOfAsync(child);
        await ministry.PostAsync($"/api/children/merges/{merge.Id()}/decide", decision, merge.Id("version").Etag()).NothingAsync();
    }

    private static async Task WithdrawMergeAsync(HttpClient holder, Guid child)
    {
        var merge = await holder.MergeOfAsync(child);
        await holder.PostAsync($"/api/children/merges/{merge.Id()}/withdraw", new { }, merge.Id("version").Etag()).NothingAsync();
    }

    private int _disagreeing;

    /// <summary>A child of Ak-Suu whose case is requested by someone in Alamudun.</summary>
    private async Task<Guid> AskedForAsync()
    {
        var pin = Road.NewPin();
        var child = (await Holder.OpenCardAsync(Road.NewIdentity(pin: pin))).Id("childId");
        await (await Host.SignedInAsync("holder.alamudun")).RequestCaseAsync(pin, Road.Alamudun);
        return child;
    }

    private async Task<Guid> InConflictAsync()
    {
        var child = await AskedForAsync();
        await ActOnRequestAsync(child, "answer", new { wrongAt = "there", remarks = "Номер бизде туура" });
        return child;
    }

    private async Task ActOnRequestAsync(Guid child, string act, object body)
    {
        var asked = Assert.Single(await ItemsAsync($"/api/children/case-requests?childId={child}"));
        await Holder.PostAsync($"/api/children/case-requests/{asked.Id()}/{act}", body, asked.Id("version").Etag()).NothingAsync();
    }

    private static readonly object Change = new
    {
        kind = "property",
        learnedOn = "2026-11-23",
        happenedOn = "2026-11-23",
        what = "Үй",
    };

    private static readonly object Done = new
    {
        status = "done",
        result = "Аткарылды",
        on = "2026-11-23",
    };

    public static TheoryData<Step> Steps => [.. Enum.GetValues<Step>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Every_step_is_started_met_and_lapsed_by_somebody(Step step)
    {
        Assert.True(Lives.TryGetValue(step, out var life), $"No scenario says who starts, meets and lapses {step}.");
        var about = await life.Start(this);
        var started = await OfAsync(step, about);
        Assert.NotEmpty(started);
        Assert.All(started, d => Assert.True(d.IsOpen));
        await life.Meet(this, about);
        await Host.SettleAsync();
        Assert.Contains(await OfAsync(step, about), d => d.MetOn is not null);
        if (life.Lapse is null)
        {
            Assert.False(step.EndsWithCase());
            return;
        }
        about = await life.Start(this);
        var owed = (await OfAsync(step, about)).ConvertAll(d => d.Id);
        await life.Lapse(this, about);
        await Host.SettleAsync();
        var lapsed = (await OfAsync(step, about)).Where(d => owed.Contains(d.Id)).ToList();
        Assert.All(lapsed, d => Assert.True(d is { IsOpen: false, LapsedOn: not null, LapsedBecause: not null, MetOn: null }));
    }

    /// <summary>The step's rows of a signal or child.</summary>
    private Task<List<Deadline>> OfAsync(Step step, Guid about) =>
        Host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>()
                .Deadlines.AsNoTracking()
                .Where(d => d.Step == step && (d.AboutId == about || d.ChildId == about))
                .ToListAsync()
        );

    private Task<HttpClient> UnitAsync() => Host.SignedInAsync("unit.aksuu");

    private async Task<Guid> CardAsync() => (await Holder.OpenCardAsync()).Id("childId");

    private async Task<Guid> SignalAsync(string source) => (await Holder.RegisterAsync(Road.Signal(source))).Id();

    private async Task<Guid> FoundLongAgoAsync() => (await Holder.RegisterAsync(Road.FoundLongAgo())).Id();

    private async Task UnfoundedAsync(Guid signal) =>
        await Holder
            .PostAsync(
                $"/api/children/signals/{signal}/close-unfounded",
                new { reason = "not-confirmed", note = "x" },
                await Holder.VersionAsync($"/api/children/signals/{signal}")
            )
            .NothingAsync();

    private async Task EndAsync(Guid child) => await Host.EndCaseAsync(Holder, await UnitAsync(), child);

    private async Task<Guid> InForceAsync() => (await Host.PlanInForceAsync(Holder)).Child;

    private async Task<Guid> PlanAsync(Guid child) => (await ItemsAsync($"/api/plans?childId={child}"))[0].Id();

    private async Task SubmitAsync(Guid child) =>
        await Holder.SubmitPlanAsync(await Holder.FormPlanAsync(child), await Holder.ResponsibleAsync("Токтосунова"));

    private async Task<Guid> PlacementAsync(Guid child) => (await ItemsAsync($"/api/institutions/placements/of-child/{child}"))[0].Id();

    private async Task VisitAsync(Guid child)
    {
        var visit = (await ItemsAsync($"/api/plans/visits/of-child/{child}"))[0];
        var seen = new
        {
            on = "2026-11-23",
            place = "Үйү",
            seen = "Бала",
            finding = "same",
            findings = new { safety = "x" },
            nextStep = "x",
        };
        await Holder.PostAsync($"/api/plans/visits/{visit.Id()}/record", seen, visit.Id("version").Etag()).NothingAsync();
    }

    private static async Task DecideTransferAsync(HttpClient user, Guid child, string how, object body)
    {
        var offer = (await user.GetAsync("/api/children/transfers?open=true").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(t => t.Id("childId") == child);
        await user.PostAsync($"/api/children/transfers/{offer.Id()}/{how}", body, offer.Id("version").Etag()).NothingAsync();
    }
}
