using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Registers;

/// <param name="Here">The card's value when the specialist chose; if it differs now, the choice no longer applies.</param>
/// <param name="Came">The register's value the specialist saw.</param>
internal sealed record ChosenField(RegisterKind Kind, SectionCode Section, string Field, string? Here, string Came);

/// <param name="Id">The child.</param>
/// <param name="Take">Fields whose values go into the card.</param>
/// <param name="Leave">Disagreements in which the card's value is kept.</param>
/// <param name="Because">Why it is kept.</param>
internal sealed record TakeFromRegistersRequest(
    Guid Id,
    Guid AskId,
    IReadOnlyList<ChosenField> Take,
    IReadOnlyList<ChosenField> Leave,
    string? Because = null
);

internal sealed class TakeFromRegistersValidator : Validator<TakeFromRegistersRequest>
{
    public TakeFromRegistersValidator()
    {
        RuleFor(r => r.AskId).NotEmpty();
        RuleFor(r => r.Take).NotNull().Must(l => l is null || l.Count <= SectionRules.ListAtMost).WithErrorCode("field.too-many");
        RuleFor(r => r.Leave).NotNull().Must(l => l is null || l.Count <= SectionRules.ListAtMost).WithErrorCode("field.too-many");
        RuleForEach(r => r.Take).ChildRules(f => f.RuleFor(x => x.Field).NotEmpty().MaximumLength(FieldSource.FieldMaxLength));
        RuleForEach(r => r.Leave).ChildRules(f => f.RuleFor(x => x.Field).NotEmpty().MaximumLength(FieldSource.FieldMaxLength));
        RuleFor(r => r.Because).MaximumLength(SectionRules.LongText);
    }
}

/// <summary>The specialist accepts or rejects each field received [18]: accepted values enter the card with their source and its history as usual.</summary>
internal sealed class TakeFromRegistersEndpoint(
    ChildrenDbContext db,
    IRegisters registers,
    SectionWriter book,
    ChangeRecorder changes,
    DisagreementTracker disagreements,
    FieldSources sources,
    Vault vault,
    TimeProvider time
) : ApiEndpoint<TakeFromRegistersRequest, object?>
{
    public override void Configure()
    {
        Post("children/cards/{id}/registers/take");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
    }

    public override async Task HandleAsync(TakeFromRegistersRequest request, CancellationToken ct)
    {
        var child = await db.RegisteredAsync(request.Id, Caller.Scope, ct);
        await db.OpenCaseAsync(request.Id, Caller.Scope, ct);
        var answers = await registers.FindAsync(request.AskId, request.Id, ct) ?? throw DomainException.NotFound();
        var seal = await vault.OfAsync(child.Id, ct);
        var sections = await db.CardSections.Where(s => s.ChildId == child.Id).ToListAsync(ct);
        var card = Card.Open(sections, seal);
        var came = CardComparison.Of(card, answers.Replies);
        var taken = request.Take.Select((f, i) => Chosen(came, f, $"take[{i}]")).ToList();
        var left = request.Leave.Select((f, i) => Chosen(came, f, $"leave[{i}]")).ToList();
        var filled = taken.Aggregate(card, (c, f) => f.Take(c));
        // two registers contradict each other, or a number was issued before the date was corrected: someone has to clarify it
        if (filled.Identity is { } identity && identity.Warnings().Contains(Identity.OtherBirthDate))
            filled = filled with { Identity = identity with { BirthDateInDoubt = true } };
        foreach (var code in taken.Select(f => f.Section).Distinct())
        {
            var at = $"take[{taken.FindIndex(f => f.Section == code)}]";
            SectionKind.Of(code).RequireValid(filled.Of(code)!, at, time);
            if (CardDates.FlawsOf(filled.Of(code)!, child, sections, seal, time.Today()).Any())
                throw new DomainException("registers.does-not-fit", 400, at);
            // a user with this section open in a form has seen another version
            sections.Single(s => s.Code == code).Version = Ids.New();
            var proposed = await changes.ProposedAsync(child.Id, code, ct);
            await book.EnterAsync(child, sections, code, filled.Of(code)!, proposed, seal, Caller, ct);
        }
        // if two registers reported a field, its source is the one whose value the card holds now
        var held = taken.Where(f => CardFields.Values(filled.Of(f.Section), f.Field).Contains(f.Came));
        await sources.TakeAsync(child.Id, held, answers, seal, Caller.SpecialistId, ct);
        await disagreements.DecideAsync(child.Id, taken, DisagreementState.Taken, null, seal, Caller.SpecialistId, ct);
        await disagreements.DecideAsync(child.Id, left, DisagreementState.Left, request.Because, seal, Caller.SpecialistId, ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }

    private static ComparedField Chosen(List<ComparedField> came, ChosenField chosen, string at)
    {
        var field =
            came.Find(f => f.Kind == chosen.Kind && f.Section == chosen.Section && f.Field == chosen.Field && f.Came == chosen.Came)
            ?? throw new DomainException("registers.nothing-came", 400, at);
        return field.Here == chosen.Here ? field : throw new DomainException("registers.card-changed");
    }
}
