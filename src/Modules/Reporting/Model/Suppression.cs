namespace Registry.Reporting.Model;

/// <summary>
/// Keeps single children from being recognised in what leaves a reader's own scope [15.6, 24]: counts below five are not told, and the smallest larger one beside them, so
/// that they cannot be had by subtraction from a total, which another table of the same children may tell.
/// </summary>
internal static class Suppression
{
    public const int Smallest = 5;

    /// <summary>Of fewer children nothing is told: their tables, laid beside each other, would say too much.</summary>
    public const int SmallestTotal = 50;

    /// <returns>
    /// The counts with nulls for what is not told, and the total. No counts at all, not even that there are some, and no total where there are too few children, or
    /// no count large enough to hide the small ones behind.
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
        // of equal counts all are hidden: were it the first of them, its place would say that it is the large one
        var beside = cells.Where(c => c >= Smallest).Min();
        return ([.. told.Select(t => t == beside ? null : t)], total);
    }
}
