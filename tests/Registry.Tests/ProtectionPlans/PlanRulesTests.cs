using Registry.ProtectionPlans.Model;

namespace Registry.Tests.ProtectionPlans;

[Clause("3", "10.2")]
public sealed class PlanRulesTests
{
    /// <summary>Read again by every test.</summary>
    private RuleCatalog Book { get; } = new();

    public static TheoryData<string, string, string> Children()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "ProtectionPlans", "children.csv")).Skip(1))
            if (line.Split(';') is [var child, var circumstances, var measures])
                data.Add(child, circumstances, measures);
        return data;
    }

    [Theory]
    [MemberData(nameof(Children))]
    public void Forms_the_plan_that_a_social_worker_expects(string child, string circumstances, string measures)
    {
        var proposed = Book.Propose(circumstances.Split(' ').ToHashSet()).Select(p => p.Rule.Code);
        Assert.True(measures == string.Join(' ', proposed), $"{child}: {string.Join(' ', proposed)}");
    }

    [Fact]
    public void Forty_children_and_every_rule_are_in_the_table()
    {
        var rows = Children().ToList();
        Assert.True(rows.Count >= 40);
        Assert.Empty(Book.Rules.Select(r => r.Code).Except(rows.SelectMany(r => ((string)r[2]).Split(' '))));
    }

    [Fact]
    public void Every_measure_goal_and_ground_is_told_in_the_words_of_each_language() =>
        Assert.All(
            Book.Rules.Select(r => r.Measure).Concat(Book.Goals.Values).Concat(Book.Grounds.Values),
            text => Assert.Equal(3, new[] { text.Ky, text.Ru, text.En }.Distinct(StringComparer.Ordinal).Count())
        );

    [Fact]
    public void There_are_at_least_60_rules_with_texts_goal_and_ground()
    {
        Assert.True(Book.Rules.Count >= 60, $"{Book.Rules.Count}");
        Assert.Equal(Book.Rules.Count, Book.Rules.Select(r => r.Code).Distinct().Count());
        Assert.All(
            Book.Rules,
            rule =>
            {
                Assert.True(Book.Goals.ContainsKey(rule.Need), rule.Need);
                Assert.True(Book.Grounds.ContainsKey(rule.Ground), rule.Ground);
                Assert.InRange(rule.Priority, 1, 3);
                Assert.InRange(rule.WorkingDays, 1, 60);
                Assert.All(new[] { rule.Measure.Ky, rule.Measure.Ru, rule.Measure.En }, Assert.NotEmpty);
            }
        );
    }

    [Fact]
    public void The_same_facts_give_the_same_plan_and_every_measure_is_explained_by_them()
    {
        var terms = Book
            .Rules.SelectMany(r => r.When)
            .SelectMany(g => g)
            .Where(t => !t.StartsWith("age.", StringComparison.Ordinal))
            .Distinct()
            .ToArray();
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var facts = random.GetItems(terms, random.Next(1, 25)).Append($"age.{random.Next(18)}").ToHashSet();
            var plan = Book.Propose(facts);
            var again = Book.Propose(facts.Reverse().ToHashSet());
            Assert.Equal(plan.Select(p => p.Rule.Code), again.Select(p => p.Rule.Code));
            foreach (var proposal in plan)
            {
                Assert.NotEmpty(proposal.Because);
                Assert.All(proposal.Because, b => Assert.True(Registry.Contracts.Circumstances.Holds(facts, b), b));
            }
        }
    }

    [Fact]
    public void Every_need_is_answered_by_a_rule_of_its_own()
    {
        foreach (var need in Book.Goals.Keys.Where(n => n is not "placement"))
            Assert.Contains(Book.Propose(new HashSet<string> { $"need.{need}" }), p => p.Rule.Need == need);
    }

    [Fact]
    public void Every_cause_and_legal_status_leads_to_a_measure()
    {
        var seed = Registry.Basics.EmbeddedRows.Of(
            typeof(global::Registry.Children.ChildrenModule).Assembly,
            "Registry.Children.Seed.dictionaries.csv"
        );
        var said = Book.Rules.SelectMany(r => r.When).SelectMany(g => g).ToHashSet();
        foreach (var row in seed.Where(r => r[0] is "cause" or "legal-status"))
            Assert.Contains((row[0] is "cause" ? "cause." : "status.") + row[1], said);
    }
}
