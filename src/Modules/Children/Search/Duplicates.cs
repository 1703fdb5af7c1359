using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Kernel.Access;
using Registry.Kernel.Vault;

namespace Registry.Children.Search;

/// <summary>What made a child look like the same one.</summary>
internal enum DuplicateSign
{
    SamePin,
    SameName,
    SimilarName,
    SameBirthDate,
    SameBirthYear,
    SameSex,
}

/// <summary>A child that may be the same, with a score out of 100 and its reasons.</summary>
internal sealed record PossibleDuplicate(
    Guid Id,
    string FullName,
    DateOnly? BirthDate,
    string Territory,
    string? CaseNumber,
    int Score,
    IReadOnlyList<DuplicateSign> Signs
);

/// <param name="Elsewhere">One like it exists outside the caller's territory: its transfer can be asked for, nothing else is told [25.1].</param>
internal sealed record DuplicateReport(IReadOnlyList<PossibleDuplicate> Items, bool Elsewhere);

/// <summary>Looks for the same child before a second card is made of it.</summary>
internal sealed class Duplicates(ChildrenDbContext db, ChildFinder finder, Vault vault)
{
    /// <summary>From here on a card is not opened without saying why it is another child.</summary>
    public const int Strong = 60;
    private const int Shown = 10;
    private const int Weak = 35;

    public async Task<DuplicateReport> FindAsync(Identity identity, DataScope scope, CancellationToken ct)
    {
        // without name and number there is nothing to compare
        if (!identity.FullName.Has() && !identity.Pin.Has())
            return new([], false);
        var everywhere = await ScoresAsync(identity, DataScope.Republic, shownToCaller: false, ct);
        var inScope = everywhere.Where(d => scope.Covers(d.Territory)).ToList();
        if (inScope.Count > 0)
            inScope = [.. (await ScoresAsync(identity, scope, shownToCaller: true, ct)).OrderByDescending(d => d.Score).Take(Shown)];
        return new(inScope, everywhere.Exists(d => d.Score >= Strong && !scope.Covers(d.Territory)));
    }

    private async Task<List<PossibleDuplicate>> ScoresAsync(Identity identity, DataScope scope, bool shownToCaller, CancellationToken ct)
    {
        // the patronymic is left out: it is optional and written in three styles
        var name = Identity.NameOf(identity.Surname, identity.Name);
        var ids = new HashSet<Guid>();
        // among many of one name the one born on the same day must not be missed, nor one whose day was written down wrongly
        foreach (var query in new[] { new(name, identity.Pin, identity.BirthDate), new ChildQuery(name) }.Distinct())
            ids.UnionWith((await finder.FindAsync(query, scope, ChildFinder.Most, ct)).Children.Select(c => c.Id));
        var rows = await (
            from c in db.Children.AsNoTracking().Within(scope)
            where ids.Contains(c.Id) && c.State == ChildState.Registered
            join s in db.CardSections on new { ChildId = c.Id, Code = SectionCode.Identity } equals new { s.ChildId, s.Code }
            select new
            {
                Child = c,
                s.Sealed,
                Number = db.Cases.Where(k => k.ChildId == c.Id).OrderByDescending(k => k.Id).Select(k => k.Number).FirstOrDefault(),
            }
        ).ToListAsync(ct);
        var childIds = rows.Select(r => r.Child.Id).ToList();
        var seals = shownToCaller ? await vault.OfAsync(childIds, ct) : await vault.ForTheBaseItselfAsync(childIds, ct);
        var found = new List<PossibleDuplicate>();
        foreach (var row in rows)
        {
            if (row.Sealed is null || !seals.TryGetValue(row.Child.Id, out var seal))
                continue;
            var other = seal.Open<Identity>(CardSection.Purpose(SectionCode.Identity), row.Sealed);
            var (score, signs) = Score(identity, other);
            if (score >= Weak)
                found.Add(new(row.Child.Id, other.FullName, other.BirthDate, row.Child.Territory, row.Number, score, signs));
        }
        return found;
    }

    internal static (int Score, IReadOnlyList<DuplicateSign> Signs) Score(Identity a, Identity b)
    {
        var signs = new List<DuplicateSign>();
        var score = 0;
        void Add(bool holds, DuplicateSign sign, int points)
        {
            if (!holds)
                return;
            signs.Add(sign);
            score += points;
        }
        Add(a.Pin.Has() && a.Pin == b.Pin, DuplicateSign.SamePin, 80);
        var name = AskedName.Of(Identity.NameOf(a.Surname, a.Name)).In(b.FullName).Score;
        Add(name >= 0.95, DuplicateSign.SameName, 45);
        Add(name is > 0.7 and < 0.95, DuplicateSign.SimilarName, 35);
        Add(a.BirthDate is { } x && x == b.BirthDate, DuplicateSign.SameBirthDate, 30);
        Add(a.BirthDate is { } y && y != b.BirthDate && y.Year == b.BirthDate?.Year, DuplicateSign.SameBirthYear, 10);
        Add(a.Sex is not null && a.Sex == b.Sex, DuplicateSign.SameSex, 5);
        return (Math.Min(score, 100), signs);
    }
}
