using Microsoft.EntityFrameworkCore;
using Registry.Children.Cases;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.Kernel;
using Registry.Kernel.Access;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Children.Cards;

internal sealed record GetCardRequest(Guid Id);

/// <summary>A child's card with every item of [17], its completeness, case, signals and clocks [13b.2, 14.2].</summary>
internal sealed class GetCardEndpoint(ChildrenDbContext db, Vault vault, ISpecialists specialists, DeadlineViews deadlines)
    : ApiEndpoint<GetCardRequest, GetCardResponse>
{
    public override void Configure()
    {
        Get("children/cards/{id}");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(GetCardRequest request, CancellationToken ct)
    {
        var child =
            await db
                .Children.AsNoTracking()
                .Within(Caller.Scope)
                .FirstOrDefaultAsync(c => c.Id == request.Id && c.State == ChildState.Registered, ct)
            ?? throw DomainException.NotFound();
        var sections = await db.CardSections.AsNoTracking().Where(s => s.ChildId == child.Id).ToListAsync(ct);
        var @case = await db.Cases.AsNoTracking().Where(c => c.ChildId == child.Id).OrderByDescending(c => c.Id).FirstOrDefaultAsync(ct);
        var events = @case is null
            ? []
            : await db.CaseEvents.AsNoTracking().Where(e => e.CaseId == @case.Id).OrderBy(e => e.Id).ToListAsync(ct);
        var signals = await db
            .Signals.AsNoTracking()
            .Where(s => s.ChildId == child.Id)
            .OrderBy(s => s.Id)
            .Select(s => new SignalView(s.Id, s.Number, s.FoundOn, s.Channel))
            .ToListAsync(ct);
        var people = events.Select(e => e.By).Concat(sections.Select(s => s.ChangedBy).OfType<Guid>());
        var names = await specialists.NamesAsync([.. (@case is null ? people : people.Append(@case.ResponsibleId)).Distinct()], ct);
        var seal = await vault.OfAsync(child.Id, ct);
        await Send.OkAsync(
            new(
                child.Id,
                child.NameBy(seal),
                child.Territory,
                Card.Completeness(sections),
                Caller.May(Permission.EditChildren) && @case?.Status is not CaseStatus.Closed,
                @case is null ? null : ViewOf(@case, names),
                [.. events.Select(e => new CaseEventView(e.Status, e.At, names.GetValueOrDefault(e.By)))],
                signals,
                await deadlines.OfAsync(db, d => d.ChildId == child.Id, ct),
                [.. sections.OrderBy(s => s.Code).Select(s => StateOf(s, names))],
                Card.Open(sections, seal)
            ),
            ct
        );
    }

    private static CaseView ViewOf(Case c, IReadOnlyDictionary<Guid, string> names) =>
        new(
            c.Id,
            c.Number,
            c.Territory,
            c.Status,
            c.FoundOn,
            c.OpenedOn,
            c.InformationOn,
            names.GetValueOrDefault(c.ResponsibleId),
            c.Version
        );

    private static SectionState StateOf(CardSection s, IReadOnlyDictionary<Guid, string> names) =>
        new(
            s.Code,
            s.Version,
            s.Expected,
            s.Filled,
            s.Explained,
            [.. s.Missing.Split(',', StringSplitOptions.RemoveEmptyEntries)],
            s.ChangedAt,
            s.ChangedBy is { } by ? names.GetValueOrDefault(by) : null
        );
}
