using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Platform.Data;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Children.Search;

/// <summary>Unseals the names of the finder's hits and scores how well each matches the query.</summary>
internal sealed class ChildSearch(ChildrenDbContext db, ChildFinder finder, Vault vault)
{
    private const int Shown = 25;

    /// <summary>Considered first: almost always enough to fill the page.</summary>
    private const int First = 32;

    public async Task<(IReadOnlyList<FoundChild> Items, bool More)> FindAsync(ChildQuery query, DataScope scope, CancellationToken ct)
    {
        var (found, more) = await FindAsync(query, scope, First, ct);
        if (more && found.Count <= Shown)
            (found, more) = await FindAsync(query, scope, ChildFinder.Most, ct);
        var best = found.OrderByDescending(f => f.Score).ThenBy(f => f.FullName, Alphabet.Comparer).Take(Shown).ToList();
        await NameSignalsAsync(best, ct);
        return (best, more || found.Count > Shown);
    }

    private async Task<(List<FoundChild> Found, bool More)> FindAsync(ChildQuery query, DataScope scope, int most, CancellationToken ct)
    {
        var candidates = await finder.FindAsync(query, scope, most, ct);
        var seals = await vault.OfAsync([.. candidates.Children.Select(c => c.Id)], ct);
        var asked = AskedName.Of(query.Text);
        var found = new List<FoundChild>();
        var others = new List<(Candidate Child, string Name)>();
        foreach (var candidate in candidates.Children)
        {
            // in the finder's order, so that stopping at a full page loses the least likely
            if (found.Count > Shown && !candidates.Alike)
                break;
            if (!seals.TryGetValue(candidate.Id, out var seal))
                continue;
            var name = candidate.Name.Shown(seal);
            if (Judge(query, asked, candidate, name, null) is { Score: > 0 } child)
                found.Add(child);
            else
                others.Add((candidate, name));
        }
        // no match by its own name: perhaps by a former one, or by its mother's
        if (others.Count > 0 && found.Count <= Shown && !asked.IsEmpty)
            await JudgeOthersAsync(query, asked, others, seals, found, ct);
        return (found, candidates.Cut);
    }

    private async Task JudgeOthersAsync(
        ChildQuery query,
        AskedName asked,
        List<(Candidate Child, string Name)> others,
        Dictionary<Guid, Seal> seals,
        List<FoundChild> found,
        CancellationToken ct
    )
    {
        var ids = others.ConvertAll(o => o.Child.Id);
        var children = await db.Children.AsNoTracking().Where(c => ids.Contains(c.Id) && c.SealedOtherNames != null).ToListAsync(ct);
        foreach (var child in children)
        {
            var (candidate, name) = others.Find(o => o.Child.Id == child.Id);
            if (Judge(query, asked, candidate, name, child.FoundBy(seals[child.Id])) is { Score: > 0 } judged)
                found.Add(judged);
        }
    }

    private static FoundChild Judge(ChildQuery query, AskedName asked, Candidate child, string name, OtherNames? others)
    {
        var (score, matches) = asked.IsEmpty ? (1.0, []) : asked.In(name, others);
        if (query.BirthDate is { } born)
        {
            if (child.BirthDate == born)
                matches = [.. matches, new("", "", MatchKind.BirthDate)];
            else
                score = 0;
        }
        if (query.BirthYear is { } year && child.BirthDate?.Year != year)
            score = 0;
        if (!string.IsNullOrEmpty(query.Pin))
            matches = [.. matches, new("", "", MatchKind.Pin)];
        if (query.ForeignNumber is not null)
            matches = [.. matches, new("", "", MatchKind.ForeignNumber)];
        if (query.Phone is not null)
            matches = [.. matches, new("", "", MatchKind.Phone)];
        if (query.NoName)
            matches = [.. matches, new("", "", MatchKind.NameUnknown)];
        return new(child.Id, name, child.Sex, child.BirthDate, child.Territory, child.Number, Math.Round(score, 2), matches)
        {
            IsRegistered = child.IsRegistered,
        };
    }

    /// <summary>A child without a card is found through the signal that names it.</summary>
    private async Task NameSignalsAsync(List<FoundChild> found, CancellationToken ct)
    {
        var reported = found.Where(f => !f.IsRegistered).Select(f => f.Id).ToList();
        if (reported.Count == 0)
            return;
        var signals = await db
            .Signals.AsNoTracking()
            .Where(s => reported.Contains(s.ChildId))
            .Select(s => new
            {
                s.ChildId,
                s.Id,
                s.Number,
            })
            .ToListAsync(ct);
        for (var i = 0; i < found.Count; i++)
            if (signals.Find(s => s.ChildId == found[i].Id) is { } signal)
                found[i] = found[i] with { SignalId = signal.Id, SignalNumber = signal.Number };
    }
}
