using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Cases;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform;
using Registry.Platform.Checks;
using Registry.Tests.Host;
using Finding = Registry.Platform.Checks.Finding;

namespace Registry.Tests.Children;

/// <summary>Rows of an older version are brought up to date by the upgrade and the following nights.</summary>
[Clause("19.2", "25.2")]
public sealed class OlderRowsTests : IAsyncLifetime
{
    private RegistryHost Host { get; } = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task The_upgrade_fills_the_day_entered_and_the_place_found()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity())).Id("childId");
        var (day, place) = await KnownAsync(child);
        await Host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            await db.Children.ExecuteUpdateAsync(c => c.SetProperty(x => x.EnteredOn, default(DateOnly)));
            return await db.Signals.ExecuteUpdateAsync(x => x.SetProperty(y => y.FoundTerritory, ""));
        });
        await PlatformModule.MigrateAsync(Host.Services, CancellationToken.None);
        Assert.Equal((day, place), await KnownAsync(child));
    }

    [Fact]
    public async Task A_case_that_owes_nothing_owes_a_step_after_the_night()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity())).Id("childId");
        await Host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>().Deadlines.Where(d => d.ChildId == child).ExecuteDeleteAsync()
        );
        Assert.Empty(await NightAsync());
        Assert.Empty(await NightAsync());
        var owed = await Host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>().Deadlines.Where(d => d.ChildId == child && d.IsOpen).Select(d => d.Step).ToListAsync()
        );
        Assert.Equal([Step.ContinueOrEnd], owed);
    }

    private Task<IReadOnlyList<Finding>> NightAsync() =>
        Host.InScopeAsync(s => s.GetServices<INightlyCheck>().OfType<KeepCasesOnward>().Single().FindAsync(default));

    private Task<(DateOnly, string)> KnownAsync(Guid child) =>
        Host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            var day = await db.Children.Where(c => c.Id == child).Select(c => c.EnteredOn).SingleAsync();
            return (day, await db.Signals.Where(x => x.ChildId == child).Select(x => x.FoundTerritory).FirstAsync());
        });
}
