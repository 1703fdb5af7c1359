using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Children.Merging;

/// <summary>Merges as a reader may see them: for a card elsewhere only its district, until the authorised body has decided.</summary>
internal sealed class MergeViews(ChildrenDbContext db, ICases cases, ISpecialists specialists, Vault vault, TimeProvider time)
{
    public async Task<IReadOnlyDictionary<Guid, MergeView>> OfAsync(IReadOnlyList<Merge> merges, Caller reader, CancellationToken ct)
    {
        var ids = merges.SelectMany(m => new[] { m.ChildId, m.OtherId }).Distinct().ToList();
        var children = await db.Children.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var open = merges
            .SelectMany(m => new[] { m.ChildId, m.OtherId }.Where(id => Shows(m, children.GetValueOrDefault(id), children, reader)))
            .ToHashSet();
        var names = await cases.NamesAsync(open, ct);
        var numbers = await cases.PlacesAsync(open, ct);
        var marks = await cases.MarksAsync(open, ct);
        var seals = await vault.OfAsync([.. merges.Select(m => m.ChildId).Where(open.Contains)], ct);
        var people = await specialists.NamesAsync(
            [.. merges.SelectMany(m => new[] { m.AskedBy, m.DecidedBy, m.DoneBy, m.EndedBy }).OfType<Guid>().Distinct()],
            ct
        );
        return merges.ToDictionary(m => m.Id, m => Of(m));

        MergeView Of(Merge m)
        {
            var contents = seals.TryGetValue(m.ChildId, out var seal) ? m.Open(seal) : new();
            var edits = reader.May(Permission.EditChildren) && Covers(children.GetValueOrDefault(m.ChildId), reader);
            return new(
                m.Id,
                Card(m.ChildId),
                Card(m.OtherId),
                m.State,
                contents.Reason,
                contents.SplitReason,
                m.AskedOn,
                Name(m.AskedBy),
                m.DecidedOn,
                Name(m.DecidedBy),
                m.DoneOn,
                Name(m.DoneBy),
                m.UndoUntil,
                m.EndedOn,
                Name(m.EndedBy),
                m.State is MergeState.Asked && reader.May(Permission.DecideMerges),
                m.State is MergeState.Decided && edits,
                m.CanBeUndone(time.Today()) && edits,
                m.State is MergeState.Done && !m.CanBeUndone(time.Today()) && edits,
                m.State is MergeState.Asked or MergeState.Decided && m.AskedBy == reader.SpecialistId,
                m.Version
            );
        }

        MergedCardView Card(Guid id) =>
            new(
                id,
                names.GetValueOrDefault(id),
                numbers.GetValueOrDefault(id)?.Number,
                children.GetValueOrDefault(id)?.Territory ?? "",
                names.ContainsKey(id) ? marks.Of(id) : null
            );

        string? Name(Guid? id) => id is { } one ? people.GetValueOrDefault(one) : null;
    }

    private static bool Shows(Merge merge, Child? child, Dictionary<Guid, Child> children, Caller reader) =>
        Covers(child, reader)
        || (merge.State is MergeState.Decided or MergeState.Done && Covers(children.GetValueOrDefault(merge.ChildId), reader));

    private static bool Covers(Child? child, Caller reader) => child is not null && reader.Scope.Covers(child.Territory);
}
