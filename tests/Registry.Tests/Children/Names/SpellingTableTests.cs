using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Tests.Host;
using Xunit.Abstractions;

namespace Registry.Tests.Children.Names;

/// <summary>A district with everyone in the tables and two thousand others, queried as a specialist would. Its figures are in docs/performance.md.</summary>
[Clause("14.2", "17.1")]
public sealed class SpellingTableTests(SpellingTableTests.District district, ITestOutputHelper output)
    : IClassFixture<SpellingTableTests.District>
{
    private const int MostAbove = 3;
    private const double Recall = 0.98;
    private const double OtherFirst = 0.02;

    [Fact]
    public async Task Finds_a_child_by_any_everyday_spelling()
    {
        var holder = await district.Host.SignedInAsync("holder.aksuu");
        var spellings = NameTables.Spellings();
        Assert.True(spellings.Count >= 500);
        var missed = new List<Spelling>();
        foreach (var spelling in spellings)
        {
            var found = await FindAsync(holder, spelling.Typed);
            if (found.FindIndex(c => c.Id() == district.IdOf(spelling.Child)) is < 0 or > MostAbove)
                missed.Add(spelling);
        }
        Report("Search", spellings.Count, missed);
        Assert.True(spellings.Count - missed.Count >= Recall * spellings.Count);
    }

    [Fact]
    public async Task Finds_a_duplicate_by_any_everyday_spelling()
    {
        var holder = await district.Host.SignedInAsync("holder.aksuu");
        // an identity holds a whole name, typed in the intended alphabet
        var spellings = NameTables
            .Spellings()
            .Where(s => !s.Group.StartsWith("Wrong", StringComparison.Ordinal) && !s.Group.StartsWith("Order", StringComparison.Ordinal))
            .ToList();
        Assert.True(spellings.Count >= 450);
        var missed = new List<Spelling>();
        foreach (var spelling in spellings)
        {
            var identity = new
            {
                name = spelling.Typed,
                sex = "male",
                birthDate = spelling.Child.Identity.BirthDate,
            };
            var report = await holder.PostAsync("/api/children/duplicates", new { identity }).JsonAsync();
            var found = report.GetProperty("items").EnumerateArray().FirstOrDefault(d => d.Id() == district.IdOf(spelling.Child));
            if (found.ValueKind is JsonValueKind.Undefined || found.GetProperty("score").GetInt32() < Likelihood.Strong)
                missed.Add(spelling);
        }
        Report("Duplicates", spellings.Count, missed);
        Assert.True(spellings.Count - missed.Count >= Recall * spellings.Count);
    }

    [Fact]
    public async Task Takes_nobody_for_another_child()
    {
        var holder = await district.Host.SignedInAsync("holder.aksuu");
        var pairs = NameTables.Others();
        Assert.True(pairs.Count >= 150);
        var first = 0;
        foreach (var pair in pairs)
        foreach (var (one, other) in new[] { (pair.One, pair.Other), (pair.Other, pair.One) })
        {
            var report = await holder
                .PostAsync("/api/children/duplicates", new { identity = Asked(one.Identity), signalId = district.SignalOf(one) })
                .JsonAsync();
            Assert.DoesNotContain(
                report.GetProperty("items").EnumerateArray(),
                d => d.Id() == district.IdOf(other) && d.GetProperty("score").GetInt32() >= Likelihood.Strong
            );
            var found = await FindAsync(holder, Russian(one.Identity, whole: pair.Group.StartsWith("Namesakes", StringComparison.Ordinal)));
            if (found.Count == 0 || found[0].Id() == district.IdOf(other))
                first++;
        }
        output.WriteLine(
            $"Two people: {pairs.Count} pairs, 0 strong duplicates, the other ranked first {first} of {pairs.Count * 2} times"
        );
        Assert.True(first <= OtherFirst * pairs.Count * 2);
    }

    private static object Asked(Identity identity) =>
        new
        {
            identity.Surname,
            identity.Name,
            identity.Patronymic,
            sex = identity.Sex is Sex.Male ? "male" : "female",
            identity.BirthDate,
        };

    /// <summary>As typed on a Russian keyboard.</summary>
    private static string Russian(Identity identity, bool whole) =>
        (whole ? identity.FullName : Identity.NameOf(identity.Surname, identity.Name))
            .Replace('ө', 'о')
            .Replace('ү', 'у')
            .Replace('ң', 'н')
            .ToLowerInvariant();

    private static async Task<List<JsonElement>> FindAsync(HttpClient holder, string text) =>
        [.. (await holder.PostAsync("/api/children/search", new { text }).JsonAsync()).GetProperty("items").EnumerateArray()];

    private void Report(string what, int all, List<Spelling> missed)
    {
        output.WriteLine($"{what}: {all} spellings, {all - missed.Count} found ({100.0 * (all - missed.Count) / all:F1} %)");
        foreach (var spelling in missed)
            output.WriteLine($"  {spelling.Group}: {spelling.Child.Identity.FullName} by «{spelling.Typed}»");
    }

    /// <summary>A host whose Ak-Suu holds the children of the tables.</summary>
    public sealed class District : IAsyncLifetime
    {
        private const int Neighbours = 2_000;
        private const int Portion = 200;
        private readonly Dictionary<string, (Guid Child, Guid Signal)> _ids = [];

        internal RegistryHost Host { get; } = new();

        internal Guid IdOf(NamedChild child) => _ids[KeyOf(child)].Child;

        internal Guid SignalOf(NamedChild child) => _ids[KeyOf(child)].Signal;

        public async Task InitializeAsync()
        {
            var tables = NameTables
                .Spellings()
                .Select(s => s.Child)
                .Concat(NameTables.Others().SelectMany(o => new[] { o.One, o.Other }))
                .DistinctBy(KeyOf)
                .Select(c => (Child: c, Listed: true));
            foreach (var portion in tables.Concat(Others().Select(c => (Child: c, Listed: false))).Chunk(Portion))
                await Host.InScopeAsync(async services =>
                {
                    foreach (var (child, listed) in portion)
                    {
                        var ids = await AddAsync(services, child);
                        if (listed)
                            _ids[KeyOf(child)] = ids;
                    }
                    return await services.GetRequiredService<ChildrenDbContext>().SaveChangesAsync();
                });
        }

        public async Task DisposeAsync() => await Host.DisposeAsync();

        private static string KeyOf(NamedChild child) => $"{child.Identity.FullName}, {child.Identity.BirthDate}";

        /// <summary>Common names, combined at random.</summary>
        private static IEnumerable<NamedChild> Others()
        {
            var random = new Random(2026);
            string Any() => KnownNames.All[random.Next(KnownNames.All.Count)];
            return Enumerable
                .Range(0, Neighbours)
                .Select(i => new NamedChild(
                    new($"{Any()}ов", Any(), $"{Any()}ович", BirthDate: new DateOnly(2010, 1, 1).AddDays(i)),
                    OtherNames.None
                ));
        }

        private static async Task<(Guid, Guid)> AddAsync(IServiceProvider services, NamedChild named)
        {
            var db = services.GetRequiredService<ChildrenDbContext>();
            var seal = await services.GetRequiredService<Vault>().NewSubjectAsync(default);
            var today = services.GetRequiredService<TimeProvider>().Today();
            var identity = (Identity)named.Identity.Normalised();
            var known = new FirstKnown(identity.Surname, identity.Name, identity.Patronymic, identity.Sex, identity.BirthDate);
            var request = new SignalReport(
                SignalSource.ReportReceived,
                "school",
                Urgency.Ordinary,
                today,
                Road.AkSuu,
                "",
                new(true),
                known
            );
            var contents = new SignalContents("", null, null, null, request.Reporter, known);
            var caller = new Caller(Ids.New(), Guid.Empty, Ids.New(), Guid.Empty, Role.Holder, [], DataScope.In(Road.AkSuu));
            var signal = Signal.Register(
                request,
                $"S-T-{seal.Subject:N}",
                (contents, seal),
                caller,
                DateTime.UnixEpoch,
                SignalReceiver.Holders,
                reportId: null
            );
            signal.OpenCard(today);
            var child = Child.Report(signal, known, seal);
            child.Register(identity, seal);
            child.CallToo(named.Others, seal);
            db.AddRange(signal, child);
            var section = CardSection.Empty(child.Id, SectionCode.Identity);
            db.AddRange(section, section.Change(identity, seal, caller.SpecialistId, DateTime.UnixEpoch));
            await services.GetRequiredService<SearchIndex>().AddAsync(db, child, identity, seal, default);
            return (child.Id, signal.Id);
        }
    }
}
