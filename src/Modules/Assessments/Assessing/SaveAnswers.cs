using FastEndpoints;
using FluentValidation;
using Registry.Assessments.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Assessments.Assessing;

/// <param name="Answers">Every answer given so far, question code to answer code, text or day (yyyy-MM-dd).</param>
internal sealed record SaveAnswersRequest(Guid Id, IReadOnlyDictionary<string, string> Answers);

internal sealed class SaveAnswersValidator : Validator<SaveAnswersRequest>
{
    public SaveAnswersValidator()
    {
        RuleFor(r => r.Answers).NotNull();
        RuleFor(r => r.Answers).Must(a => a is null || a.Count <= 500).WithErrorCode("assessment.unknown-question");
    }
}

/// <summary>Saves the answers of a draft as they are typed. Never overwrites another specialist's newer version: 412, and both are shown.</summary>
internal sealed class SaveAnswersEndpoint(AssessmentsDbContext db, ICases cases, FormCatalog forms, Vault vault, TimeProvider time)
    : ApiEndpoint<SaveAnswersRequest, object?>
{
    private const int LongestText = 4_000;

    public override void Configure()
    {
        Put("assessments/{id}/answers");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(SaveAnswersRequest request, CancellationToken ct)
    {
        var assessment = await db.FindAssessmentAsync(request.Id, Caller.Scope, ct);
        HttpContext.Expect(assessment);
        await cases.OpenCaseInScopeAsync(assessment.ChildId, Caller, ct);
        var form = forms.Of(assessment.FormVersion);
        foreach (var (code, value) in request.Answers)
            Require(form.Questions.FirstOrDefault(q => q.Code == code), code, value);
        var seal = await vault.OfAsync(assessment.ChildId, ct);
        var before = assessment.Open(seal);
        var taken = before.FromCard.Where(c => request.Answers.GetValueOrDefault(c) == before.Answers.GetValueOrDefault(c));
        assessment.Write(before with { Answers = request.Answers, FromCard = [.. taken] }, seal, Caller.SpecialistId, time.Utc());
        await db.TellWorkAsync(assessment, time, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    private static void Require(Question? question, string code, string? value)
    {
        var field = $"answers.{code}";
        if (question is null)
            throw new DomainException("assessment.unknown-question", 400, field);
        var fits = question.Kind switch
        {
            QuestionKind.Choice => question.AnswerOf(value) is not null,
            QuestionKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", out _),
            _ => value is { Length: <= LongestText },
        };
        if (!fits)
            throw new DomainException(question.Kind is QuestionKind.Text ? "assessment.too-long" : "assessment.unknown-answer", 400, field);
    }
}
