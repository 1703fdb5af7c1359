using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform;
using Registry.Platform.Journal;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Tests.Host;

namespace Registry.Tests.Platform;

/// <summary>The Platform alone on its own files, one anchor beside the database and one in another folder.</summary>
internal sealed class JournalUnderTest : IAsyncDisposable
{
    private static readonly string[] Actions = ["GetCard", "SaveIdentity", "SearchChildren", "SignIn", "ListSignals"];
    private readonly ServiceProvider _services;
    private readonly Random _random = new(2026);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 4, 0, 0, TimeSpan.Zero));
    public string Folder { get; }
    public string Outside => Path.Combine(Folder, "outside");
    public string[] Anchors => [Path.Combine(Folder, JournalAnchors.FileName), Path.Combine(Outside, JournalAnchors.FileName)];

    public JournalUnderTest(string? folder = null, Dictionary<string, string?>? more = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("registry-journal-").FullName;
        Directory.CreateDirectory(Outside);
        var settings = new Dictionary<string, string?> { ["Registry:Data"] = Folder, ["Registry:Journal:Anchors"] = Outside };
        foreach (var (key, value) in more ?? [])
            settings[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddPlatform(configuration)
            .BuildServiceProvider();
    }

    public Task StartAsync() => PlatformModule.MigrateAsync(_services, default);

    public async Task<T> DoAsync<T>(Func<IServiceProvider, PlatformDbContext, Task<T>> act)
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<PlatformDbContext>());
    }

    public Task DoAsync(Func<IServiceProvider, PlatformDbContext, Task> act) =>
        DoAsync(
            async (s, db) =>
            {
                await act(s, db);
                return true;
            }
        );

    public Task<JournalSigner> SignerAsync() => DoAsync((s, _) => s.GetRequiredService<JournalKey>().SignerAsync(default).AsTask());

    public Task<bool> HasKeyAsync() => DoAsync((s, _) => s.GetRequiredService<KeyStore>().ExistsAsync(KeyStore.Journal, default));

    public Task KeysAsync(string sql) => DoAsync((s, _) => s.GetRequiredService<KeysDbContext>().Database.ExecuteSqlRawAsync(sql));

    public Task<int> SqlAsync(string sql) => DoAsync((_, db) => db.Database.ExecuteSqlRawAsync(sql));

    public JournalEntry Entry(int second = 0)
    {
        var ofMany = _random.Next(5) == 0;
        return new()
        {
            At = Clock.GetUtcNow().UtcDateTime.AddSeconds(second),
            AccountId = _random.Next(4) == 0 ? null : Ids.Random(),
            BodyId = Ids.Random(),
            Role = Role.Holder.Code(),
            Action = Actions[_random.Next(Actions.Length)],
            Kind = ((JournalKind)_random.Next(4)).Code(),
            Outcome = _random.Next(3) == 0 ? 404 : 200,
            AboutId = _random.Next(3) == 0 ? null : Ids.Random(),
            Opened = _random.Next(3) == 0 ? null : Ids.Random().ToByteArray(),
            Ip = "10.0.0.1",
            Count = ofMany ? 12 : null,
            Until = ofMany ? Clock.GetUtcNow().UtcDateTime.AddSeconds(second + 30) : null,
            Paths = ofMany ? "401 ListCases\n404 GET /api/nothing" : null,
        };
    }

    public Task WriteAsync(int entries) =>
        DoAsync(
            async (_, db) =>
            {
                await db.BeginWriteAsync(default);
                await JournalInsert.RunAsync(db, [.. Enumerable.Range(0, entries).Select(Entry)], default);
                await db.UnitOfWork.CommitAsync(default);
            }
        );

    public Task SealAsync() => DoAsync((s, db) => s.GetRequiredService<JournalChain>().SealAsync(db, default));

    /// <summary>What the hourly job does.</summary>
    public Task AnchorAsync() =>
        DoAsync((s, db) => new Registry.Platform.Jobs.AnchorJournal(db, s.GetRequiredService<JournalChain>()).RunAsync(default));

    public Task<JournalVerdict> VerifyAsync(bool all = true) =>
        DoAsync((s, _) => s.GetRequiredService<VerifyJournal>().RunAsync(all, default));

    public async Task BlockAsync(int entries)
    {
        await WriteAsync(entries);
        await SealAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
    }

    /// <summary>Anchored blocks over some days.</summary>
    public async Task FillAsync(int days, int blocksADay, int entriesABlock)
    {
        for (var day = 0; day < days; day++, Clock.Advance(TimeSpan.FromDays(1)))
        for (var block = 0; block < blocksADay; block++)
        {
            await BlockAsync(entriesABlock);
            await AnchorAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqlitePools.Clear(Folder);
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
