using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.ProtectionPlans.Database;
using Registry.Reporting.Database;
using Registry.Reporting.Facts;
using Registry.Tests.Host;
using Registry.Tests.Purging;
using static Registry.Tests.Reporting.ReportAnswers;
using Registry.Basics;
using Registry.Platform.Data;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Platform.Rows;

namespace Registry.Tests.Reporting;

/// <summary>A Base from before the past of counted rows was kept goes on counting after the update.</summary>
[Clause("22.7", "25.2")]
public sealed class UpgradeTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"upgrade-{Ids.New():N}.db");

    [Fact]
    public async Task What_is_left_of_purged_subjects_is_carried_over_and_all_else_waits_to_be_told_anew()
    {
        var options = new DbContextOptionsBuilder<SqliteReportingDbContext>();
        DatabaseRegistration.UseSqlite(options, $"Data Source={_file};Pooling=False", "__migrations");
        var work = new UnitOfWork(
            new WriteGate(new DatabaseOptions(DatabaseProvider.Sqlite, "", "", "")),
            new OutboxSignal(),
            TimeProvider.System
        );
        await using var db = new SqliteReportingDbContext(options.Options, work);
        await db.GetService<IMigrator>().MigrateAsync("WhyAndFindings");
        var (nobody, known) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await RunAsync(db, $"INSERT INTO reporting_anonymous_subjects (Id) VALUES ('{Id(nobody)}')");
        var ended = await OldCaseAsync(db, nobody, "Closed", "'2026-03-01'");
        var open = await OldCaseAsync(db, nobody, "Opened", "NULL");
        await OldCaseAsync(db, known, "Opened", "NULL");

        await db.GetService<IMigrator>().MigrateAsync();
        var cases = await db.Cases.AsNoTracking().OrderBy(c => c.Since).ToListAsync();
        Assert.All(cases, c => Assert.Equal(nobody, c.ChildId));
        Assert.Equal(
            [
                ("Opened", new DateOnly(2026, 1, 5), new DateOnly(2026, 3, 1), true),
                ("Closed", new DateOnly(2026, 3, 1), StateRow.Always, false),
            ],
            cases.Where(c => c.Id == ended).Select(c => (c.Status, c.Since, c.Until, c.Counted))
        );
        Assert.Equal(["Opened", "Closed"], cases.Where(c => c.Id == open).Select(c => c.Status));
        Assert.Equal(2, await db.CaseCodes.CountAsync(c => c.Source == CaseCodeRow.OfCard && c.Since == new DateOnly(2026, 1, 5)));
        var placement = await db.Placements.AsNoTracking().FirstAsync();
        Assert.Equal(
            (new DateOnly(2026, 1, 6), (DateOnly?)new DateOnly(2026, 2, 6), StateRow.Always),
            (placement.PlacedOn, placement.LeftOn, placement.Until)
        );
        Assert.All(
            await db.Plans.AsNoTracking().ToListAsync(),
            p => Assert.Equal(("InForce", new DateOnly(2026, 1, 20)), (p.Status, p.Since))
        );
        Assert.All(await db.Closings.AsNoTracking().ToListAsync(), c => Assert.Equal(nobody, c.ChildId));
        Assert.All(await db.Signals.AsNoTracking().ToListAsync(), s => Assert.Equal((s.FoundOn, StateRow.Always), (s.Since, s.Until)));
        // one that went on in the plan's next version is counted there
        Assert.Equal(2, await db.Measures.CountAsync());
    }

    private static string Id(Guid id) => id.ToString().ToUpper(CultureInfo.InvariantCulture);

    private static Task<int> RunAsync(DbContext db, string sql) => db.Database.ExecuteSqlRawAsync(sql);

    private static async Task<Guid> OldCaseAsync(DbContext db, Guid child, string status, string endedOn)
    {
        var (id, plan) = (Guid.CreateVersion7(), Id(Guid.CreateVersion7()));
        string New() => Id(Guid.CreateVersion7());
        foreach (
            var row in new[]
            {
                $"cases (Id, ChildId, Number, FoundDistrict, FoundOn, OpenedOn, Status, EndedOn, Returns, ParentsAbroad, Completeness, Territory, District) VALUES ('{Id(id)}', '{Id(child)}', '', '41702205', '2026-01-04', '2026-01-05', '{status}', {endedOn}, 0, 0, 50, '{Road.AkSuu}', '41702205')",
                $"case_codes (CaseId, Kind, Code) VALUES ('{Id(id)}', 'cause', 'orphan')",
                $"plans (Id, CaseId, InForceOn, Superseded) VALUES ('{plan}', '{Id(id)}', '2026-01-20', 0)",
                $"measures (Id, PlanId, ChildId, Body, Status, StartedOn, Counted, Territory, District) VALUES ('{New()}', '{plan}', '{Id(child)}', 'social', 'Done', '2026-01-20', 1, '', '')",
                $"measures (Id, PlanId, ChildId, Body, Status, StartedOn, Counted, Territory, District) VALUES ('{New()}', '{plan}', '{Id(child)}', 'social', 'Planned', '2026-01-20', 0, '', '')",
                $"closings (Id, CaseId, Ending, Status) VALUES ('{New()}', '{Id(id)}', 'Died', 'Requested')",
                $"placements (Id, ChildId, Kind, \"From\", \"Until\") VALUES ('{New()}', '{Id(child)}', 'Family', '2026-01-06', '2026-02-06')",
                $"signals (Id, ChildId, FoundOn, Source, Channel, Status, Territory, District) VALUES ('{New()}', '{Id(child)}', '2026-01-04', 'ReportReceived', 'school', 'CardOpened', '', '')",
            }
        )
            await RunAsync(db, "INSERT INTO reporting_" + row);
        return id;
    }

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
            foreach (var table in new[] { "children_signals", "children_cases" })
                await RunAsync(s.GetRequiredService<ChildrenDbContext>(), $"UPDATE {table} SET StateHistory = '', FoundHistory = ''");
            foreach (var table in new[] { "plans", "measures", "visits", "closings" })
                await RunAsync(s.GetRequiredService<ProtectionPlansDbContext>(), $"UPDATE plans_{table} SET StateHistory = ''");
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
        // and what comes later leaves it
        holder = await host.SignedInAsync("holder.aksuu");
        await holder.SaveSectionAsync(child, "disability");
        await host.Service<OutboxDispatcher>().SweepAsync(default);
        Assert.Equal(before, Column(await ReportAsync(ministry, "children", "oblast", past), "children"));
    }

    public void Dispose()
    {
        SqlitePools.Clear(_file);
        File.Delete(_file);
    }
}
