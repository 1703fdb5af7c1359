using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Registry.Basics.People;
using Registry.Platform.Keys;
using Registry.Platform.Sealing;

namespace Registry.Benchmarks;

/// <summary>Builds a calibrated data set, measures the real host and the hand-written one over HTTP, and prints the table of docs/performance.md.</summary>
internal static class Scale
{
    private const int OurPort = 5091;
    private const int RawPort = 5092;
    private const string District = "41702205";
    private const string Territory = "41702205000000";
    private const string Password = "kyzyl-alma-2026-demo";

    /// <param name="only">The one row of the table to measure, as it is named there; "jobs" for what has no route, "purge" for the end of the data, "macs" for the MACs of rows, "crowd" for the work list beside 32 callers; null for all the others.</param>
    public static async Task<int> RunAsync(int children, string? only)
    {
        var folder = Directory.CreateTempSubdirectory("registry-scale-").FullName;
        var master = new byte[32];
        try
        {
            if (only is "macs")
            {
                await using var empty = new InsideHost(folder, master);
                await MacFigures.MeasureAsync(empty.Services);
                return 0;
            }
            // the first start migrates and creates the demo users
            using (var first = await StartHostAsync(folder, master, []))
                first.Kill(entireProcessTree: true);
            await Task.Delay(500);
            await FillAsync(folder, master, children);
            if (only is "crowd")
            {
                using var host = await StartHostAsync(folder, master, []);
                await QuietAsync(folder);
                await CrowdFigures.MeasureAsync(SignInAsync, Password, (await IdsAsync(folder))[0], Today);
                host.Kill(entireProcessTree: true);
            }
            else if (only is not ("jobs" or "purge"))
                await MeasureOverHttpAsync(folder, master, children, only);
            if (only is null or "jobs")
                await MeasureInsideAsync(folder, master);
            if (only is "purge")
            {
                await using var host = new InsideHost(folder, master);
                await PurgeFigures.MeasureAsync(host.Services, folder);
            }
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureOverHttpAsync(string folder, byte[] master, int children, string? only)
    {
        using var ours = await StartHostAsync(folder, master, NoTurns);
        using var raw = Start("dotnet", [typeof(Scale).Assembly.Location, "raw", Path.Combine(folder, "registry.db"), $"{RawPort}"], new());
        try
        {
            await WaitAsync($"http://127.0.0.1:{RawPort}/ready");
            await QuietAsync(folder);
            await MeasureAsync(folder, children, only);
        }
        finally
        {
            ours.Kill(entireProcessTree: true);
            raw.Kill(entireProcessTree: true);
        }
    }

    private static async Task MeasureInsideAsync(string folder, byte[] master)
    {
        await using var host = new InsideHost(folder, master);
        await PlanFigures.MeasureAsync(host.Services);
        await StatisticsFigures.MeasureAsync(host.Services, folder);
        await SweepFigures.MeasureAsync(host.Services, folder);
    }

    private static async Task FillAsync(string folder, byte[] master, int children)
    {
        var watch = Stopwatch.StartNew();
        var (searchKey, baseKey) = (KeyOf(folder, master, KeyStore.Search), KeyOf(folder, master, KeyStore.Base));
        var veil = new SealingKey(KeyOf(folder, master, KeyStore.Veil));
        Guid responsible;
        List<string> territories = [];
        await using (var data = new SqliteConnection($"Data Source={Path.Combine(folder, "registry.db")}"))
        {
            await data.OpenAsync();
            var command = data.CreateCommand();
            command.CommandText = "SELECT DISTINCT Code FROM access_territories WHERE Level = 2 ORDER BY Code";
            await using (var reader = await command.ExecuteReaderAsync())
                while (await reader.ReadAsync())
                    territories.Add(reader.GetString(0));
            command.CommandText = "SELECT SpecialistId FROM access_accounts WHERE Login = 'holder.aksuu'";
            responsible = Guid.Parse((string)(await command.ExecuteScalarAsync())!);
        }
        await new DataSet(folder, master, children).FillAsync(
            territories,
            searchKey,
            new(KeyStore.Base, new(baseKey), null),
            veil,
            responsible
        );
        await using (var host = new InsideHost(folder, master))
            await RowSignatures.AddAsync(host.Services, folder);
        SqliteConnection.ClearAllPools();
        Console.WriteLine(
            $"{children} children in {territories.Count} districts, built in {watch.Elapsed.TotalSeconds:F0} s, data file {new FileInfo(Path.Combine(folder, "registry.db")).Length / 1_000_000} MB\n"
        );
    }

    private static byte[] KeyOf(string folder, byte[] master, Guid subject)
    {
        using var keys = new SqliteConnection($"Data Source={Path.Combine(folder, "keys.db")}");
        keys.Open();
        var command = keys.CreateCommand();
        command.CommandText = "SELECT Wrapped FROM subject_keys WHERE SubjectId = @id";
        command.Parameters.AddWithValue("@id", subject.ToString().ToUpperInvariant());
        return Cipher.Open(new SealingKey(master), subject, new(subject), "key", (byte[])command.ExecuteScalar()!);
    }

    private static async Task MeasureAsync(string folder, int children, string? only)
    {
        using var browser = await SignInAsync("holder.aksuu");
        using var plain = new HttpClient(new SocketsHttpHandler { UseCookies = false })
        {
            BaseAddress = new($"http://127.0.0.1:{RawPort}"),
        };
        var ids = await IdsAsync(folder);
        string[] words = ["асан", "токтогул", "жумаб", "сидик", "бекмурат", "емур", "чингиз", "жипар"];
        // the hand-written side is queried with already folded text
        var folded = Array.ConvertAll(words, word => new NameForm(word).Sounds[0]);
        var signal = new
        {
            source = "report-received",
            channel = "school",
            urgency = "ordinary",
            foundOn = Today,
            receivedOn = Today,
            territory = Territory,
            account = new string('а', 300),
            reporter = new { anonymous = true },
            child = new { surname = "Асанов", name = "Айбек" },
        };
        (string Name, double Goal, Func<Random, HttpRequestMessage> Ours, Func<Random, HttpRequestMessage> Raw)[] operations =
        [
            (
                "work list",
                1 / 3.0,
                _ => new(HttpMethod.Get, "/api/children/work-list"),
                _ => new(HttpMethod.Get, $"/work-list?district={District}")
            ),
            (
                "name search",
                1 / 3.0,
                r => Post("/api/children/search", new { text = words[r.Next(words.Length)] }),
                r => Post("/search", new { district = District, text = folded[r.Next(folded.Length)] })
            ),
            (
                "open a child",
                1 / 4.0,
                r => new(HttpMethod.Get, $"/api/children/cards/{ids[r.Next(ids.Count)]}"),
                r => new(HttpMethod.Get, $"/open?id={ids[r.Next(ids.Count)]}")
            ),
            ("register a signal", 1 / 4.0, _ => Post("/api/children/signals", signal), _ => Post("/signals", signal)),
        ];
        Console.WriteLine(
            $"| {children:N0} children | ours/s | p50 ms | p99 ms | bytes | by hand/s | bytes | ratio | goal |\n|---|---|---|---|---|---|---|---|---|"
        );
        foreach (var (name, goal, ours, raw) in operations.Where(o => only is null || o.Name == only))
        {
            var (our, byHand, ratio) = await Load.CompareAsync((browser, ours), (plain, raw));
            Console.WriteLine(
                $"| {name} | {our.PerSecond:N0} | {our.P50:F1} | {our.P99:F1} | {our.Bytes} | {byHand.PerSecond:N0} | {byHand.Bytes} | {ratio:F2} | {goal:F2} |"
            );
        }
    }

    /// <summary>Waits until the host has dispatched every demo event and sealed the journal: nothing else may run while it is measured.</summary>
    private static async Task QuietAsync(string folder)
    {
        await using var data = new SqliteConnection($"Data Source={Path.Combine(folder, "registry.db")};Mode=ReadOnly");
        await data.OpenAsync();
        var command = data.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM platform_outbox WHERE HandedOnAt IS NULL AND DeadAt IS NULL";
        for (var i = 0; i < 1_200 && (long)(await command.ExecuteScalarAsync())! > 0; i++)
            await Task.Delay(100);
    }

    private static string Today => Registry.Basics.Time.Bishkek.Today(TimeProvider.System).ToString("yyyy-MM-dd");

    private static HttpRequestMessage Post(string path, object body) => new(HttpMethod.Post, path) { Content = JsonContent.Create(body) };

    private static async Task<List<string>> IdsAsync(string folder)
    {
        await using var data = new SqliteConnection($"Data Source={Path.Combine(folder, "registry.db")};Mode=ReadOnly");
        await data.OpenAsync();
        var command = data.CreateCommand();
        command.CommandText = $"SELECT id FROM raw_children WHERE district = '{District}' AND card <> ''";
        List<string> ids = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            ids.Add(reader.GetString(0));
        return ids;
    }

    private static async Task<HttpClient> SignInAsync(string login)
    {
        var host = new Uri($"http://localhost:{OurPort}");
        var cookies = new CookieContainer();
        using (var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = host })
        {
            (await browser.PostAsJsonAsync("/api/access/sign-in", new { login, password = Password })).EnsureSuccessStatusCode();
            (await browser.GetAsync("/auth/begin?to=/api/access/me")).EnsureSuccessStatusCode();
        }
        // as text: the client shares the processors, and a cookie container would take time away from the host
        var signedIn = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = host };
        signedIn.DefaultRequestHeaders.Add("Cookie", cookies.GetCookieHeader(host));
        return signedIn;
    }

    /// <summary>All connections belong to one person here: the search is measured, not its turns.</summary>
    private static readonly Dictionary<string, string> NoTurns = new()
    {
        ["Registry__Limits__Search__Each"] = "64",
        ["Registry__Limits__Search__All"] = "64",
    };

    private static async Task<Process> StartHostAsync(string folder, byte[] master, Dictionary<string, string> more)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "Registry.Host.dll");
        var process = Start(
            "dotnet",
            [host],
            new(more)
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Benchmark",
                ["ASPNETCORE_URLS"] = $"http://localhost:{OurPort}",
                ["Registry__Data"] = folder,
                ["Registry__Demo"] = "true",
                ["Registry__LogLevel"] = "Error",
                ["Registry__SignIn__RequireHttps"] = "false",
                ["Registry__SignIn__SecondFactor"] = "false",
                ["Registry__Vault__MasterKeys__bench"] = Convert.ToBase64String(master),
            }
        );
        await WaitAsync($"http://localhost:{OurPort}/health/ready");
        return process;
    }

    private static Process Start(string file, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = false };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task WaitAsync(string address)
    {
        using var client = new HttpClient();
        for (var i = 0; i < 300; i++)
        {
            try
            {
                if ((await client.GetAsync(address)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }
            await Task.Delay(100);
        }
        throw new TimeoutException($"{address} does not answer.");
    }
}
