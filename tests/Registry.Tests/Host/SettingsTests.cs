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
        ["Registry:Scanner"] = "127.0.0.1:3310",
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
    [InlineData("Registry:Journal:Syslog", "log.example", "Syslog")]
    [InlineData("Registry:Journal:Post", "http://log.example/heads", "https")]
    [InlineData("Registry:Databse:Provider", "Sqlite", "Databse")]
    [InlineData("Registry:Proxies", "the-proxy", "Proxies")]
    [InlineData("Registry:Proxies", "0.0.0.0/0", "Proxies")]
    [InlineData("FORWARDEDHEADERS_ENABLED", "true", "FORWARDEDHEADERS_ENABLED")]
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true", "FORWARDEDHEADERS_ENABLED")]
    [InlineData("urls", "https://registry.example;http://0.0.0.0:80", "http://0.0.0.0:80")]
    [InlineData("urls", "http://registry.example:80", "plain HTTP")]
    [InlineData("HTTP_PORTS", "8080", "plain HTTP")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://*:80", "plain HTTP")]
    [InlineData("Registry:SignIn:PasswordRounds", "100000", "PasswordRounds")]
    [InlineData("Registry:SignIn:BreachedPasswords", "/no/such.txt", "BreachedPasswords")]
    [InlineData("Registry:Scanner", null, "NoScanner")]
    [InlineData("Registry:Scanner", "clamd.example:3310", "TLS")]
    [InlineData("Registry:Mail:Secure", "false", "Mail")]
    [InlineData("ConnectionStrings:Registry", "Server=db;Encrypt=False", "ConnectionStrings__Registry")]
    [InlineData("ConnectionStrings:Keys", "Server=db;Trust Server Certificate=yes", "ConnectionStrings__Keys")]
    [InlineData("Registry:Journal:SyslogTls", "false", "SyslogTls", "Registry:Journal:Syslog", "log.example:6514")]
    [InlineData(
        "Registry:SignIn:Outside:Algorithms",
        "none HS256",
        "Algorithms",
        "Registry:SignIn:Outside:Authority",
        "https://esi.example"
    )]
    public void Production_refuses_an_unsafe_or_unknown_setting_and_names_it(
        string key,
        string? value,
        string named,
        string? beside = null,
        string besideValue = "registry"
    )
    {
        var settings = new Dictionary<string, string?>(Good) { [key] = value };
        if (beside is not null)
            settings[beside] = besideValue;
        if (key == "Registry:SignIn:Outside:Algorithms")
            settings["Registry:SignIn:Outside:ClientId"] = "registry";
        if (value is null)
            settings.Remove(key);
        Assert.Contains(named, Assert.Single(Problems(settings)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", "http://localhost:5080;http://127.0.0.1:1;http://[::1]:2;https://0.0.0.0:443;http://unix:/run/registry.sock")]
    [InlineData("ConnectionStrings:Registry", "Server=db;Encrypt=Strict;TrustServerCertificate=False")]
    [InlineData("Registry:Journal:Syslog", "log.example:6514")]
    [InlineData("Registry:Mail:Port", "465")]
    public void Production_starts_where_nothing_crosses_a_network_in_plain_text(string key, string value) =>
        Assert.Empty(Problems(new(Good) { [key] = value }));

    [Fact]
    public void Ports_of_an_image_do_not_count_beside_an_address() =>
        Assert.Empty(Problems(new(Good) { ["HTTP_PORTS"] = "8080", ["ASPNETCORE_URLS"] = "http://127.0.0.1:5080" }));

    [Fact]
    public void Plain_HTTP_to_the_outside_is_allowed_to_named_proxies_and_warned_about()
    {
        var settings = new Dictionary<string, string?>(Good)
        {
            ["urls"] = "http://0.0.0.0:8080",
            ["Registry:Proxies"] = "10.0.0.5, 10.1.0.0/24",
        };
        Assert.Empty(Problems(settings));
        Assert.Contains(WarningsOf(settings), w => w.Contains("plain HTTP", StringComparison.Ordinal));
    }

    [Fact]
    public void Production_does_without_a_scanner_where_somebody_answers_for_it()
    {
        var settings = new Dictionary<string, string?>(Good) { ["Registry:NoScanner"] = "true" };
        settings.Remove("Registry:Scanner");
        Assert.Empty(Problems(settings));
    }

    private static List<string> WarningsOf(Dictionary<string, string?> settings, params string[] variables) =>
        Settings.Warnings(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), production: true, variables.Contains);

    [Fact]
    public void A_master_key_comes_from_a_file_of_the_store()
    {
        var folder = Directory.CreateTempSubdirectory("registry-secrets-").FullName;
        try
        {
            var key = Convert.ToBase64String(new byte[32]);
            File.WriteAllText(Path.Combine(folder, "Registry__Vault__MasterKeys__m1"), key + "\n");
            var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder();
            builder.Configuration["Registry:Secrets"] = folder;
            builder.Configuration["Registry:Vault:MasterKeys:m1"] = "of the environment";
            builder.AddSecrets();
            Assert.Equal(key, builder.Configuration["Registry:Vault:MasterKeys:m1"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        Assert.Contains(
            WarningsOf(Good, "Registry__Vault__MasterKeys__m1"),
            w => w.Contains("Registry__Secrets", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(WarningsOf(Good), w => w.Contains("Registry__Secrets", StringComparison.Ordinal));
    }

    [Fact]
    public void Production_refuses_a_runtime_with_known_holes_unless_somebody_answers_for_it()
    {
        Assert.Single(Problems(Good, runtime: new(10, 0, 12)));
        Assert.Empty(Problems(new(Good) { ["Registry:AllowOldRuntime"] = "true" }, runtime: new(10, 0, 12)));
    }

    [Fact]
    public void Production_warns_while_no_anchor_of_the_journal_lies_outside_the_machine()
    {
        List<string> Warnings(string? key, bool production = true) =>
            Settings.Warnings(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(key is null ? [] : new Dictionary<string, string?> { [key] = "https://outside.example" })
                    .Build(),
                production
            );
        Assert.Contains("Registry__Journal__Anchors", Assert.Single(Warnings(null)), StringComparison.Ordinal);
        Assert.Empty(Warnings("Registry:Journal:Anchors"));
        Assert.Empty(Warnings("Registry:Journal:Syslog"));
        Assert.Empty(Warnings("Registry:Journal:Post"));
        Assert.Empty(Warnings(null, production: false));
    }

    [Fact]
    public void A_misspelt_setting_stops_every_environment() =>
        Assert.Single(Problems(new() { ["Registry:Dataa"] = "x" }, production: false));
}
