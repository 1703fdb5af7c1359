using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Registry.Access.Authentication;
using Registry.Platform.Events;

namespace Registry.Tests.Host;

/// <summary>The real host on real SQLite files of its own (or two databases of a server, <see cref="SqlServerDatabases"/>), with the demo users and a clock that tests move.</summary>
public sealed class RegistryHost : WebApplicationFactory<Program>
{
    /// <summary>Monday, a working day in Bishkek: 23 November 2026, 10:00.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    /// <summary>FastEndpoints keeps its configuration in statics: two hosts must not start at once in one process.</summary>
    private static readonly Lock Starting = new();

    /// <summary>Files of a host that has loaded the demo: every other host starts from a copy instead of loading it again.</summary>
    private static readonly Lazy<string> Loaded = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("registry-loaded-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using (var first = new RegistryHost(folder))
            first.Service<OutboxDispatcher>().SweepAsync(default).GetAwaiter().GetResult();
        foreach (var database in Directory.GetFiles(folder, "*.db"))
            EmptyLog(database);
        return folder;
    });

    public FakeTimeProvider Clock { get; } = new(Start);
    public string Folder { get; }
    private readonly bool _keepsFolder;

    public RegistryHost() => Folder = NewFolder("registry-");

    /// <summary>A separate folder with the demo loaded, as of <see cref="Start"/>.</summary>
    public static string NewFolder(string prefix)
    {
        var folder = Directory.CreateTempSubdirectory(prefix).FullName;
        if (SqlServerDatabases.Server is not null)
            return folder; // on a server each host loads the demo itself
        // the logs are empty and may be removed at any moment
        foreach (var file in Directory.GetFiles(Loaded.Value).Where(f => Path.GetExtension(f) is not (".db-wal" or ".db-shm")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }

    /// <summary>Checkpoints everything into the file, so that the file alone is the whole database.</summary>
    private static void EmptyLog(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using var answer = command.ExecuteReader();
        Assert.True(answer.Read() && answer.GetInt32(0) == 0, "The log could not be emptied.");
    }

    /// <summary>The file alone is the whole database, without deleted contents.</summary>
    public static void Compact(string database)
    {
        using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "VACUUM";
            command.ExecuteNonQuery();
        }
        EmptyLog(database);
        foreach (var log in new[] { $"{database}-wal", $"{database}-shm" })
            File.Delete(log);
    }

    /// <summary>A host on existing files that are kept.</summary>
    public static RegistryHost On(string folder, Dictionary<string, string>? more = null, Action<IServiceCollection>? with = null) =>
        new(folder) { More = more ?? [], With = with };

    private RegistryHost(string folder) => (Folder, _keepsFolder) = (folder, true);

    protected override IHost CreateHost(IHostBuilder builder)
    {
        lock (Starting)
            return _running = base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Test");
        var server = SqlServerDatabases.Server is { } name ? SqlServerDatabases.Settings(name, Folder) : [];
        foreach (var (key, value) in Settings.Concat(server).Concat(More))
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.Decorate<FastEndpoints.IServiceResolver, SharedFactories>();
            services.AddSingleton<IStartupFilter, SharedHandlers>();
            if (SharesModels)
                SharedModels.Use(services);
            services.AddSingleton<TimeProvider>(new HostClock(Clock));
            services.AddSingleton<IStartupFilter>(new HostClock.Filter(Clock));
            With?.Invoke(services);
            // a busy machine does not mean an unresponsive provider
            services.PostConfigure<OpenIdConnectOptions>(
                OutsideSignIn.Scheme,
                options => options.Backchannel.Timeout = TimeSpan.FromMinutes(1)
            );
            services.PostConfigure<OpenIdConnectOptions>(
                "oidc",
                options =>
                {
                    // tokens are validated by the real clock: the provider signs with the tests' clock
                    options.TokenValidationParameters.LifetimeValidator = (_, _, _, _) => true;
                    options.ProtocolValidator.NonceLifetime = TimeSpan.FromDays(365_000);
                    options.BackchannelHttpHandler = new LateHandler(() => Server.CreateHandler());
                    options.Backchannel = new HttpClient(options.BackchannelHttpHandler);
                    options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                        $"{Authority}/.well-known/openid-configuration",
                        new OpenIdConnectConfigurationRetriever(),
                        new HttpDocumentRetriever(options.Backchannel) { RequireHttps = false }
                    );
                }
            );
        });
    }

    private string Authority => More.GetValueOrDefault("Registry:SignIn:Authority", "http://localhost");

    /// <summary>Additional services of this host.</summary>
    public Action<IServiceCollection>? With { get; init; }

    /// <summary>False for a test that watches how queries are compiled.</summary>
    public bool SharesModels { get; init; } = true;

    /// <summary>Additional settings of this host.</summary>
    public Dictionary<string, string> More { get; init; } = [];

    private Dictionary<string, string> Settings =>
        new()
        {
            ["Registry:Data"] = Folder,
            ["Registry:Demo"] = "true",
            ["Registry:Tunduk:Simulator"] = "true",
            ["Registry:Jobs"] = "false",
            ["Registry:SignIn:Authority"] = "http://localhost",
            ["Registry:SignIn:RequireHttps"] = "false",
            ["Registry:SignIn:SecondFactor"] = "false",
            // thousands of sign-ins: the cost of a password hash is tested where it matters
            ["Registry:SignIn:PasswordRounds"] = "1000",
            // tests move the clock by hours with one browser
            ["Registry:SignIn:IdleMinutes"] = "720",
            // all tests call from one address
            ["Registry:Limits:Anonymous:PerMinute"] = "1000000",
            ["Registry:LogLevel"] = "Fatal",
        };

    /// <summary>A separate browser: cookies, no automatic redirects.</summary>
    public HttpClient Browser() => CreateDefaultClient(new TestCookies(Clock));

    private readonly SecondFactorsOfUsers _secondFactors = new();

    /// <summary>A browser in which a user has signed in through the full OpenID Connect flow, with the second factor where required.</summary>
    public async Task<HttpClient> SignedInAsync(string login, string password = "kyzyl-alma-2026-demo")
    {
        var browser = Browser();
        var answer = await browser.PostAsync("/api/access/sign-in", new { login, password }).JsonAsync();
        if (answer.Text("next") is "enrol-second-factor" or "enter-code")
        {
            var code = _secondFactors.Answer(login, answer, Clock);
            answer = await browser
                .PostAsync(
                    "/api/access/sign-in",
                    new
                    {
                        login,
                        password,
                        code,
                    }
                )
                .JsonAsync();
            _secondFactors.Keep(login, answer);
        }
        Assert.Equal("done", answer.Text("next"));
        await FinishSignInAsync(browser);
        return browser;
    }

    /// <summary>Follows the redirects from the challenge to the session cookie.</summary>
    public static async Task FinishSignInAsync(HttpClient browser)
    {
        var answer = await browser.GetAsync("/auth/begin?to=/done");
        for (var i = 0; i < 4 && answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString() != "/done"; i++)
            answer = await browser.GetAsync(answer.Headers.Location);
        Assert.Equal("/done", answer.Headers.Location?.ToString());
    }

    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Runs with services of a new scope.</summary>
    public async Task<TResult> InScopeAsync<TResult>(Func<IServiceProvider, Task<TResult>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    private IHost? _running;

    public override async ValueTask DisposeAsync()
    {
        await StopAsync();
        await base.DisposeAsync();
    }

    /// <summary>The base class may stop and dispose the host at the same time: what is written while it stops would be lost.</summary>
    private Task StopAsync() => Interlocked.Exchange(ref _running, null)?.StopAsync() ?? Task.CompletedTask;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            StopAsync().GetAwaiter().GetResult();
        base.Dispose(disposing);
        SqlitePools.Clear(Folder);
        if (!disposing || _keepsFolder || !Directory.Exists(Folder))
            return;
        Directory.Delete(Folder, recursive: true);
        if (SqlServerDatabases.Server is { } server)
            SqlServerDatabases.Drop(server, Folder);
    }

    /// <summary>The server exists only after the client's options are created.</summary>
    private sealed class LateHandler(Func<HttpMessageHandler> make) : HttpMessageHandler
    {
        private HttpMessageInvoker? _inner;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            (_inner ??= new HttpMessageInvoker(make())).SendAsync(request, cancellationToken);
    }
}

/// <summary>One host for all tests that do not change what others rely on.</summary>
[CollectionDefinition("host")]
public sealed class HostCollection : ICollectionFixture<RegistryHost>;

/// <summary>Short helpers for calls and their answers.</summary>
internal static class Calls
{
    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> call, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} instead of {(int)expected}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public static Task<HttpResponseMessage> PostAsync(
        this HttpClient client,
        string path,
        object? body = null,
        string? version = null,
        string? key = null
    ) => client.SendAsync(HttpMethod.Post, path, body, version, key);

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object? body, string? version = null) =>
        client.SendAsync(HttpMethod.Put, path, body, version, null);

    private static async Task<HttpResponseMessage> SendAsync(
        this HttpClient client,
        HttpMethod method,
        string path,
        object? body,
        string? version,
        string? key
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body, options: new(JsonSerializerDefaults.Web));
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", version);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    /// <summary>The name that confirms a far-reaching act, as shown in the preview of its consequences.</summary>
    public static async Task<string> NameToTypeAsync(this HttpClient user, string preview) =>
        (await user.GetAsync(preview).JsonAsync()).Text("name");

    /// <summary>The count of a kind in the preview of an act's consequences.</summary>
    public static int CountOf(this JsonElement consequences, string kind) =>
        consequences
            .GetProperty("items")
            .EnumerateArray()
            .Where(c => c.Text("kind") == kind)
            .Select(c => c.GetProperty("count").GetInt32())
            .SingleOrDefault();

    public static string Etag(this Guid version) => $"\"{version:N}\"";

    public static Guid Id(this JsonElement json, string name = "id") => json.GetProperty(name).GetGuid();

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    /// <summary>The code at a field of a refusal.</summary>
    public static string? CodeAt(this JsonElement problem, string field) =>
        problem.TryGetProperty("errors", out var errors)
            ? errors.EnumerateArray().Where(e => e.Text("field") == field).Select(e => e.Text("code")).FirstOrDefault()
            : null;
}
