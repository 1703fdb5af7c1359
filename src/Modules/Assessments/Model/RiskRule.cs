using Registry.Contracts;

namespace Registry.Assessments.Model;

/// <summary>Which answers led to the level of risk.</summary>
/// <param name="Rule">
/// Code of the explanation: <c>danger</c>, <c>critical-answer</c>, <c>three-serious</c>, <c>serious-answer</c>, <c>four-difficulties</c>,
/// <c>nothing-serious</c>.
/// </param>
internal sealed record RiskJudgement(Risk Level, string Rule, IReadOnlyList<string> Because);

/// <summary>
/// The level of risk with the rule that explains it: danger in the safety domain, or self-harm, is critical; another worst answer or three serious ones
/// are high; one serious or four difficulties medium; the rest low.
/// </summary>
internal static class RiskRule
{
    private const int Worst = 3;
    private const int Serious = 2;
    private const int SeriousForHigh = 3;
    private const int DifficultiesForMedium = 4;
    private const string SelfHarm = "self-harm";
    private const string Safety = "safety";

    public static RiskJudgement Judge(AssessmentForm form, IReadOnlyDictionary<string, string> answers, IReadOnlySet<string> circumstances)
    {
        var given = (
            from domain in form.Domains
            from question in domain.Questions
            where question.IsAsked(answers, circumstances)
            let answer = question.AnswerOf(answers.GetValueOrDefault(question.Code))
            where answer is { Severity: > 0 }
            select (Domain: domain.Code, question.Code, answer.Severity)
        ).ToList();
        List<string> Codes(Func<(string Domain, string Code, int Severity), bool> which) => [.. given.Where(which).Select(g => g.Code)];

        var danger = Codes(g => g.Severity == Worst && (g.Domain == Safety || g.Code == SelfHarm));
        if (danger.Count > 0)
            return new(Risk.Critical, "danger", danger);
        var worst = Codes(g => g.Severity == Worst);
        if (worst.Count > 0)
            return new(Risk.High, "critical-answer", worst);
        var serious = Codes(g => g.Severity == Serious);
        if (serious.Count >= SeriousForHigh)
            return new(Risk.High, "three-serious", serious);
        if (serious.Count > 0)
            return new(Risk.Medium, "serious-answer", serious);
        var difficulties = Codes(_ => true);
        return difficulties.Count >= DifficultiesForMedium
            ? new(Risk.Medium, "four-difficulties", difficulties)
            : new(Risk.Low, "nothing-serious", difficulties);
    }

    /// <summary>The needs that follow from answers worse than 0, in the order of the form.</summary>
    public static IReadOnlyList<string> Needs(
        AssessmentForm form,
        IReadOnlyDictionary<string, string> answers,
        IReadOnlySet<string> circumstances
    ) =>
        [
            .. form
                .Questions.Where(q => q.Need is not null && q.IsAsked(answers, circumstances))
                .Where(q => q.AnswerOf(answers.GetValueOrDefault(q.Code)) is { Severity: > 0 })
                .Select(q => q.Need!)
                .Distinct(),
        ];

    /// <summary>The severity of a level of risk.</summary>
    public static Severity SeverityOf(Risk risk) =>
        risk switch
        {
            Risk.Low => Severity.LowRisk,
            Risk.Medium => Severity.MediumRisk,
            Risk.High => Severity.HighRisk,
            _ => Severity.Danger,
        };

    /// <summary>The conclusion that the level of risk suggests; the specialist may conclude otherwise with a reason.</summary>
    public static Conclusion Propose(Risk risk) =>
        risk switch
        {
            Risk.Low => Conclusion.NotConfirmed,
            Risk.Medium => Conclusion.AtRisk,
            _ => Conclusion.InDifficultSituation,
        };
}
