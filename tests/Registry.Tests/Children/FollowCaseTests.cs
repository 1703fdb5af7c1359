using System.Net;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Platform.Rows;
using Registry.Tests.Host;
using Registry.Tests.Merging;
using Registry.Tests.Platform;

namespace Registry.Tests.Children;

/// <summary>A transfer moves everything, in every module.</summary>
[Clause("5.holder", "20")]
public sealed class FollowCaseTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public void No_row_with_a_child_and_a_place_of_its_own_is_left_behind()
    {
        using var scope = _host.Services.CreateScope();
        var placed = Tables(scope.ServiceProvider)
            .Select(t => t.Type)
            .Where(e => e.FindProperty("ChildId") is not null && (e.FindProperty("Territory") ?? e.FindProperty("District")) is not null)
            .Select(e => e.ClrType)
            .Distinct()
            .ToList();
        Assert.True(placed.Count >= 12, $"{placed.Count}");
        // one or the other, never both
        var undecided = placed.Where(t => typeof(ICaseRow).IsAssignableFrom(t) == t.IsDefined(typeof(StaysBehindAttribute)));
        Assert.Equal([], undecided.Select(t => t.Name));
    }

    [Fact]
    public async Task Everything_of_a_child_lies_where_its_case_lies()
    {
        var giver = await _host.SignedInAsync("holder.aksuu");
        var receiver = await _host.SignedInAsync("holder.alamudun");
        var child = (await Place.OfAsync(_host, giver, await _host.SignedInAsync("admin"), Road.AkSuu)).ChildId;
        await _host.NoticeAsync(giver, child);
        await _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<PlatformDbContext>();
            var by = new Caller(
                Registry.Basics.Ids.New(),
                Registry.Basics.Ids.New(),
                Registry.Basics.Ids.New(),
                Registry.Basics.Ids.New(),
                Role.Holder,
                [],
                DataScope.Nothing
            );
            await s.GetRequiredService<SecondPerson>()
                .RequestAsync(db, Decision.ConfirmVoid, new(child, child, "1", Road.AkSuu), LooseSeal.Reason(child), by, default);
            return await db.SaveChangesAsync();
        });
        var to = (await giver.GetAsync($"/api/children/transfers/receivers?territory={Road.Alamudun}").JsonAsync()).GetProperty("items")[0];
        await giver
            .PostAsync(
                $"/api/children/cards/{child}/transfers",
                new
                {
                    to = to.Id(),
                    territory = Road.Alamudun,
                    reason = "x",
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        var offered = (await receiver.GetAsync("/api/children/transfers?open=true").JsonAsync()).GetProperty("items")[0];
        await receiver
            .PostAsync($"/api/children/transfers/{offered.Id()}/decide", new { accept = true }, offered.Id("version").Etag())
            .NothingAsync();
        await _host.Service<OutboxDispatcher>().SweepAsync(default);

        using var scope = _host.Services.CreateScope();
        var seen = new HashSet<string>();
        foreach (var (db, table) in Tables(scope.ServiceProvider).Where(t => typeof(ICaseRow).IsAssignableFrom(t.Type.ClrType)))
        {
            var districts = await DistrictsAsync(db, table.ClrType, child);
            Assert.All(districts, d => Assert.Equal(Soate.District(Road.Alamudun), d));
            if (districts.Count > 0)
                seen.Add(table.ClrType.Name);
        }
        // one of everything was there
        var known = Tables(scope.ServiceProvider).Select(t => t.Type.ClrType).Where(typeof(ICaseRow).IsAssignableFrom).Select(t => t.Name);
        Assert.Equal([], known.Distinct().Except(seen));
        // the receiver reads earlier records, the giver no longer does
        var disclosures = await receiver.GetAsync("/api/integration/disclosures").JsonAsync();
        Assert.Contains(disclosures.GetProperty("items").EnumerateArray(), d => d.Id("childId") == child);
        var left = await giver.GetAsync("/api/integration/disclosures").JsonAsync();
        Assert.DoesNotContain(left.GetProperty("items").EnumerateArray(), d => d.Id("childId") == child);
        // counted where the child was found [22.1]
        var counted = await _host.InScopeAsync(async s =>
            await s.GetRequiredService<Registry.Reporting.Model.ReportingDbContext>().Signals.Where(r => r.ChildId == child).ToListAsync()
        );
        Assert.All(counted, r => Assert.Equal(Road.AkSuu, r.Territory));
        Assert.NotEmpty(counted);
    }

    private static IEnumerable<(ModuleDbContext Db, IEntityType Type)> Tables(IServiceProvider services) =>
        services
            .GetServices<MigratedContext>()
            .Where(c => typeof(ModuleDbContext).IsAssignableFrom(c.Type))
            .Select(c => (ModuleDbContext)services.GetRequiredService(c.Type))
            .SelectMany(db => db.Model.GetEntityTypes().Select(e => (db, e)));

    private static Task<List<string>> DistrictsAsync(ModuleDbContext db, Type table, Guid child) =>
        (Task<List<string>>)
            typeof(FollowCaseTests)
                .GetMethod(nameof(DistrictsOfAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(table)
                .Invoke(null, [db, child])!;

    private static Task<List<string>> DistrictsOfAsync<T>(ModuleDbContext db, Guid child)
        where T : class, ICaseRow => db.Set<T>().Where(r => r.ChildId == child).Select(r => r.District).ToListAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
