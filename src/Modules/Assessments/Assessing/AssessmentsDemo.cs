using Microsoft.Extensions.DependencyInjection;
using Registry.Assessments.Model;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;

namespace Registry.Assessments.Assessing;

/// <summary>Assessments of the synthetic children, for Development: most are completed, some late, some still drafts.</summary>
internal static class AssessmentsDemo
{
    private const int Seed = 2027;
    private static readonly string[] Summaries =
    [
        "Үй-бүлө балага кам көрөт, бирок колдоо керек.",
        "Семья нуждается в сопровождении, ребёнок идёт на контакт.",
        "Ата-энеси чет өлкөдө, чоң энесинин күчү жетпейт.",
    ];

    public static async Task LoadAsync(IServiceProvider services, IReadOnlyList<CaseRef> cases, CancellationToken ct)
    {
        var db = services.GetRequiredService<AssessmentsDbContext>();
        var cards = services.GetRequiredService<ICases>();
        var forms = services.GetRequiredService<FormCatalog>();
        var vault = services.GetRequiredService<Vault>();
        var time = services.GetRequiredService<TimeProvider>();
        var terms = services.GetRequiredService<PlanTerms>();
        var clock = services.GetRequiredService<StatutoryClock>();
#pragma warning disable CA5394 // the same demo on every machine is wanted
        var random = new Random(Seed);
        foreach (var about in cases)
        {
            var form = forms.InForce(time.Today());
            var known = new HashSet<string>(await cards.CircumstancesAsync(about.ChildId, ct));
            var answers = form.AnswersFromCard(known);
            var taken = answers.Keys.ToList();
            foreach (var question in form.Questions.Where(q => !answers.ContainsKey(q.Code) && q.Required))
                answers[question.Code] =
                    question.Kind is QuestionKind.Choice
                        ? question.Answers[random.Next(12) == 0 ? random.Next(Math.Min(3, question.Answers.Count)) : 0].Code
                        : "Бала менен жана чоң энеси менен сүйлөшүлдү.";
            var seal = await vault.OfAsync(about.ChildId, ct);
            var on = about.FoundOn.AddDays(random.Next(3, 12));
            var assessment = Assessment.Start(about, form.Version, on, about.ResponsibleId);
            assessment.Write(new(answers, taken, known), seal, about.ResponsibleId, time.Utc());
            db.Add(assessment);
            if (on > time.Today() || random.Next(8) == 0)
                continue;
            var judgement = RiskRule.Judge(form, answers, known);
            var causes = known.Where(k => k.StartsWith("cause.", StringComparison.Ordinal)).Select(k => k["cause.".Length..]).ToList();
            var result = new AssessmentResult(
                judgement,
                RiskRule.Needs(form, answers, known),
                causes,
                Summaries[random.Next(Summaries.Length)],
                null,
                form.Words(answers)
            );
            assessment.Write(new(answers, taken, known, result), seal, about.ResponsibleId, time.Utc());
            var conclusion = RiskRule.Propose(judgement.Level);
            assessment.Complete(judgement.Level, conclusion, causes, on, about.ResponsibleId);
            await clock.MeetAsync(db, Step.Assess, about.CaseId, ct);
            var next = conclusion is Conclusion.NotConfirmed ? terms.ContinueOrEnd : terms.FormPlan;
            await clock.StartAsync(db, next, on, about.Subject(), ct);
            db.Publish(
                new AssessmentCompleted(
                    about.CaseId,
                    about.ChildId,
                    assessment.Id,
                    about.Number,
                    about.Territory,
                    on,
                    judgement.Level,
                    conclusion,
                    about.ResponsibleId
                ),
                time
            );
        }
#pragma warning restore CA5394
        await db.SaveChangesAsync(ct);
    }
}
