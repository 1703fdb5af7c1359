using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Collection("host")]
[Clause("7.central", "7.territorial", "5.holder", "6.central", "6.local")]
public sealed class ReadRightsTests(RegistryHost host)
{
    [Fact]
    public async Task Shows_the_table_that_is_in_force()
    {
        var roles = (await (await host.SignedInAsync("admin")).GetAsync("/api/access/rights").JsonAsync())
            .GetProperty("roles")
            .EnumerateArray()
            .ToDictionary(
                r => r.Text("role"),
                r => (Scope: r.Text("scope"), May: r.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()!).ToHashSet())
            );
        Assert.Equal(8, roles.Count);
        // the regulation's words: central and territorial readers see personal data and cannot edit
        foreach (var reader in new[] { "authorised-body", "central-body", "territorial-unit", "territorial-body" })
        {
            Assert.Contains("read-children", roles[reader].May);
            Assert.DoesNotContain("edit-children", roles[reader].May);
            Assert.DoesNotContain("register-signals", roles[reader].May);
        }
        Assert.Equal("republic", roles["central-body"].Scope);
        Assert.Equal("territory", roles["territorial-unit"].Scope);
        Assert.Equal(["holder"], roles.Where(r => r.Value.May.Contains("edit-children")).Select(r => r.Key));
        Assert.Equal(["territorial-unit"], roles.Where(r => r.Value.May.Contains("consent-to-closing")).Select(r => r.Key));
    }
}
