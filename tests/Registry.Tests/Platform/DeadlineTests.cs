using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Time;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Tests.Host;

namespace Registry.Tests.Platform;

/// <summary>Where a step was and how it ended is kept for the reports of earlier days [15.4].</summary>
[Collection("host")]
[Clause("15.4")]
public sealed class DeadlineTests(RegistryHost host)
{
    /// <summary>A step owed for a week, changed today; its earlier state, where that is kept.</summary>
    private async Task<DeadlinePlace?> ChangedAsync(Action<Deadline> change, Action<Deadline>? before = null) =>
        await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<PlatformDbContext>();
            var about = new DeadlineSubject(
                Registry.Basics.Ids.New(),
                "1",
                Registry.Basics.Ids.New(),
                Road.AkSuu,
                Registry.Basics.Ids.New()
            );
            var owed = await s.GetRequiredService<StatutoryClock>()
                .StartAsync(db, StatutoryTerm.ProcessReport, new(2026, 11, 16), about, default);
            before?.Invoke(owed);
            await db.SaveChangesAsync();
            change(owed);
            await db.SaveChangesAsync();
            return db.DeadlinePlaces.SingleOrDefault(p => p.DeadlineId == owed.Id);
        });

    [Fact]
    public async Task A_step_that_moves_leaves_behind_where_it_lay()
    {
        var left = await ChangedAsync(d => d.Forward(Road.Alamudun));
        Assert.Equal((Road.AkSuu, new(2026, 11, 16)), (left!.Territory, left.Since));
        Assert.NotNull(left.ResponsibleId);
    }

    [Fact]
    public async Task A_step_that_is_done_where_it_lies_leaves_nothing_behind() =>
        Assert.Null(await ChangedAsync(d => d.Meet(new(2026, 11, 23))));

    [Fact]
    public async Task Done_steps_are_counted_anew_portion_by_portion_until_none_is_left() =>
        await host.InScopeAsync(async s =>
        {
            var (db, clock) = (s.GetRequiredService<PlatformDbContext>(), s.GetRequiredService<StatutoryClock>());
            // counted by an old calendar, far from every other step
            var done = Enumerable
                .Range(0, 2)
                .Select(_ =>
                    Deadline.Start(
                        StatutoryTerm.Assess,
                        new WorkingCalendar(0, []),
                        new(2041, 4, 1),
                        new(Registry.Basics.Ids.New(), "1", Registry.Basics.Ids.New(), Road.AkSuu, null)
                    )
                )
                .ToList();
            done.ForEach(d => d.Meet(new(2041, 4, 2)));
            db.AddRange(done);
            await db.SaveChangesAsync();
            Task<Guid?> NextAsync(Guid after) => clock.RecountMetAsync(db, (new(2041, 4, 1), new(2041, 4, 30)), after, 1, default);
            var first = await NextAsync(Guid.Empty);
            var second = await NextAsync(first!.Value);
            Assert.Equal(done.Select(d => d.Id), new[] { first.Value, second!.Value });
            Assert.Null(await NextAsync(second.Value));
            return 0;
        });

    [Fact]
    public async Task A_step_that_was_done_and_is_owed_again_leaves_behind_that_it_was_done()
    {
        DeadlineSubject? about = null;
        var left = await ChangedAsync(
            d => d.Resume(about!, new WorkingCalendar(1, []), host.Clock.Utc()),
            d =>
            {
                about = new(d.AboutId, d.Number, d.ChildId, d.Territory, d.ResponsibleId);
                d.Meet(new(2026, 11, 17));
            }
        );
        Assert.Equal(new(2026, 11, 17), left!.MetOn);
    }
}
