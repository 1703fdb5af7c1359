using CsCheck;
using Registry.Reporting.Model;
using Xunit.Abstractions;

namespace Registry.Tests.Reporting;

/// <summary>What an outsider who knows the rule can infer by combining all published tables of the same children.</summary>
[Clause("15.6", "22.7", "24")]
public sealed class SuppressionTests(ITestOutputHelper output)
{
    private const int Countries = 3_000;

    /// <param name="Overlapping">A child may be in several rows, as under two causes.</param>
    private sealed record Table(string By, long[] Cells, long Total, bool Overlapping);

    private sealed record Told(Table Table, IReadOnlyList<long?> Cells, long? Total);

    private delegate (IReadOnlyList<long?> Cells, long? Total) Rule(IReadOnlyList<long> cells, long total);

    /// <summary>Children with attributes of few and of many values, some of them rare.</summary>
    private static readonly Gen<IReadOnlyList<Table>> Country = Gen.Select(
        Gen.Int[0, 1_000_000],
        Gen.OneOf(Gen.Int[0, 12], Gen.Int[13, 70], Gen.Int[71, 400]),
        (seed, children) => Tables(new Random(seed), children)
    );

#pragma warning disable CA5394 // repeatable children, not a secret
    private static IReadOnlyList<Table> Tables(Random random, int children)
    {
        (string By, int Values)[] attributes = [("sex", 2), ("age", 4), ("oblast", 9), ("risk", 4), ("step", 5), ("channel", 8)];
        var tables = attributes
            .Select(a =>
            {
                var cells = new long[a.Values];
                for (var i = 0; i < children; i++)
                    cells[Rare(random, a.Values)]++;
                return new Table(a.By, [.. cells.Where(c => c > 0)], children, false);
            })
            .ToList();
        var causes = new long[6];
        for (var i = 0; i < children; i++)
            foreach (var cause in Enumerable.Range(0, random.Next(1, 4)).Select(_ => Rare(random, causes.Length)).Distinct())
                causes[cause]++;
        tables.Add(new("cause", [.. causes.Where(c => c > 0)], children, true));
        return tables;
    }

    private static int Rare(Random random, int values) => (int)(values * Math.Pow(random.NextDouble(), 3));
#pragma warning restore CA5394

    [Fact]
    public void No_count_below_five_can_be_had_back_from_all_tables_together()
    {
        var (untold, tables) = (0, 0);
        Country.Sample(
            country =>
            {
                var told = Publish(country, Suppression.Of);
                foreach (var table in told)
                {
                    tables++;
                    Assert.All(table.Cells, c => Assert.True(c is null or 0 or >= Suppression.Smallest));
                    untold += table.Cells.Count(c => c is null);
                    Assert.True(
                        Found(table, TotalOf(told), Suppression.Of) is not { } found,
                        $"{table.Table.By}: {string.Join(' ', table.Table.Cells)}"
                    );
                }
            },
            iter: Countries,
            threads: 1
        );
        output.WriteLine($"{Countries} countries, {tables} tables, {untold} untold counts, 0 had back");
        Assert.True(untold > 1_000, $"{untold} untold counts");
    }

    [Fact]
    public void The_solver_finds_counts_where_only_the_cells_are_hidden()
    {
        Told[] told = [.. Publish([new("sex", [4, 4], 8, false), new("age", [8], 8, false)], CellsOnly)];
        Assert.Equal(4, Found(told[0], TotalOf(told), CellsOnly));
        var found = 0;
        Country.Sample(
            country =>
            {
                var all = Publish(country, CellsOnly);
                found += all.Count(t => Found(t, TotalOf(all), CellsOnly) is not null);
            },
            iter: Countries,
            threads: 1
        );
        Assert.True(found > 0);
    }

    /// <summary>Considers one table alone: hides the small cells and one more, and the total only if nothing else is left.</summary>
    private static (IReadOnlyList<long?> Cells, long? Total) CellsOnly(IReadOnlyList<long> cells, long total)
    {
        var told = cells.Select(c => (long?)(c is > 0 and < 5 ? null : c)).ToArray();
        if (!told.Contains(null))
            return (told, total);
        var large = cells.Select((c, i) => (c, i)).Where(x => x.c >= 5).OrderBy(x => x.c).ToList();
        if (large.Count == 0)
            return (told, null);
        told[large[0].i] = null;
        return (told, total);
    }

    [Fact]
    public void Large_counts_are_told_and_of_few_children_nothing()
    {
        var (cells, total) = Suppression.Of([47, 0, 12], 59);
        Assert.Equal([47, 0, 12], cells);
        Assert.Equal(59, total);
        Assert.Equal([35, 8, null, null, null], Suppression.Of([35, 8, 5, 5, 3], 56).Cells);
        Assert.Empty(Suppression.Of([30, 19], 49).Cells);
        Assert.Null(Suppression.Of([30, 19], 49).Total);
        Assert.Empty(Suppression.Of([.. Enumerable.Repeat(4L, 14)], 56).Cells);
    }

    private static IReadOnlyList<Told> Publish(IEnumerable<Table> tables, Rule rule) =>
        [
            .. tables.Select(t =>
            {
                var (cells, total) = rule(t.Cells, t.Total);
                return new Told(t, cells, total);
            }),
        ];

    private static long? TotalOf(IEnumerable<Told> told) => told.Select(t => t.Total).FirstOrDefault(t => t is not null);

    /// <summary>The value of a suppressed cell with only one possible value; null if every suppressed cell has at least two.</summary>
    private static long? Found(Told told, long? total, Rule rule)
    {
        var hidden = told.Cells.Select((c, i) => (c, i)).Where(x => x.c is null).Select(x => x.i).ToArray();
        // without any total there is nothing to subtract from
        if (hidden.Length == 0 || total is not { } known)
            return null;
        var possible = hidden.Select(_ => new HashSet<long>()).ToArray();
        var cells = told.Cells.Select(c => c ?? 0).ToArray();
        var told0 = cells.Sum();
        // the actual children, and any two suppressed counts swapped: what the rule would publish stays possible
        for (var i = 0; i < hidden.Length; i++)
        for (var j = i; j < hidden.Length; j++)
        {
            foreach (var at in hidden)
                cells[at] = told.Table.Cells[at];
            (cells[hidden[i]], cells[hidden[j]]) = (cells[hidden[j]], cells[hidden[i]]);
            if (Fits())
                for (var k = 0; k < hidden.Length; k++)
                    possible[k].Add(cells[hidden[k]]);
        }
        if (possible.All(p => p.Count > 1))
            return null;
        Assert.True(hidden.Length <= 9, "too many to try all");
        foreach (var at in hidden)
            cells[at] = 0;
        Try(0);
        var alone = Array.FindIndex(possible, p => p.Count == 1);
        return alone < 0 ? null : possible[alone].Single();

        // true when every cell has two values and the search may end
        bool Try(int at)
        {
            if (at == hidden.Length)
            {
                if (Fits())
                    for (var i = 0; i < hidden.Length; i++)
                        possible[i].Add(cells[hidden[i]]);
                return possible.All(p => p.Count > 1);
            }
            // small ones, and one that is not: whatever remains of the total, or anything in an overlapping table
            foreach (var value in Values(at))
            {
                cells[hidden[at]] = value;
                if (Try(at + 1))
                    return true;
            }
            cells[hidden[at]] = 0;
            return false;
        }

        IEnumerable<long> Values(int at)
        {
            for (long small = 1; small < 5; small++)
                yield return small;
            if (hidden.Take(at).Any(i => cells[i] >= 5))
                yield break;
            if (told.Table.Overlapping)
                for (long large = 5; large <= known; large++)
                    yield return large;
            else
                for (var large = Math.Max(5, known - told0 - 4 * (hidden.Length - 1)); large <= known - told0; large++)
                    yield return large;
        }

        bool Fits()
        {
            var sum = cells.Sum();
            if (told.Table.Overlapping ? cells.Max() > known || sum < known : sum != known)
                return false;
            var (again, againTotal) = rule(cells, known);
            return againTotal == told.Total && again.SequenceEqual(told.Cells);
        }
    }
}
