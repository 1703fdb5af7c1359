namespace Registry.Reporting.Model;

/// <summary>
/// Prevents single children from being identified in data that leave a reader's own scope [15.6, 24]: counts below five are suppressed, and
/// the smallest larger one too, so
/// that they cannot be derived by subtraction from a total that another table of the same children may show.
/// </summary>
internal static class Suppression
{
    public const int Smallest = 5;

    /// <summary>Below this many children nothing is published: their tables, combined, would reveal too much.</summary>
    public const int SmallestTotal = 50;

    /// <returns>
    /// The counts, with null for suppressed ones, and the total. No counts at all, not even that there are some, and no total if there are too
    /// few children, or
    /// no count is large enough to hide the small ones.
    /// </returns>
    public static (IReadOnlyList<long?> Cells, long? Total) Of(IReadOnlyList<long> cells, long total)
    {
        if (total == 0)
            return ([.. cells.Select(c => (long?)c)], 0);
        if (total < SmallestTotal)
            return ([], null);
        var told = cells.Select(c => (long?)(c is > 0 and < Smallest ? null : c)).ToArray();
        if (!told.Contains(null))
            return (told, total);
        if (cells.Max() < Smallest)
            return ([], null);
        // of equal counts all are hidden: if only the first were, its position would reveal that it is the large one
        var beside = cells.Where(c => c >= Smallest).Min();
        return ([.. told.Select(t => t == beside ? null : t)], total);
    }
}
