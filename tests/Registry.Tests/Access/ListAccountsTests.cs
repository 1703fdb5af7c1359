using Registry.Tests.Host;

namespace Registry.Tests.Access;

public sealed class ListAccountsTests : AccountTests
{
    [Fact]
    public async Task Pages_by_login_and_finds_by_name_in_any_spelling()
    {
        var first = await Admin.GetAsync("/api/access/accounts?size=3").JsonAsync();
        var second = await Admin.GetAsync($"/api/access/accounts?size=100&cursor={first.Text("next")}").JsonAsync();
        var logins = first
            .GetProperty("items")
            .EnumerateArray()
            .Concat(second.GetProperty("items").EnumerateArray())
            .Select(a => a.Text("login"))
            .ToList();
        Assert.Equal(Oracle.Users.Length, logins.Count);
        Assert.Equal(logins.Order(StringComparer.Ordinal), logins);
        var found = await Admin.GetAsync("/api/access/accounts?search=" + Uri.EscapeDataString("нургуль")).JsonAsync();
        Assert.Equal("holder.aksuu", found.GetProperty("items")[0].Text("login"));
    }
}
