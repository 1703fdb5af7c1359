using CsCheck;
using Registry.Reporting.Reports;

namespace Registry.Tests.Reporting;

[Clause("15.6", "24")]
public sealed class SuppressionTests
{
    /// <summary>Tables of one attribute each over the same children, as somebody outside the scope could read them all.</summary>
    [Fact]
    public void No_count_below_five_can_be_had_back_by_a_solver() =>
        Gen.Long[0, 12]
            .Array[1, 7]
            .Sample(
                cells =>
                {
                    var total = cells.Sum();
                    var (told, sum) = Suppression.Of(cells, total);
                    for (var i = 0; i < cells.Length; i++)
                        if (cells[i] is > 0 and < 5)
                        {
                            Assert.Null(told[i]);
                            if (sum is { } known)
                                Assert.True(
                                    Possible(told, known, i).Take(2).Count() == 2,
                                    $"[{string.Join(", ", cells)}] gives cell {i} away"
                                );
                        }
                },
                iter: 20_000
            );

    [Fact]
    public void Large_counts_are_told() => Assert.Equal([7, 0, 12], Suppression.Of([7, 0, 12], 19).Cells);

    /// <summary>The values that an untold cell can have, given the told ones, the total, and that an untold cell is at least one.</summary>
    private static IEnumerable<long> Possible(IReadOnlyList<long?> told, long total, int cell)
    {
        var left = total - told.Sum(t => t ?? 0);
        var others = told.Count(t => t is null) - 1;
        for (long value = 1; value <= left; value++)
            if (others == 0 ? value == left : left - value >= others)
                yield return value;
    }
}
