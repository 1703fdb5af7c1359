using Microsoft.Extensions.Configuration;
using Registry.Basics.Time;
using Registry.Platform.Time;

namespace Registry.Tests.Platform;

/// <summary>Terms set by the Base itself, and days at the end of the calendar.</summary>
[Clause("19.3", "3")]
public sealed class TermsTests
{
    [Fact]
    public void One_term_that_is_set_leaves_the_others_as_they_are()
    {
        var plain = PlanTerms.From(new ConfigurationBuilder().Build());
        Assert.Equal(
            (10, 3, 22, 5, 2, 2, 126, 7, 5),
            (
                plain.FormPlanDays,
                plain.ApprovePlanDays,
                plain.VisitDays,
                plain.VisitAtHighRiskDays,
                plain.DecideEndingDays,
                plain.AcceptTransferDays,
                plain.ReviewPlacementDays,
                plain.AnswerSubjectDays,
                plain.SettleDisagreementDays
            )
        );
        foreach (var name in typeof(PlanTerms).GetProperties().Select(p => p.Name).Where(n => n.EndsWith("Days", StringComparison.Ordinal)))
        {
            var setting = new Dictionary<string, string?> { [$"Registry:Terms:{name[..^4]}"] = "77" };
            var set = PlanTerms.From(new ConfigurationBuilder().AddInMemoryCollection(setting).Build());
            foreach (var property in typeof(PlanTerms).GetProperties().Where(p => p.PropertyType == typeof(int)))
                Assert.Equal(property.Name == name ? 77 : property.GetValue(plain), property.GetValue(set));
        }
    }

    [Theory]
    [InlineData("9971-12-30", 28, "9999-12-30")]
    [InlineData("9972-01-01", 28, "9999-12-31")]
    [InlineData("2000-02-29", 28, "2028-02-29")]
    public void A_day_so_many_years_later_never_lies_beyond_the_calendar(string day, int years, string later) =>
        Assert.Equal(DateOnly.Parse(later), DateOnly.Parse(day).YearsLater(years));

    [Fact]
    [Clause("13b.4")]
    public void Visits_are_monthly_and_at_high_risk_weekly()
    {
        var terms = PlanTerms.From(new ConfigurationBuilder().Build());
        Assert.Equal((22, 5), (terms.Visit(highRisk: false).Length, terms.Visit(highRisk: true).Length));
    }
}
