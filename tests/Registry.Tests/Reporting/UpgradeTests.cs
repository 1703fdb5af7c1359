using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Platform.Rows;
using Registry.ProtectionPlans.Model;
using Registry.Reporting.Facts;
using Registry.Tests.Host;
using Registry.Tests.Purging;
using static Registry.Tests.Reporting.ReportAnswers;

namespace Registry.Tests.Reporting;

/// <summary>A Base from before the history of counted rows was kept continues counting after the update.</summary>
[Clause("22.7", "25.2")]
public sealed class UpgradeTests
{
    [Fact]
    public async Task The_first_rebuild_keeps_what_stands_since_each_rows_own_first_day()
    {
        const string past = "from=2026-01-01&to=2026-11-23";
        await using var host = new RegistryHost();
        var (holder, ministry) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("ministry"));
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.AssessAsync(child, conclusion: "in-difficult-situation");
        await host.Service<OutboxDispatcher>().SweepAsync(default);
        var before = Column(await ReportAsync(ministry, "children", "oblast", past), "children");
        var measures = Column(await ReportAsync(ministry, "measures", "body", past), "defined");
        await host.InScopeAsync(async s =>
        {
            // table names given by the test itself
#pragma warning disable EF1002
            foreach (var table in new[] { "children_signals", "children_cases" })
                await s.GetRequiredService<ChildrenDbContext>()
                    .Database.ExecuteSqlRawAsync($"UPDATE {table} SET StateHistory = '', FoundHistory = ''");
            foreach (var table in new[] { "plans", "measures", "visits", "closings" })
                await s.GetRequiredService<ProtectionPlansDbContext>()
                    .Database.ExecuteSqlRawAsync($"UPDATE plans_{table} SET StateHistory = ''");
#pragma warning restore EF1002
            return 0;
        });
        foreach (
            var known in await host.InScopeAsync(s => s.GetRequiredService<ChildrenDbContext>().Children.Select(c => c.Id).ToListAsync())
        )
            await host.RewrittenAsync(known, (nameof(Child.StateHistory), new History<CardState>()));
        host.Clock.Advance(TimeSpan.FromDays(5));
        await host.Service<RebuildFacts>().RunAsync(default);
        ministry = await host.SignedInAsync("ministry");
        Assert.Equal(before, Column(await ReportAsync(ministry, "children", "oblast", past), "children"));
        Assert.Equal(measures, Column(await ReportAsync(ministry, "measures", "body", past), "defined"));
        // and later events do not change it
        holder = await host.SignedInAsync("holder.aksuu");
        await holder.SaveSectionAsync(child, "disability");
        await host.Service<OutboxDispatcher>().SweepAsync(default);
        Assert.Equal(before, Column(await ReportAsync(ministry, "children", "oblast", past), "children"));
    }
}
