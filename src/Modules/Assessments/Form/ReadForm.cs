using Registry.Assessments.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Assessments.Form;

/// <param name="Version">The version in force today when left out.</param>
internal sealed record ReadFormRequest(int? Version = null);

internal sealed record AnswerView(string Code, int Severity, LocalText Text);

internal sealed record QuestionView(
    string Code,
    QuestionKind Kind,
    bool Required,
    string? Need,
    string ShowIf,
    LocalText Text,
    IReadOnlyList<AnswerView> Answers
);

internal sealed record DomainView(string Code, LocalText Title, LocalText Guidance, IReadOnlyList<QuestionView> Questions);

internal sealed record ReadFormResponse(int Version, DateOnly From, IReadOnlyList<DomainView> Domains);

/// <summary>The form of the comprehensive assessment, in the requested version or the one in force.</summary>
internal sealed class ReadFormEndpoint(FormCatalog forms, TimeProvider time) : ApiEndpoint<ReadFormRequest, ReadFormResponse>
{
    public override void Configure()
    {
        Get("assessments/form");
        Guarded(Permission.ReadChildren, Reach.Reference, JournalKind.List);
    }

    public override async Task HandleAsync(ReadFormRequest request, CancellationToken ct)
    {
        var form = request.Version is { } version ? forms.Of(version) : forms.InForce(time.Today());
        await Send.OkAsync(
            new(
                form.Version,
                form.From,
                [.. form.Domains.Select(d => new DomainView(d.Code, d.Title, d.Guidance, [.. d.Questions.Select(ViewOf)]))]
            ),
            ct
        );
    }

    private static QuestionView ViewOf(Question q) =>
        new(q.Code, q.Kind, q.Required, q.Need, q.ShowIf, q.Text, [.. q.Answers.Select(a => new AnswerView(a.Code, a.Severity, a.Text))]);
}
