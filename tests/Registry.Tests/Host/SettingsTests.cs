using Microsoft.Extensions.Configuration;
using Registry.Host;

namespace Registry.Tests.Host;

[Clause("14.3")]
public sealed class SettingsTests
{
    private static readonly Version Safe = Settings.SafeRuntime;

    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Registry:Vault:MasterKeys:m1"] = Convert.ToBase64String(new byte[32]),
        ["Registry:SignIn:Authority"] = "https://registry.example",
    };

    private static List<string> Problems(Dictionary<string, string?> settings, bool production = true, Version? runtime = null) =>
        Settings.Problems(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), production, runtime ?? Safe);

    [Fact]
    public void Production_starts_with_safe_settings() => Assert.Empty(Problems(Good));

    [Theory]
    [InlineData("Registry:Demo", "true", "Registry__Demo")]
    [InlineData("Registry:SignIn:RequireHttps", "false", "RequireHttps")]
    [InlineData("Registry:SignIn:Authority", "http://registry.example", "https")]
    [InlineData("Registry:SignIn:SecondFactor", "false", "SecondFactor")]
    [InlineData("Registry:Vault:MasterKeys:m1", null, "MasterKeys")]
    [InlineData("Registry:Tunduk:Simulator", "true", "Simulator")]
    [InlineData("Registry:Tunduk:SecurityServer", "http://security.example", "https")]
    [InlineData("Registry:Tunduk:Client", "GOV/1", "Client")]
    [InlineData("Registry:Tunduk:Certificate", "/no/such.pfx", "Certificate")]
    [InlineData("Registry:SignIn:Outside:PinClaim", "pin", "Outside__Authority", "Registry:SignIn:Outside:ClientId")]
    [InlineData("Registry:SignIn:Outside:Authority", "http://esi.example", "https", "Registry:SignIn:Outside:ClientId")]
    [InlineData("Registry:SignIn:Outside:Authority", "https://esi.example", "ClientId")]
    [InlineData("Registry:Databse:Provider", "Sqlite", "Databse")]
    public void Production_refuses_an_unsafe_or_unknown_setting_and_names_it(string key, string? value, string named, string? beside = null)
    {
        var settings = new Dictionary<string, string?>(Good) { [key] = value };
        if (beside is not null)
            settings[beside] = "registry";
        if (value is null)
            settings.Remove(key);
        Assert.Contains(named, Assert.Single(Problems(settings)), StringComparison.Ordinal);
    }

    [Fact]
    public void Production_refuses_a_runtime_with_known_holes_unless_somebody_answers_for_it()
    {
        Assert.Single(Problems(Good, runtime: new(10, 0, 12)));
        Assert.Empty(Problems(new(Good) { ["Registry:AllowOldRuntime"] = "true" }, runtime: new(10, 0, 12)));
    }

    [Fact]
    public void A_misspelt_setting_stops_every_environment() =>
        Assert.Single(Problems(new() { ["Registry:Dataa"] = "x" }, production: false));
}
