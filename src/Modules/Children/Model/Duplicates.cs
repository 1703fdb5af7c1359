using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Children.Model;

/// <summary>A child that may be the same, with a score out of 100 and its reasons.</summary>
/// <param name="SignalId">The unprocessed signal that names it; null when it has a card.</param>
internal sealed record PossibleDuplicate(
    Guid Id,
    string FullName,
    DateOnly? BirthDate,
    string Territory,
    string? CaseNumber,
    int Score,
    IReadOnlyList<DuplicateSign> Signs,
    Guid? SignalId = null,
    string? SignalNumber = null
);

/// <param name="Elsewhere">The very same child exists outside the caller's territory: its transfer can be requested, nothing else is revealed [25.1].</param>
/// <param name="TooMany">The caller has looked up so many children today that other territories were not searched.</param>
internal sealed record DuplicateReport(IReadOnlyList<PossibleDuplicate> Items, bool Elsewhere, bool TooMany = false);

/// <summary>Looks for the same child before a second card is opened for it.</summary>
internal sealed class Duplicates(ChildrenDbContext db, ChildFinder finder, Vault vault)
{
    private const int Shown = 10;

    /// <param name="itself">The child named by the signal at hand.</param>
    public async Task<List<PossibleDuplicate>> FindAsync(Identity identity, Guid? itself, DataScope scope, CancellationToken ct) =>
        [.. (await ScoresAsync(identity, itself, scope, shownToCaller: true, ct)).OrderByDescending(d => d.Score).Take(Shown)];

    /// <summary>A card of a similar child exists: opening another one requires a reason.</summary>
    public async Task<bool> HasStrongCardAsync(Identity identity, Guid itself, DataScope scope, CancellationToken ct) =>
        (await FindAsync(identity, itself, scope, ct)).Exists(d => d.SignalId is null && d.Score >= Likelihood.Strong);

    /// <summary>The query for the very same child; null if too little is known.</summary>
    public static string? QuestionOf(Identity identity) =>
        Pin.BirthDate(identity.Pin) is not null ? identity.Pin
        : identity.Surname.Has() && identity.Name.Has() && identity is { BirthDate: { } born, Sex: { } sex }
            ? string.Create(CultureInfo.InvariantCulture, $"{identity.Surname} {identity.Name} {born:yyyyMMdd} {sex}").ToUpperInvariant()
        : null;

    /// <summary>The very same child outside a scope: by number, or by surname, name, birth date and sex together. Mere similarity is not revealed.</summary>
    public async Task<Guid?> FindElsewhereAsync(Identity identity, Guid itself, DataScope scope, CancellationToken ct) =>
        (await ScoresAsync(identity, itself, DataScope.Republic, shownToCaller: false, ct))
            .Find(d => !scope.Covers(d.Territory) && IsTheSame(d.Signs))
            ?.Id;

    private static bool IsTheSame(IReadOnlyList<DuplicateSign> signs) =>
        signs.Contains(DuplicateSign.SamePin)
        || (signs.Contains(DuplicateSign.SameName) && signs.Contains(DuplicateSign.SameBirthDate) && signs.Contains(DuplicateSign.SameSex));

    private async Task<List<PossibleDuplicate>> ScoresAsync(
        Identity identity,
        Guid? itself,
        DataScope scope,
        bool shownToCaller,
        CancellationToken ct
    )
    {
        var ids = new HashSet<Guid>();
        foreach (var query in QueriesOf(identity))
            ids.UnionWith((await finder.FindAsync(query, scope, ChildFinder.Most, ct)).Children.Select(c => c.Id));
        var children = await db
            .Children.AsNoTracking()
            .Within(scope)
            .Where(c => ids.Contains(c.Id) && c.Id != itself && c.State != ChildState.Unfounded)
            .ToListAsync(ct);
        ids.IntersectWith(children.Select(c => c.Id));
        var seals = shownToCaller ? await vault.OfAsync(ids, ct) : await vault.ForTheBaseItselfAsync(ids, ct);
        var sections = await db
            .CardSections.AsNoTracking()
            .Where(s => ids.Contains(s.ChildId) && s.Code == SectionCode.Identity)
            .ToDictionaryAsync(s => s.ChildId, ct);
        var numbers = (
            await db.Cases.Where(k => ids.Contains(k.ChildId)).Select(k => new { k.ChildId, k.Number }).ToListAsync(ct)
        ).ToLookup(k => k.ChildId, k => k.Number);
        var signals = await db.Signals.AsNoTracking().Where(s => ids.Contains(s.ChildId) && s.Status == SignalStatus.New).ToListAsync(ct);
        var found = new List<PossibleDuplicate>();
        foreach (var child in children)
        {
            if (!seals.TryGetValue(child.Id, out var seal))
                continue;
            var signal = child.State is ChildState.Reported ? signals.Find(s => s.ChildId == child.Id) : null;
            var other = signal is not null
                ? signal.Open(seal).Child.AsIdentity()
                : sections.GetValueOrDefault(child.Id)?.Open(seal) as Identity;
            if (other is null)
                continue;
            var (score, signs) = Likelihood.Of(identity, other, child.FoundBy(seal));
            if (score >= Likelihood.Weak)
                found.Add(
                    new(
                        child.Id,
                        other.FullName,
                        other.BirthDate,
                        child.Territory,
                        numbers[child.Id].Max(),
                        score,
                        signs,
                        signal?.Id,
                        signal?.Number
                    )
                );
        }
        return found;
    }

    /// <summary>
    /// Among many of the same name, do not miss the child born on the same day, one whose day was written down wrongly, or one recorded
    /// under its father's name instead of its grandfather's, or under its mother's surname.
    /// </summary>
    private static IEnumerable<ChildQuery> QueriesOf(Identity identity)
    {
        var name = Identity.NameOf(identity.Surname, identity.Name);
        yield return new(name, identity.Pin, identity.BirthDate);
        yield return new(name);
        if (WrittenNumber.Foreign(identity.ForeignNumber) is { } foreign)
            yield return new(ForeignNumber: foreign);
        if (identity.BirthDate is not null && identity.Name.Has())
            yield return new(identity.Name, BirthDate: identity.BirthDate);
        if (identity.Patronymic.Has() && identity.Name.Has())
            yield return new(Identity.NameOf(identity.Name, identity.Patronymic));
    }
}
