using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Journal;
using Xunit.Abstractions;

namespace Registry.Tests.Platform;

/// <summary>Fifteen ways to tamper with the journal, its chain and its anchors, each detected, and located if it has a location [14.3, 28].</summary>
[Clause("14.3", "28")]
[Trait("Needs", "embedded")]
public sealed class JournalTamperingTests(JournalTamperingTests.Filled journal, ITestOutputHelper output)
    : IClassFixture<JournalTamperingTests.Filled>
{
    private static readonly int Times = Environment.GetEnvironmentVariable("REGISTRY_LONG") == "1" ? 667 : 12;

    public static TheoryData<Tampering> Kinds => [.. Enum.GetValues<Tampering>()];

    /// <summary>Three days with four blocks each, and the start of a fourth.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        internal JournalUnderTest Journal { get; } = new();

        public async Task InitializeAsync()
        {
            await Journal.StartAsync();
            await Journal.FillAsync(days: 3, blocksADay: 4, entriesABlock: 8);
            await Journal.BlockAsync(8);
            await Journal.AnchorAsync();
        }

        public async Task DisposeAsync() => await Journal.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Is_found_whatever_is_tampered_with(Tampering kind)
    {
        Assert.True((await journal.Journal.VerifyAsync()).IsWhole);
        var random = new Random((int)kind + 1);
        for (var i = 0; i < Times; i++)
        {
            var kept = journal.Journal.Anchors.ToDictionary(a => a, File.ReadAllBytes);
            var (place, verdict) = await journal.Journal.DoAsync(
                async (services, db) =>
                {
                    await db.BeginWriteAsync(default);
                    var found = await new JournalThief(db, journal.Journal.Anchors, random).TamperAsync(kind);
                    var after = await services.GetRequiredService<VerifyJournal>().RunAsync(all: true, default);
                    await db.UnitOfWork.RollbackAsync();
                    return (found, after);
                }
            );
            foreach (var (anchor, bytes) in kept)
                await File.WriteAllBytesAsync(anchor, bytes);
            Assert.False(verdict.IsWhole, $"{kind}, {i}: unnoticed");
            if (place is { } at)
                Assert.True(
                    verdict.Findings.Any(f => f.From <= at.To && at.From <= f.To),
                    $"{kind}, {i}, at {at}: {string.Join("; ", verdict.Findings)}"
                );
        }
        output.WriteLine($"{Times} times found");
        Assert.True((await journal.Journal.VerifyAsync()).IsWhole);
    }

    [Fact]
    public void There_are_fifteen_kinds() => Assert.Equal(15, Enum.GetValues<Tampering>().Length);
}
