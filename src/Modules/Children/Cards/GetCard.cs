using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Cards;

internal sealed record GetCardRequest(Guid Id);

/// <summary>A child's card with every item of [17], its completeness, case, signals and clocks [13b.2, 14.2].</summary>
internal sealed class GetCardEndpoint(ChildrenDbContext db, CardReads card, Vault vault, ISpecialists specialists, DeadlineViews deadlines)
    : ApiEndpoint<GetCardRequest, GetCardResponse>
{
    public override void Configure()
    {
        Get("children/cards/{id}");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(GetCardRequest request, CancellationToken ct)
    {
        if (await card.ChildAsync(request.Id, Caller.Scope, ct) is not { } child)
        {
            // a merged card leads to the surviving one
            var survivor = await db.SurvivorAsync(request.Id, Caller.Scope, ct) ?? throw DomainException.NotFound();
            await Send.RedirectAsync($"/api/children/cards/{survivor}", isPermanent: false, allowRemoteRedirects: false);
            return;
        }
        var sections = await card.SectionsAsync(child.Id, ct);
        var @case = await card.AnyCaseAsync(child.Id, ct);
        var events = @case is null ? [] : await card.EventsAsync(@case.Id, ct);
        var signals = await card.SignalsAsync(child.Id, ct);
        var sources = await card.SourcesAsync(child.Id, ct);
        var people = events
            .Select(e => e.By)
            .Concat(sections.Select(s => s.ChangedBy).OfType<Guid>())
            .Concat(sources.Select(s => s.TakenBy));
        var names = await specialists.NamesAsync([.. (@case is null ? people : people.Append(@case.ResponsibleId)).Distinct()], ct);
        var seal = await vault.OfAsync(child.Id, ct);
        var contents = Card.Open(sections, seal);
        await Send.OkAsync(
            new(
                child.Id,
                child.Name.By(seal),
                child.Territory,
                child.Severity,
                Card.Completeness(sections),
                Caller.May(Permission.EditChildren) && @case?.Status.IsClosed() != true,
                @case is null ? null : ViewOf(@case, names),
                [.. events.Select(e => new CaseEventView(e.Status, e.At, names.GetValueOrDefault(e.By)))],
                signals,
                await deadlines.OfChildAsync(child.Id, ct),
                [.. sections.OrderBy(s => s.Code).Select(s => StateOf(s, names))],
                contents,
                [.. sources.Where(s => s.HoldsIn(contents, seal)).Select(s => SourceOf(s, names))]
            ),
            ct
        );
    }

    private static CaseView ViewOf(CaseRow c, IReadOnlyDictionary<Guid, string> names) =>
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

    private static FieldSourceView SourceOf(FieldSource s, IReadOnlyDictionary<Guid, string> names) =>
        new(s.Section, s.Field, s.Kind, s.Source, s.RequestId, s.At, names.GetValueOrDefault(s.TakenBy));

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
