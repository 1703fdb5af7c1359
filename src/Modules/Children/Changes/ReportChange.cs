using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Changes;

/// <param name="Section">The section for the change.</param>
internal sealed record ReportChangeResponse(Guid Id, SectionCode Section, DateOnly DueOn);

internal sealed class ReportChangeValidator : Validator<ChangeReport>
{
    public ReportChangeValidator(TimeProvider time)
    {
        RuleFor(r => r.Kind).IsInEnum();
        RuleFor(r => r.LearnedOn).LessThanOrEqualTo(_ => time.Today()).WithErrorCode("field.in-future");
        RuleFor(r => r.LearnedOn).GreaterThan(_ => time.Today().AddYears(-1)).WithErrorCode("date.too-long-ago");
        RuleFor(r => r.HappenedOn).LessThanOrEqualTo(r => r.LearnedOn).WithErrorCode("change.learned-before");
        RuleFor(r => r.What).NotEmpty().MaximumLength(SectionRules.LongText);
        RuleFor(r => r.Document).MaximumLength(SectionRules.ShortText);
    }
}

/// <summary>A specialist has learned of a change in a child's conditions: it must be entered in the card within two working days [20.1–20.8].</summary>
internal sealed class ReportChangeEndpoint(ChildrenDbContext db, Vault vault, StatutoryClock clock)
    : ApiEndpoint<ChangeReport, ReportChangeResponse>
{
    public override void Configure()
    {
        Post("children/cards/{id}/changes");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Creates();
    }

    public override async Task HandleAsync(ChangeReport request, CancellationToken ct)
    {
        var @case = await db.OpenCaseAsync(request.Id, Caller.Scope, ct);
        var change = ReportedChange.Report(@case, request, await vault.OfAsync(request.Id, ct), Caller.SpecialistId);
        db.Add(change);
        var about = new DeadlineSubject(change.Id, @case.Number, @case.ChildId, @case.Territory, @case.ResponsibleId);
        var due = await clock.StartAsync(db, StatutoryTerm.EnterChangeOf(request.Kind.Clause()), request.LearnedOn, about, ct);
        await db.SaveChangesAsync(ct);
        await CreatedAsync($"children/cards/{request.Id}/changes", new(change.Id, request.Kind.Section(), due.DueOn), change.Version);
    }
}
