using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Model;
using Registry.Platform.Purging;
using Registry.Tests.Host;

namespace Registry.Tests.Purging;

/// <summary>A purge that a job starts in its own transaction [25.2].</summary>
[Clause("25.2")]
public sealed class BeginPurgeTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Each_record_gets_one_certificate_however_often_its_purge_is_begun() =>
        await _host.InScopeAsync(async s =>
        {
            var (one, other) = (Registry.Basics.Ids.New(), Registry.Basics.Ids.New());
            var (db, purge) = (s.GetRequiredService<PlatformDbContext>(), s.GetRequiredService<PurgeSubject>());
            foreach (var subject in new[] { one, other, one })
            {
                await purge.BeginAsync(db, subject, PurgeGround.Turned28, new(2026, 11, 23), default);
                await db.SaveChangesAsync();
            }
            var begun = await db.Purges.Where(p => p.SubjectId == one || p.SubjectId == other).Select(p => p.SubjectId).ToListAsync();
            Assert.Equal(new[] { one, other }.Order(), begun.Order());
            return 0;
        });

    [Fact]
    public async Task What_was_begun_and_stopped_is_finished_by_the_replay_once()
    {
        var child = await (await _host.SignedInAsync("holder.aksuu")).BornAsync();
        var purge = _host.Service<PurgeSubject>();
        await _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<PlatformDbContext>();
            await purge.BeginAsync(db, child, PurgeGround.Turned28, new(2026, 11, 23), default);
            return await db.SaveChangesAsync();
        });
        Assert.True(await _host.RowsAboutAsync(child) > 0);
        Assert.Equal(1, await purge.ReplayAsync(default));
        Assert.Equal(0, await _host.RowsAboutAsync(child));
        Assert.Equal(0, await purge.ReplayAsync(default));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
