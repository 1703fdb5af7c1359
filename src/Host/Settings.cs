using System.Data.Common;
using Registry.Access;
using Registry.Basics;
using Registry.Platform.Journal;
using Registry.Platform.Parsing;
using Registry.Web;

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
        AccessModule.PasswordRoundsSetting,
        AccessModule.BreachedPasswordsSetting,
        Proxies.Setting,
        Proxies.InARow,
        "Registry:SignIn:IdleMinutes",
        "Registry:SignIn:Outside:Authority",
        "Registry:SignIn:Outside:ClientId",
        "Registry:SignIn:Outside:ClientSecret",
        "Registry:SignIn:Outside:Scopes",
        "Registry:SignIn:Outside:PinClaim",
        "Registry:SignIn:Outside:SecondFactorWhen",
        "Registry:SignIn:Outside:Name",
        "Registry:SignIn:Outside:Issuer",
        "Registry:SignIn:Outside:Algorithms",
        "Registry:SignIn:Outside:UntypedLogout",
        "Registry:Demo",
        "Registry:DemoChildren",
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
        "Registry:Journal:Syslog",
        "Registry:Journal:SyslogTls",
        "Registry:Journal:Post",
        "Registry:Disk:LeastFree",
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
        "Registry:NoScanner",
        "Registry:Secrets",
        "Registry:Mail:Host",
        "Registry:Mail:Port",
        "Registry:Mail:Secure",
        "Registry:Mail:User",
        "Registry:Mail:Password",
        "Registry:Mail:From",
        "Registry:Mail:DigestAt",
    };

    private const string MasterKeys = "Registry:Vault:MasterKeys:";

    /// <summary>Limits of concurrent costly calls: <c>Registry:Limits:Export:Each</c>.</summary>
    private static readonly HashSet<string> Limits = new(
        Enum.GetNames<Cost>()
            .SelectMany(cost => CostLimit.Names.Select(name => $"Registry:Limits:{cost}:{name}"))
            .Append("Registry:Limits:Anonymous:PerMinute"),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Numbered steps of the escalation chain.</summary>
    private const string Escalation = "Registry:Escalation:";

    /// <summary>Earlier runtimes have known vulnerabilities.</summary>
    public static readonly Version SafeRuntime = new(10, 0, 14);

    /// <summary>
    /// A folder filled by a secret store: one file per setting, named like its environment variable (ASVS 13.3.1). It overrides every other source.
    /// </summary>
    public static void AddSecrets(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["Registry:Secrets"] is { Length: > 0 } folder)
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(folder), optional: false);
    }

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
        if (configuration["Registry:Journal:Syslog"] is { Length: > 0 } syslog && !OutsideAnchors.IsAddress(syslog))
            problems.Add("Registry__Journal__Syslog must be host:port of a syslog receiver over TCP.");
        if (configuration["Registry:Journal:Post"] is { Length: > 0 } post && !Uri.TryCreate(post, UriKind.Absolute, out _))
            problems.Add("Registry__Journal__Post must be an address.");
        if (configuration["Registry:Scanner"] is { Length: > 0 } scanner && !VirusScanner.IsAddress(scanner))
            problems.Add("Registry__Scanner must be host:port of a clamd.");
        if (configuration[AccessModule.BreachedPasswordsSetting] is { Length: > 0 } breached && !File.Exists(breached))
            problems.Add("Registry__SignIn__BreachedPasswords names no file.");
        if (Proxies.Read(configuration[Proxies.Setting]) is null)
            problems.Add("Registry__Proxies must be addresses or networks, such as 10.0.0.5 or 10.0.0.0/24.");
        problems.AddRange(OutsideProblems(configuration.GetSection("Registry:SignIn:Outside"), production));
        if (!production)
            return problems;
        problems.AddRange(WireProblems(configuration));
        if (configuration.GetValue(AccessModule.PasswordRoundsSetting, AccessModule.PasswordRounds) < AccessModule.PasswordRounds)
            problems.Add($"Registry__SignIn__PasswordRounds must be {AccessModule.PasswordRounds} at least.");
        if (string.IsNullOrEmpty(configuration["Registry:Scanner"]) && !configuration.GetValue("Registry:NoScanner", false))
            problems.Add("Registry__Scanner is missing: set a clamd, or Registry__NoScanner=true and answer for unscanned files.");
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
        if (
            configuration["Registry:Journal:Post"] is { Length: > 0 } receiver
            && !receiver.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        )
            problems.Add("Registry__Journal__Post must be an https address.");
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

    /// <summary>Weaknesses that do not stop a start; logged at each start.</summary>
    internal static List<string> Warnings(IConfiguration configuration, bool production, Func<string, bool>? inEnvironment = null)
    {
        var warnings = new List<string>();
        if (!production)
            return warnings;
        if (!OutsideAnchors.From(configuration).AreSet)
            warnings.Add(
                "No anchor of the journal lies outside this machine: who rules over it can cut the journal's end unseen. Set Registry__Journal__Anchors, __Syslog or __Post."
            );
        if (Proxies.PlainOutside(configuration).FirstOrDefault() is { } plain)
            warnings.Add($"{plain} is plain HTTP: only the proxies may reach it, and the way from them must be your own.");
        if (
            configuration
                .GetSection("Registry:Vault:MasterKeys")
                .GetChildren()
                .Any(key => (inEnvironment ?? IsVariable)($"Registry__Vault__MasterKeys__{key.Key}"))
        )
            warnings.Add(
                "A master key is set as an environment variable, which other processes may be able to read. Use a file in the folder Registry__Secrets instead."
            );
        return warnings;
    }

    private static bool IsVariable(string name) =>
        Environment.GetEnvironmentVariables().Keys.Cast<string>().Contains(name, StringComparer.OrdinalIgnoreCase);

    public static void TellWarnings(this WebApplication app)
    {
        foreach (var warning in Warnings(app.Configuration, app.Environment.IsProduction()))
            app.Logger.LogWarning("{Warning}", warning);
    }

    /// <summary>Whatever would cross a network unencrypted, or come from a caller whose address can be forged (ASVS 4.1.3, 12.2.1, 12.3.1).</summary>
    private static IEnumerable<string> WireProblems(IConfiguration configuration)
    {
        if (new[] { Proxies.BelieveAll, $"ASPNETCORE_{Proxies.BelieveAll}" }.Any(key => configuration.GetValue(key, false)))
            yield return "ASPNETCORE_FORWARDEDHEADERS_ENABLED must be off: it believes everybody. Name the proxy in Registry__Proxies.";
        if (string.IsNullOrWhiteSpace(configuration[Proxies.Setting]) && Proxies.PlainOutside(configuration).FirstOrDefault() is { } plain)
            yield return $"{plain} is plain HTTP: listen at the machine itself or by https, or name the proxy in Registry__Proxies.";
        if (!configuration.GetValue("Registry:Mail:Secure", true))
            yield return "Registry__Mail__Secure must stay on.";
        foreach (var name in new[] { "Registry", "Keys" })
            if (configuration.GetConnectionString(name) is { Length: > 0 } connection && IsOpen(connection))
                yield return $"ConnectionStrings__{name} must encrypt and must not trust every certificate.";
        if (configuration["Registry:Scanner"] is { Length: > 0 } scanner && !LocalMachine.Is(scanner))
            yield return "Registry__Scanner must be at the machine itself, or the end of a tunnel there: clamd knows no TLS.";
        if (
            configuration["Registry:Journal:Syslog"] is { Length: > 0 } syslog
            && !LocalMachine.Is(syslog)
            && !configuration.GetValue("Registry:Journal:SyslogTls", true)
        )
            yield return "Registry__Journal__SyslogTls must stay on.";
    }

    private static bool IsOpen(string connection)
    {
        var words = new DbConnectionStringBuilder { ConnectionString = connection };
        bool Says(string key, params string[] values) =>
            words.TryGetValue(key, out var value) && values.Contains($"{value}".Trim(), StringComparer.OrdinalIgnoreCase);
        return Says("Encrypt", "false", "no", "optional")
            || Says("TrustServerCertificate", "true", "yes")
            || Says("Trust Server Certificate", "true", "yes");
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
        if (outside["Algorithms"] is { } algorithms && !AccessModule.AreSignatures(algorithms))
            yield return "Registry__SignIn__Outside__Algorithms must be names of signatures, such as PS256 ES256.";
    }

    private static bool MasterKeysMissing(IConfiguration configuration) =>
        !configuration.GetSection("Registry:Vault:MasterKeys").GetChildren().Any();
}
