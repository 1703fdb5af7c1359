using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Children.Search;

/// <summary>Finds a child by the number of its case, of a signal that names it, or of a paper printed about it, within the scope.</summary>
internal sealed class NumberSearch(ChildrenDbContext db, IPapers papers, Vault vault)
{
    public async Task<List<FoundChild>> FindAsync(IEnumerable<Asked> asked, DataScope scope, CancellationToken ct)
    {
        var found = new List<FoundChild>();
        foreach (var number in asked)
            if (await FindAsync(number, scope, ct) is { } child && !found.Exists(f => f.Id == child.Id))
                found.Add(child);
        return found;
    }

    private async Task<FoundChild?> FindAsync(Asked asked, DataScope scope, CancellationToken ct)
    {
        switch (asked.Kind)
        {
            case AskedKind.CaseNumber:
                var @case = await db.Cases.AsNoTracking().Within(scope).FirstOrDefaultAsync(c => c.Number == asked.Text, ct);
                return @case is null ? null : await ShowAsync(@case.ChildId, scope, new("", asked.Text, MatchKind.CaseNumber), null, ct);
            case AskedKind.SignalNumber:
                var signal = await db.Signals.AsNoTracking().Within(scope).FirstOrDefaultAsync(s => s.Number == asked.Text, ct);
                return signal is null
                    ? null
                    : await ShowAsync(signal.ChildId, scope, new("", asked.Text, MatchKind.SignalNumber), signal, ct);
            case AskedKind.PaperNumber:
                return await papers.ChildOfAsync(asked.Text, ct) is { } child
                    ? await ShowAsync(child, scope, new("", asked.Text, MatchKind.PaperNumber), null, ct)
                    : null;
            default:
                return null;
        }
    }

    /// <param name="signal">The signal searched for: a child without a card is found through it.</param>
    private async Task<FoundChild?> ShowAsync(Guid id, DataScope scope, Match match, Signal? signal, CancellationToken ct)
    {
        var child = await db.Children.AsNoTracking().Within(scope).FirstOrDefaultAsync(c => c.Id == id, ct);
        if (child is null || !(await vault.OfAsync([id], ct)).TryGetValue(id, out var seal))
            return null;
        var number = await db.Cases.Where(c => c.ChildId == id).MaxAsync(c => (string?)c.Number, ct);
        var bySignal = child.State is ChildState.Registered ? null : signal;
        return new(
            id,
            child.NameShown(seal),
            child.Sex,
            child.BirthDate,
            child.Territory,
            number,
            1,
            [match],
            bySignal?.Id,
            bySignal?.Number
        );
    }
}
