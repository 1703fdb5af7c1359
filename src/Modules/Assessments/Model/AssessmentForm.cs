using System.Globalization;
using Registry.Basics;
using Registry.Contracts;

namespace Registry.Assessments.Model;

internal enum QuestionKind
{
    Choice,
    Text,
    Date,
}

/// <param name="Severity">0 nothing to worry about, 1 some difficulty, 2 serious, 3 help at once.</param>
internal sealed record Answer(string Code, int Severity, LocalText Text);

/// <param name="Need">Need that follows when the answer is worse than 0.</param>
/// <param name="ShowIf">Another question's answers (<c>attends=yes|partly</c>) or a circumstance (<c>age.7-17</c>); empty: always.</param>
/// <param name="FromCard">What the card answers already: circumstance to answer.</param>
internal sealed record Question(
    string Code,
    QuestionKind Kind,
    bool Required,
    string? Need,
    string ShowIf,
    IReadOnlyList<Answer> Answers,
    LocalText Text,
    IReadOnlyDictionary<string, string> FromCard
)
{
    public Answer? AnswerOf(string? code) => Answers.FirstOrDefault(a => a.Code == code);

    /// <summary>Whether this question applies, given the answers and circumstances known so far.</summary>
    public bool IsAsked(IReadOnlyDictionary<string, string> answers, IReadOnlySet<string> circumstances)
    {
        if (ShowIf.Length == 0)
            return true;
        var parts = ShowIf.Split('=');
        return parts is [var question, var expected]
            ? answers.TryGetValue(question, out var answer) && expected.Split('|').Contains(answer)
            : Circumstances.Holds(circumstances, ShowIf);
    }
}

internal sealed record FormDomain(string Code, LocalText Title, LocalText Guidance, IReadOnlyList<Question> Questions);

/// <summary>One version of the comprehensive assessment's form [13b.3].</summary>
internal sealed record AssessmentForm(int Version, DateOnly From, IReadOnlyList<FormDomain> Domains)
{
    public IEnumerable<Question> Questions => Domains.SelectMany(d => d.Questions);

    /// <summary>The answers with their questions, in words.</summary>
    public IReadOnlyList<SignedDomain> Words(IReadOnlyDictionary<string, string> answers) =>
        [
            .. Domains
                .Select(d => new SignedDomain(
                    d.Code,
                    d.Title,
                    [
                        .. d
                            .Questions.Where(q => answers.ContainsKey(q.Code))
                            .Select(q => new SignedAnswer(q.Code, q.Text, TextOf(q, answers[q.Code]))),
                    ]
                ))
                .Where(d => d.Answers.Count > 0),
        ];

    private static LocalText TextOf(Question question, string answer) => question.AnswerOf(answer)?.Text ?? new(answer, answer, answer);

    /// <summary>What the card knows is copied; only the rest has to be answered.</summary>
    public Dictionary<string, string> AnswersFromCard(IReadOnlySet<string> circumstances) =>
        Questions
            .Select(q => (q.Code, Known: q.FromCard.FirstOrDefault(f => circumstances.Contains(f.Key)).Value))
            .Where(a => a.Known is not null)
            .ToDictionary(a => a.Code, a => a.Known);
}

/// <summary>Every version of the form: a new one takes effect from its day, an old assessment keeps its own.</summary>
internal sealed class FormCatalog
{
    private const string Folder = "Registry.Assessments.Form.";
    public IReadOnlyList<AssessmentForm> Forms { get; init; } =
    [.. Rows("versions.csv").Select(r => Load(r[0], DateOnly.Parse(r[1], CultureInfo.InvariantCulture))).OrderBy(f => f.From)];

    /// <exception cref="DomainException">404: there is no such version.</exception>
    public AssessmentForm Of(int version) => Forms.FirstOrDefault(f => f.Version == version) ?? throw DomainException.NotFound();

    public AssessmentForm InForce(DateOnly on) => Forms.Last(f => f.From <= on);

    private static List<string[]> Rows(string name) => EmbeddedRows.Of(typeof(FormCatalog).Assembly, Folder + name);

    private static AssessmentForm Load(string version, DateOnly from)
    {
        var sets = Rows($"Version{version}.answers.csv")
            .GroupBy(r => r[0])
            .ToDictionary(
                g => g.Key,
                g => g.Select(r => new Answer(r[1], int.Parse(r[2], CultureInfo.InvariantCulture), new(r[3], r[4], r[5]))).ToList()
            );
        var questions = Rows($"Version{version}.questions.csv").ToLookup(r => r[0], r => QuestionOf(r, sets));
        return new(
            int.Parse(version, CultureInfo.InvariantCulture),
            from,
            [
                .. Rows($"Version{version}.domains.csv")
                    .Select(r => new FormDomain(r[0], new(r[1], r[2], r[3]), new(r[4], r[5], r[6]), [.. questions[r[0]]])),
            ]
        );
    }

    private static Question QuestionOf(string[] cells, Dictionary<string, List<Answer>> sets) =>
        new(
            cells[1],
            Enum.Parse<QuestionKind>(cells[2], ignoreCase: true),
            cells[4] == "yes",
            cells[5].Length == 0 ? null : cells[5],
            cells[6],
            cells[3].Length == 0 ? [] : sets[cells[3]],
            new(cells[8], cells[9], cells[10]),
            cells[7].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split(':')).ToDictionary(f => f[0], f => f[1])
        );
}
