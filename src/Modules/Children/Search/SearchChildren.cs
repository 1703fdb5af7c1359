using FastEndpoints;
using FluentValidation;
using Registry.Children.Cards;
using Registry.Kernel.Access;
using Registry.Kernel.Data;
using Registry.Kernel.People;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

namespace Registry.Children.Search;

/// <summary>The query travels in the body: a name or number never stands in an address.</summary>
internal sealed record SearchChildrenRequest(string? Text = null, string? Pin = null, DateOnly? BirthDate = null);

internal sealed record FoundChild(
    Guid Id,
    string FullName,
    Sex? Sex,
    DateOnly? BirthDate,
    string Territory,
    string? CaseNumber,
    double Score,
    IReadOnlyList<Match> Matches
);

internal sealed record SearchChildrenResponse(IReadOnlyList<FoundChild> Items, bool More);

internal sealed class SearchChildrenValidator : Validator<SearchChildrenRequest>
{
    public SearchChildrenValidator()
    {
        RuleFor(r => r.Text).MaximumLength(200);
        RuleFor(r => r.Pin).Matches("^[0-9]{14}$").WithErrorCode("pin.wrong-format").When(r => !string.IsNullOrEmpty(r.Pin));
        RuleFor(r => r.Text)
            .Must((r, _) => !string.IsNullOrWhiteSpace(r.Text) || !string.IsNullOrEmpty(r.Pin) || r.BirthDate is not null)
            .WithErrorCode("search.nothing-asked");
    }
}

/// <summary>Finds children by name in any spelling, personal number or birth date, over sealed data, inside the caller's scope [25.1].</summary>
internal sealed class SearchChildrenEndpoint(HotReads reads, ChildFinder finder, Vault vault)
    : ApiEndpoint<SearchChildrenRequest, SearchChildrenResponse>
{
    private const int Shown = 25;

    /// <summary>Seals are opened this many at a time, and no more once the page is full.</summary>
    private const int Portion = 32;

    public override void Configure()
    {
        Post("children/search");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(SearchChildrenRequest request, CancellationToken ct)
    {
        var query = new ChildQuery(request.Text, request.Pin, request.BirthDate);
        var ids = await finder.FindAsync(query, Caller.Scope, ct);
        var asked = AskedName.Of(request.Text);
        var found = new List<FoundChild>();
        foreach (var portion in ids.Chunk(Portion))
        {
            if (found.Count > Shown)
                break;
            var rows = (await RowsAsync(portion, ct)).ToDictionary(r => r.Id);
            var seals = await vault.OfAsync(rows.Keys, ct);
            // in the order of the finder, likeliest first, so that stopping at a full page loses the least likely
            foreach (var id in portion.TakeWhile(_ => found.Count <= Shown))
                if (rows.TryGetValue(id, out var row) && seals.TryGetValue(id, out var seal))
                    if (Judge(request, asked, row, seal.Open<string>(Child.NamePurpose, row.SealedName)) is { Score: > 0 } child)
                        found.Add(child);
        }
        var best = found.OrderByDescending(f => f.Score).ThenBy(f => f.FullName, StringComparer.CurrentCulture).Take(Shown);
        await Send.OkAsync(new([.. best], found.Count > Shown || ids.Count >= ChildFinder.MostCandidates), ct);
    }

    private ValueTask<List<Row>> RowsAsync(Guid[] ids, CancellationToken ct) =>
        reads.ListAsync(
            reads
                .Sql()
                .Add(
                    """
                    SELECT c.Id, c.SealedName, c.Sex, c.BirthDate, c.Territory, (SELECT MAX(k.Number) FROM {children.cases} k WHERE k.ChildId = c.Id)
                    FROM {children.children} c
                    WHERE c.State = {} AND c.Id IN (
                    """,
                    (int)ChildState.Registered
                )
                .AddList(ids)
                .Add(")")
                .Within("c", Caller.Scope),
            row => new Row(
                row.Id(0),
                (byte[])row.GetValue(1),
                row.IsDBNull(2) ? null : (Sex)row.GetInt32(2),
                row.IsDBNull(3) ? null : row.Day(3),
                row.GetString(4),
                row.IsDBNull(5) ? null : row.GetString(5)
            ),
            ct
        );

    private sealed record Row(Guid Id, byte[] SealedName, Sex? Sex, DateOnly? BirthDate, string Territory, string? Number);

    private static FoundChild Judge(SearchChildrenRequest request, AskedName asked, Row child, string name)
    {
        var (score, matches) = asked.IsEmpty ? (1.0, []) : asked.In(name);
        if (request.BirthDate is { } born)
        {
            if (child.BirthDate == born)
                matches = [.. matches, new("", "", MatchKind.BirthDate)];
            else
                score = 0;
        }
        if (!string.IsNullOrEmpty(request.Pin))
            matches = [.. matches, new("", "", MatchKind.Pin)];
        return new(child.Id, name, child.Sex, child.BirthDate, child.Territory, child.Number, Math.Round(score, 2), matches);
    }
}
