using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Cases;
using Registry.Children.Database;
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
internal sealed class SearchChildrenEndpoint(ChildrenDbContext db, ChildFinder finder, Vault vault)
    : ApiEndpoint<SearchChildrenRequest, SearchChildrenResponse>
{
    private const int Shown = 25;

    public override void Configure()
    {
        Post("children/search");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(SearchChildrenRequest request, CancellationToken ct)
    {
        var query = new ChildQuery(request.Text, request.Pin, request.BirthDate);
        var ids = await finder.FindAsync(query, Caller.Scope, ct);
        var rows = await (
            from c in db.Children.AsNoTracking().Within(Caller.Scope)
            where ids.Contains(c.Id) && c.State == ChildState.Registered
            select new
            {
                Child = c,
                Number = db.Cases.Where(k => k.ChildId == c.Id).OrderByDescending(k => k.Id).Select(k => k.Number).FirstOrDefault(),
            }
        ).ToListAsync(ct);
        var seals = await vault.OfAsync([.. rows.Select(r => r.Child.Id)], ct);
        var found = rows.Where(r => seals.ContainsKey(r.Child.Id))
            .Select(r => Judge(request, r.Child, r.Child.NameBy(seals[r.Child.Id]), r.Number))
            .Where(f => f.Score > 0)
            .OrderByDescending(f => f.Score)
            .ThenBy(f => f.FullName, StringComparer.CurrentCulture)
            .ToList();
        await Send.OkAsync(new([.. found.Take(Shown)], found.Count > Shown || ids.Count >= ChildFinder.MostCandidates), ct);
    }

    private static FoundChild Judge(SearchChildrenRequest request, Child child, string name, string? number)
    {
        var (score, matches) = string.IsNullOrWhiteSpace(request.Text) ? (1.0, []) : NameMatch.Of(request.Text, name);
        if (request.BirthDate is { } born)
        {
            if (child.BirthDate == born)
                matches = [.. matches, new("", "", MatchKind.BirthDate)];
            else
                score = 0;
        }
        if (!string.IsNullOrEmpty(request.Pin))
            matches = [.. matches, new("", "", MatchKind.Pin)];
        return new(child.Id, name, child.Sex, child.BirthDate, child.Territory, number, Math.Round(score, 2), matches);
    }
}
