using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Plans;

/// <summary>Plans, visits and endings of the synthetic children, for Development, at every stage.</summary>
internal static class PlansDemo
{
    private const int Seed = 2028;

    public static async Task LoadAsync(IServiceProvider services, IReadOnlyList<CaseRef> cases, CancellationToken ct)
    {
        var db = services.GetRequiredService<ProtectionPlansDbContext>();
        var assessments = services.GetRequiredService<IAssessments>();
        var former = services.GetRequiredService<PlanFormer>();
        var signer = services.GetRequiredService<PlanSigner>();
        var vault = services.GetRequiredService<Vault>();
        var time = services.GetRequiredService<TimeProvider>();
        var terms = services.GetRequiredService<PlanTerms>();
        var clock = services.GetRequiredService<StatutoryClock>();
#pragma warning disable CA5394 // the same demo on every machine is wanted
        var random = new Random(Seed);
        for (var i = 0; i < cases.Count; i++)
        {
            var about = cases[i];
            if (await assessments.LastAsync(about.CaseId, ct) is not { Conclusion: not Conclusion.NotConfirmed } assessment || i % 5 == 0)
                continue;
            var seal = await vault.OfAsync(about.ChildId, ct);
            var known = await former.CircumstancesAsync(about.ChildId, assessment, ct);
            var on = Earlier(assessment.CompletedOn.AddDays(random.Next(1, 9)), time.Today());
            var plan = former.Form(about, assessment, known, null, on, about.ResponsibleId, seal);
            if (i % 5 == 1)
                continue; // still a draft
            var contents = plan.Open(seal);
            var open = contents
                .Needs.Where(n => plan.Measures.TrueForAll(m => m.Need != n))
                .ToDictionary(n => n, _ => "Үй-бүлө өзү чечет.");
            plan.Write(contents with { Family = FamilyConsent.Agrees, NeedReasons = open }, seal);
            foreach (var measure in plan.Measures)
                measure.Assign(measure.Body, measure.WorkingDays, about.ResponsibleId);
            plan.Submit(on, about.ResponsibleId);
            await clock.MeetAsync(db, Step.FormPlan, about.CaseId, ct);
            var subject = new DeadlineSubject(about.CaseId, about.Number, about.ChildId, about.Territory, about.ResponsibleId);
            if (i % 5 == 2)
            {
                await clock.StartAsync(db, terms.ApprovePlan, on, subject with { ResponsibleId = null }, ct);
                continue;
            }
            await signer.SignAsync(plan, seal, ct);
            plan.Decide(approved: true, on, about.ResponsibleId);
            plan.Remember(on);
            db.Publish(new PlanApproved(about.CaseId, about.ChildId, plan.Id, 1, on, about.ResponsibleId), time);
            foreach (var measure in plan.Measures)
            {
                var due = await clock.StartAsync(
                    db,
                    PlanTerms.CarryOut(measure.WorkingDays),
                    on,
                    subject with
                    {
                        AboutId = measure.Id,
                    },
                    ct
                );
                measure.Start(on, due.DueOn);
                measure.Remember(on);
                if (due.DueOn > time.Today() || random.Next(6) == 0)
                    continue;
                if (random.Next(9) == 0)
                {
                    measure.Report(MeasureStatus.NotPossible, MeasureObstacle.NoService, "Районго кызмат жок.", null, due.DueOn, seal);
                    measure.Remember(due.DueOn);
                    due.Meet(due.DueOn);
                    continue;
                }
                measure.Report(MeasureStatus.Done, null, "Аткарылды.", null, due.DueOn, seal);
                measure.Remember(due.DueOn);
                due.Meet(due.DueOn);
            }
            if (on.AddDays(20) < time.Today())
            {
                var made = Visit.Plan(plan, on.AddDays(20));
                made.Record(
                    new(
                        "Үйүндө",
                        "Бала, чоң эне",
                        new Dictionary<string, string> { ["care"] = "Тамак-ашы бар, кийими таза." },
                        "Мектеп менен сүйлөшүү"
                    ),
                    (VisitFinding)random.Next(4),
                    seal,
                    on.AddDays(20),
                    about.ResponsibleId
                );
                made.Remember(on.AddDays(20));
                db.Add(made);
            }
            await VisitPlanner.NextAsync(
                db,
                clock,
                terms,
                plan,
                about.ResponsibleId,
                contents.HighRisk,
                time.Today().AddDays(-random.Next(0, 40)),
                ct
            );
            if (i % 15 == 4)
                await RequestEndingAsync(db, clock, terms, about, seal, time, ct);
        }
#pragma warning restore CA5394
        await db.SaveChangesAsync(ct);
    }

    private static async Task RequestEndingAsync(
        ProtectionPlansDbContext db,
        StatutoryClock clock,
        PlanTerms terms,
        CaseRef about,
        Seal seal,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var contents = new ClosingContents("Үй-бүлөнүн абалы туруктуу, балага коркунуч жок.", null, [new("visited", true)], null);
        var closing = Closing.Request(
            about,
            Ending.LeftDifficultSituation,
            time.Today(),
            contents,
            seal,
            time.Today(),
            about.ResponsibleId
        );
        db.Add(closing);
        await clock.StartAsync(
            db,
            terms.DecideEnding,
            time.Today(),
            new(closing.Id, about.Number, about.ChildId, about.Territory, null),
            ct
        );
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
