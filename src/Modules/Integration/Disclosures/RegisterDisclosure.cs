using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Access;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Integration.Disclosures;

/// <param name="Id">The child.</param>
/// <param name="Wanted">Which documents; ignored for a subject, who gets everything.</param>
internal sealed record RegisterDisclosureRequest(
    Guid Id,
    Asker Asker,
    string AskedBy,
    string Ground,
    string Document,
    string Purpose,
    DateOnly AskedOn,
    IReadOnlyList<PaperKind>? Wanted = null
);

/// <param name="AnswerBy">For a subject's own request.</param>
internal sealed record RegisterDisclosureResponse(Guid Id, string Number, DateOnly? AnswerBy);

internal sealed class RegisterDisclosureValidator : Validator<RegisterDisclosureRequest>
{
    public RegisterDisclosureValidator(TimeProvider time)
    {
        RuleFor(r => r.Asker).IsInEnum();
        RuleFor(r => r.AskedBy).NotEmpty().MaximumLength(Disclosure.ShortText);
        RuleFor(r => r.Ground).NotEmpty().MaximumLength(Disclosure.LongText);
        RuleFor(r => r.Document).NotEmpty().MaximumLength(Disclosure.ShortText);
        RuleFor(r => r.Purpose).NotEmpty().MaximumLength(Disclosure.LongText);
        RuleFor(r => r.AskedOn).NotEmpty().Must(day => day <= time.Today()).WithErrorCode("disclosure.asked-in-future");
        RuleFor(r => r.Wanted).NotEmpty().When(r => r.Asker is Asker.StateBody);
        RuleForEach(r => r.Wanted).IsInEnum().NotEqual(PaperKind.Summary).WithErrorCode("field.wrong-format");
    }
}

/// <summary>Registers a request for confidential information about a child; nothing is given before a second person has decided [27].</summary>
internal sealed class RegisterDisclosureEndpoint(
    IntegrationDbContext db,
    ICases cases,
    Vault vault,
    StatutoryClock clock,
    PlanTerms terms,
    TimeProvider time
) : ApiEndpoint<RegisterDisclosureRequest, RegisterDisclosureResponse>
{
    private static readonly PaperKind[] Everything = [PaperKind.Card, PaperKind.Assessment, PaperKind.Plan, PaperKind.Monitoring];

    public override void Configure()
    {
        Post("integration/disclosures/of-child/{id}");
        Guarded(Permission.RegisterDisclosures, Reach.Territory, JournalKind.Change);
        Creates();
    }

    public override async Task HandleAsync(RegisterDisclosureRequest request, CancellationToken ct)
    {
        var about = await cases.AnyCaseInScopeAsync(request.Id, Caller, ct);
        var disclosure = Disclosure.Register(
            about,
            request.Asker,
            request.Asker is Asker.Subject ? Everything : request.Wanted!,
            request.AskedOn,
            new(request.AskedBy.Trim(), request.Ground.Trim(), request.Document.Trim(), request.Purpose.Trim()),
            await vault.OfAsync(request.Id, ct),
            (Caller.SpecialistId, time.Utc())
        );
        db.Disclosures.Add(disclosure);
        Deadline? due = null;
        if (request.Asker is Asker.Subject)
        {
            var subject = new DeadlineSubject(disclosure.Id, about.Number, about.ChildId, about.Territory, Caller.SpecialistId);
            due = await clock.StartAsync(db, terms.AnswerSubject, request.AskedOn, subject, ct);
        }
        var awaited = new DecisionAwaited(
            DecisionAbout.Disclosure,
            disclosure.Id,
            "",
            about.CaseId,
            about.ChildId,
            disclosure.Number,
            about.Territory
        );
        db.Publish(awaited, time);
        await db.SaveChangesAsync(ct);
        await CreatedAsync(
            $"integration/disclosures/{disclosure.Id}",
            new(disclosure.Id, disclosure.Number, due?.DueOn),
            disclosure.Version
        );
    }
}
