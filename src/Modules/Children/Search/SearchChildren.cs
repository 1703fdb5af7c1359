using FastEndpoints;
using FluentValidation;
using Registry.Children.Cards;
using Registry.Kernel.Access;
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
internal sealed class SearchChildrenEndpoint(ChildFinder finder, Vault vault) : ApiEndpoint<SearchChildrenRequest, SearchChildrenResponse>
{
    private const int Shown = 25;

    /// <summary>So many are looked at first: as good as always they fill the page.</summary>
    private const int First = 32;

    public override void Configure()
    {
        Post("children/search");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(SearchChildrenRequest request, CancellationToken ct)
    {
        var (found, more) = await FindAsync(request, First, ct);
        if (more && found.Count <= Shown)
            (found, more) = await FindAsync(request, ChildFinder.Most, ct);
        var best = found.OrderByDescending(f => f.Score).ThenBy(f => f.FullName, StringComparer.CurrentCulture).Take(Shown);
        await Send.OkAsync(new([.. best], more || found.Count > Shown), ct);
    }

    /// <summary>Opens the names of those the finder came upon, and no more once the page is full.</summary>
    private async Task<(List<FoundChild> Found, bool More)> FindAsync(SearchChildrenRequest request, int most, CancellationToken ct)
    {
        var (candidates, cut) = await finder.FindAsync(new(request.Text, request.Pin, request.BirthDate), Caller.Scope, most, ct);
        var seals = await vault.OfAsync([.. candidates.Select(c => c.Id)], ct);
        var asked = AskedName.Of(request.Text);
        var found = new List<FoundChild>();
        // in the order of the finder, so that stopping at a full page loses the least likely
        foreach (var candidate in candidates.TakeWhile(_ => found.Count <= Shown))
            if (seals.TryGetValue(candidate.Id, out var seal))
                if (Judge(request, asked, candidate, seal.Open<string>(Child.NamePurpose, candidate.SealedName)) is { Score: > 0 } child)
                    found.Add(child);
        return (found, cut);
    }

    private static FoundChild Judge(SearchChildrenRequest request, AskedName asked, Candidate child, string name)
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
