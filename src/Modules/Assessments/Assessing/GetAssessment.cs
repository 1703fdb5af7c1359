using Registry.Assessments.Model;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Assessments.Assessing;

internal sealed record GetAssessmentRequest(Guid Id);

/// <summary>An assessment with its answers, the risk they lead to so far and why, and the needs that follow [13b.3].</summary>
internal sealed class GetAssessmentEndpoint(AssessmentsDbContext db, FormCatalog forms, Vault vault, ISpecialists specialists)
    : ApiEndpoint<GetAssessmentRequest, AssessmentView>
{
    public override void Configure()
    {
        Get("assessments/{id}");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(GetAssessmentRequest request, CancellationToken ct)
    {
        var a = await db.FindAssessmentAsync(request.Id, Caller.Scope, ct);
        var people = new[] { a.StartedBy, a.ChangedBy, a.CompletedBy ?? a.StartedBy }.Distinct().ToList();
        var names = await specialists.NamesAsync(people, ct);
        var view = ViewOf(a, a.Open(await vault.OfAsync(a.ChildId, ct)), forms.Of(a.FormVersion), names, Caller);
        HttpContext.ShowVersion(a.Version);
        await Send.OkAsync(view, ct);
    }

    public static AssessmentView ViewOf(
        Assessment a,
        AssessmentContents contents,
        AssessmentForm form,
        IReadOnlyDictionary<Guid, string> names,
        Caller caller
    )
    {
        var judgement = contents.Result?.Risk ?? RiskRule.Judge(form, contents.Answers, contents.Circumstances);
        return new(
            a.Id,
            a.CaseId,
            a.ChildId,
            a.Number,
            a.Territory,
            a.FormVersion,
            a.StartedOn,
            names.GetValueOrDefault(a.StartedBy),
            a.ChangedAt,
            names.GetValueOrDefault(a.ChangedBy),
            a.CompletedOn,
            a.CompletedBy is { } by ? names.GetValueOrDefault(by) : null,
            a.Risk,
            a.Conclusion,
            !a.IsCompleted && caller.May(Permission.EditChildren),
            contents.Answers,
            contents.FromCard,
            [.. contents.Circumstances],
            judgement,
            RiskRule.Propose(judgement.Level),
            contents.Result?.Needs ?? RiskRule.Needs(form, contents.Answers, contents.Circumstances),
            contents.Result
        );
    }
}
