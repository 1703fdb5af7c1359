namespace Registry.Reporting.Reports;

/// <summary>
/// Keeps single children from being recognised in what leaves a reader's own scope: counts below five are not told, and one more count beside them, so that
/// they cannot be had by subtraction from the total [15.6, 24].
/// </summary>
internal static class Suppression
{
    public const int Smallest = 5;

    /// <returns>The counts with nulls for what is not told; the total, null when telling it would tell a count.</returns>
    public static (IReadOnlyList<long?> Cells, long? Total) Of(IReadOnlyList<long> cells, long total)
    {
        var told = cells.Select(c => (long?)(IsSmall(c) ? null : c)).ToArray();
        if (!told.Contains(null))
            return (told, IsSmall(total) ? null : total);
        var complement = cells.Select((c, i) => (c, i)).Where(x => x.c >= Smallest).OrderBy(x => x.c).ToList();
        // nothing large enough to hide behind: the total is not told either
        if (complement.Count == 0)
            return (told, null);
        told[complement[0].i] = null;
        return (told, IsSmall(total) ? null : total);
    }

    private static bool IsSmall(long count) => count is > 0 and < Smallest;
}
