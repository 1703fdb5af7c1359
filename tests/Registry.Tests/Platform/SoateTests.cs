using Registry.Basics.Access;

namespace Registry.Tests.Platform;

[Clause("7.territorial", "25.1")]
public sealed class SoateTests
{
    [Theory]
    [InlineData("41702000000000", "41702205000000", true)] // oblast, its rayon
    [InlineData("41702205000000", "41702205000000", true)]
    [InlineData("41702205000000", "41702205801010", true)] // rayon, a village in it
    [InlineData("41702205000000", "41702210000000", false)] // sibling
    [InlineData("41702205000000", "41702000000000", false)] // a rayon does not contain its oblast
    [InlineData("41703220000000", "41703220400010", true)] // a town inside Suzak rayon
    [InlineData("41703220400010", "41703220000000", false)]
    [InlineData("41702410000010", "41702410000010", true)] // city of oblast significance
    [InlineData("41711000000000", "41711201000000", true)] // Bishkek, its district
    [InlineData("41721000000000", "41711201000000", false)]
    public void A_territory_contains_itself_and_what_lies_in_it(string outer, string inner, bool contains) =>
        Assert.Equal(contains, Soate.Contains(outer, inner));

    [Fact]
    public void No_territory_means_nothing_is_seen()
    {
        Assert.False(DataScope.Nothing.Covers("41702205000000"));
        Assert.False(new DataScope(ScopeKind.Territory).Covers("41702205000000"));
        Assert.True(DataScope.Republic.Covers("41702205000000"));
    }
}
