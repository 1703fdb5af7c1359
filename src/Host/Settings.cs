using Registry.Kernel.Parsing;
using Registry.Kernel.Web;

namespace Registry.Host;

/// <summary>Stops the start with a clear text when a setting is unknown or, in Production, unsafe.</summary>
internal static class Settings
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "Registry:Data",
        "Registry:Database:Provider",
        "Registry:Vault:CurrentMasterKey",
        "Registry:SignIn:Authority",
        "Registry:SignIn:RequireHttps",
        "Registry:SignIn:SecondFactor",
        "Registry:SignIn:Outside:Authority",
        "Registry:SignIn:Outside:ClientId",
        "Registry:SignIn:Outside:ClientSecret",
        "Registry:SignIn:Outside:Scopes",
        "Registry:SignIn:Outside:PinClaim",
        "Registry:SignIn:Outside:SecondFactorWhen",
        "Registry:SignIn:Outside:Name",
        "Registry:Demo",
        "Registry:Jobs",
        "Registry:Metrics",
        "Registry:LogLevel",
        "Registry:AllowOldRuntime",
        "Registry:Terms:FormPlan",
        "Registry:Terms:ApprovePlan",
        "Registry:Terms:Visit",
        "Registry:Terms:VisitAtHighRisk",
        "Registry:Terms:DecideEnding",
        "Registry:Terms:AcceptTransfer",
        "Registry:Terms:ReviewPlacement",
        "Registry:PublicAddress",
        "Registry:Journal:Anchors",
        "Registry:Backup:Folder",
        "Registry:Backup:KeysFolder",
        "Registry:Backup:KeepDays",
        "Registry:Backup:KeepKeysDays",
        "Registry:Terms:AnswerSubject",
        "Registry:Terms:SettleDisagreement",
        "Registry:Terms:MergeCards",
        "Registry:Terms:NotifyRecipient",
        "Registry:Terms:AnswerCaseRequest",
        "Registry:Terms:SettleNumberConflict",
        "Registry:Tunduk:SecurityServer",
        "Registry:Tunduk:Client",
        "Registry:Tunduk:Certificate",
        "Registry:Tunduk:CertificatePassword",
        "Registry:Tunduk:TimeoutSeconds",
        "Registry:Tunduk:LargestAnswer",
        "Registry:Tunduk:Simulator",
        "Registry:Tunduk:RefreshDays",
        "Registry:Tunduk:RefreshAtMost",
        "Registry:Parsing:Workers",
        "Registry:Parsing:Megabytes",
        "Registry:Parsing:Seconds",
        "Registry:Scanner",
        "Registry:Mail:Host",
        "Registry:Mail:Port",
        "Registry:Mail:Secure",
        "Registry:Mail:User",
        "Registry:Mail:Password",
        "Registry:Mail:From",
    };

    private const string MasterKeys = "Registry:Vault:MasterKeys:";

    /// <summary>Turns at costly calls: <c>Registry:Limits:Export:Each</c>.</summary>
    private static readonly HashSet<string> Limits = new(
        Enum.GetNames<Cost>().SelectMany(cost => CostLimit.Names.Select(name => $"Registry:Limits:{cost}:{name}")),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Numbered steps of the chain of escalation.</summary>
    private const string Escalation = "Registry:Escalation:";

    /// <summary>Runtimes below this one have known holes.</summary>
    public static readonly Version SafeRuntime = new(10, 0, 14);

    public static void CheckSettings(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddDefaults(builder.Environment);
        if (Problems(builder.Configuration, builder.Environment.IsProduction(), Environment.Version) is { Count: > 0 } problems)
            throw new InvalidOperationException("The settings do not allow a start:" + string.Concat(problems.Select(p => "\n  - " + p)));
    }

    /// <summary>The embedded provider is the host itself, at the first address it listens on.</summary>
    private static void AddDefaults(this ConfigurationManager configuration, IHostEnvironment environment)
    {
        var first = (configuration["ASPNETCORE_URLS"] ?? configuration["urls"] ?? "http://localhost:5080").Split(';')[0];
        var defaults = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (configuration["Registry:SignIn:Authority"] is null)
            defaults["Registry:SignIn:Authority"] = first
                .Replace("[::]", "localhost", StringComparison.Ordinal)
                .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
                .Replace("+", "localhost", StringComparison.Ordinal);
        if (configuration["ASPNETCORE_URLS"] is null && configuration["urls"] is null && !environment.IsProduction())
            defaults["urls"] = first;
        configuration.AddInMemoryCollection(defaults);
    }

    internal static List<string> Problems(IConfiguration configuration, bool production, Version runtime)
    {
        var problems = new List<string>();
        foreach (
            var (key, value) in configuration
                .GetSection("Registry")
                .AsEnumerable()
                .Where(s => s.Value is not null && !configuration.GetSection(s.Key).GetChildren().Any())
        )
            if (
                !Known.Contains(key)
                && !Limits.Contains(key)
                && !key.StartsWith(MasterKeys, StringComparison.OrdinalIgnoreCase)
                && !key.StartsWith(Escalation, StringComparison.OrdinalIgnoreCase)
            )
                problems.Add($"{key.Replace(":", "__", StringComparison.Ordinal)} is no setting of this program.");
        if (
            configuration["Registry:Tunduk:Client"] is { } client
            && client.Split('/') is not [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }, { Length: > 0 }]
        )
            problems.Add("Registry__Tunduk__Client must be instance/class/member/subsystem.");
        if (configuration["Registry:Tunduk:SecurityServer"] is { Length: > 0 } address && !Uri.TryCreate(address, UriKind.Absolute, out _))
            problems.Add("Registry__Tunduk__SecurityServer must be an address.");
        if (configuration["Registry:Tunduk:Certificate"] is { Length: > 0 } certificate && !File.Exists(certificate))
            problems.Add("Registry__Tunduk__Certificate names no file.");
        if (configuration["Registry:Scanner"] is { Length: > 0 } scanner && !VirusScanner.IsAddress(scanner))
            problems.Add("Registry__Scanner must be host:port of a clamd.");
        problems.AddRange(OutsideProblems(configuration.GetSection("Registry:SignIn:Outside"), production));
        if (!production)
            return problems;
        if (MasterKeysMissing(configuration))
            problems.Add("Registry__Vault__MasterKeys__{name} is missing: a development key must not seal real data.");
        if (configuration.GetValue("Registry:Demo", false))
            problems.Add("Registry__Demo must be off: its passwords are public.");
        if (configuration.GetValue("Registry:Tunduk:Simulator", false))
            problems.Add("Registry__Tunduk__Simulator must be off: its people are invented.");
        if (
            configuration["Registry:Tunduk:SecurityServer"] is { Length: > 0 } server
            && !server.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        )
            problems.Add("Registry__Tunduk__SecurityServer must be an https address.");
        if (!configuration.GetValue("Registry:SignIn:RequireHttps", true))
            problems.Add("Registry__SignIn__RequireHttps must stay on.");
        if (configuration["Registry:SignIn:Authority"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) != true)
            problems.Add("Registry__SignIn__Authority must be an https address.");
        if (!configuration.GetValue("Registry:SignIn:SecondFactor", true))
            problems.Add("Registry__SignIn__SecondFactor must stay on.");
        if (runtime < SafeRuntime && !configuration.GetValue("Registry:AllowOldRuntime", false))
            problems.Add(
                $".NET {runtime} has known holes: install {SafeRuntime} or later, or set Registry__AllowOldRuntime=true and answer for it."
            );
        return problems;
    }

    private static IEnumerable<string> OutsideProblems(IConfigurationSection outside, bool production)
    {
        if (!outside.GetChildren().Any())
            yield break;
        if (!Uri.TryCreate(outside["Authority"], UriKind.Absolute, out var authority) || authority.Scheme is not ("https" or "http"))
            yield return "Registry__SignIn__Outside__Authority must be an address.";
        else if (production && authority.Scheme != "https")
            yield return "Registry__SignIn__Outside__Authority must be an https address.";
        if (string.IsNullOrWhiteSpace(outside["ClientId"]))
            yield return "Registry__SignIn__Outside__ClientId is missing.";
    }

    private static bool MasterKeysMissing(IConfiguration configuration) =>
        !configuration.GetSection("Registry:Vault:MasterKeys").GetChildren().Any();
}
