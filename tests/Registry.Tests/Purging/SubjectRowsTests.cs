using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Files;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Integration.Model;
using Registry.Platform.Model;
using Registry.Platform.Purging;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Reporting.Model;
using Registry.Tests.Host;
using Registry.Tests.Merging;
using CaseRow = Registry.Reporting.Model.CaseRow;

namespace Registry.Tests.Purging;

/// <summary>Which rows a store considers a child's own [25.2].</summary>
[Clause("25.2")]
public sealed class SubjectRowsTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Of_a_child_that_never_was_no_store_holds_a_row_whatever_others_have() =>
        await _host.InScopeAsync(async s =>
        {
            var (one, other) = (Registry.Basics.Ids.New(), Registry.Basics.Ids.New());
            var children = s.GetRequiredService<ChildrenDbContext>();
            var seal = await s.GetRequiredService<Vault>().NewSubjectAsync(default);
            var attached = Attachment.Add(
                (one, AttachedTo.Card, one),
                new("x", "x"),
                (FileFormat.Png, 1),
                seal,
                (other, _host.Clock.GetUtcNow().UtcDateTime)
            );
            children.AddRange(attached, AttachmentFile.Of(attached, [1], seal));
            children.RegisterRefreshes.Add(new() { ChildId = one });
            children.Drafts.Add(new() { Key = "x", ChildId = one });
            children.OpenForms.Add(new() { Key = "x", ChildId = one });
            children.FieldSources.Add(FieldSource.Of(one, Registry.Children.Model.SectionCode.Identity, "x"));
            children.KnownAsks.Add(KnownAsk.Of(other, "x", seal, _host.Clock.GetUtcNow().UtcDateTime));
            var differs = new ComparedField(
                RegisterKind.Person,
                Registry.Children.Model.SectionCode.Identity,
                "x",
                null,
                "x",
                ComparedState.New,
                null,
                card => card
            );
            children.Disagreements.Add(Disagreement.Of(one, other, differs, _host.Clock.GetUtcNow().UtcDateTime, seal));
            await children.SaveChangesAsync();
            var institutions = s.GetRequiredService<InstitutionsDbContext>();
            institutions.Siblings.Add(new() { ChildId = one, SiblingId = other });
            await institutions.SaveChangesAsync();
            var platform = s.GetRequiredService<PlatformDbContext>();
            platform.IdempotentAnswers.Add(
                new()
                {
                    Key = "x",
                    RequestHash = [1],
                    SealedBody = [1],
                    Subjects = $"{one}",
                }
            );
            await platform.SaveChangesAsync();
            Assert.True(await children.CaseEvents.AnyAsync());
            foreach (var store in s.GetServices<ISubjectStore>())
                Assert.Equal((store.Name, 0), (store.Name, await store.CountAsync(Registry.Basics.Ids.New(), default)));
            return 0;
        });

    [Fact]
    public async Task An_answer_kept_for_a_repeated_call_goes_with_the_child_it_names() =>
        await _host.InScopeAsync(async s =>
        {
            var child = Registry.Basics.Ids.New();
            var db = s.GetRequiredService<PlatformDbContext>();
            foreach (
                var (key, subjects) in new[] { ("its", $"{child}"), ("another's", $"{Registry.Basics.Ids.New()}"), ("nobody's", null) }
            )
                db.IdempotentAnswers.Add(
                    new()
                    {
                        Key = key,
                        RequestHash = [1],
                        SealedBody = [1],
                        Subjects = subjects,
                    }
                );
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            var store = s.GetServices<ISubjectStore>().Single(x => x.Name == "platform");
            await store.PurgeAsync(Registry.Basics.Ids.New(), child, default);
            Assert.Equal(
                ["another's", "nobody's"],
                await db.IdempotentAnswers.Where(a => a.RequestHash == new byte[] { 1 }).Select(a => a.Key).Order().ToListAsync()
            );
            return 0;
        });

    [Fact]
    [Clause("27")]
    public async Task What_others_were_given_is_not_a_childs_about_whom_nothing_was_given()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        await _host.DiscloseAsync(holder, (await holder.OpenCardAsync()).Id("childId"));
        await _host.InScopeAsync(async s =>
        {
            Assert.True(await s.GetRequiredService<IntegrationDbContext>().Snapshots.AnyAsync());
            var store = s.GetServices<ISubjectStore>().Single(x => x.Name == IntegrationDbContext.Name);
            Assert.Equal(0, await store.CountAsync(Registry.Basics.Ids.New(), default));
            return 0;
        });
    }

    [Fact]
    public async Task A_case_that_is_asked_for_at_one_report_is_nothing_of_another_reports_child()
    {
        var (holder, there) = (await _host.SignedInAsync("holder.aksuu"), await _host.SignedInAsync("holder.alamudun"));
        var pin = Road.NewPin();
        await holder.OpenCardAsync(Road.NewIdentity(pin: pin));
        var signal = (await holder.RegisterAsync()).Id();
        var bare = await _host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>().Signals.Where(x => x.Id == signal).Select(x => x.ChildId).SingleAsync()
        );
        // the counts of the report arrive by an event
        await _host.SettleAsync();
        var rows = await _host.RowsAboutAsync(bare);
        await there.RequestCaseAsync(pin, Road.Alamudun);
        await _host.SettleAsync();
        Assert.Equal(rows, await _host.RowsAboutAsync(bare));
    }

    [Fact]
    [Clause("22.1", "14.4")]
    public async Task Counted_signals_stay_and_name_the_child_no_more_and_those_of_others_are_left_alone() =>
        await _host.InScopeAsync(async s =>
        {
            var (child, other, day) = (Registry.Basics.Ids.New(), Registry.Basics.Ids.New(), new DateOnly(2026, 11, 20));
            var (own, linked) = (Registry.Basics.Ids.New(), Registry.Basics.Ids.New());
            var db = s.GetRequiredService<ReportingDbContext>();
            SignalRow Row(Guid id, Guid of, DateOnly since, DateOnly? until = null) =>
                new()
                {
                    Id = id,
                    ChildId = of,
                    Since = since,
                    Until = until ?? StateRow.Always,
                };
            db.Signals.AddRange(
                Row(own, child, day),
                Row(Registry.Basics.Ids.New(), other, day),
                // it named the child until it was linked to the other one
                Row(linked, child, day, day.AddDays(1)),
                Row(linked, other, day.AddDays(1))
            );
            await db.SaveChangesAsync();
            var (before, others) = (await db.Signals.CountAsync(), await db.Signals.CountAsync(r => r.ChildId == other));
            db.ChangeTracker.Clear();
            var purge = Registry.Basics.Ids.New();
            await s.GetServices<ISubjectStore>().Single(x => x.Name == ReportingDbContext.Name).PurgeAsync(purge, child, default);
            db.ChangeTracker.Clear();
            Assert.Equal((before, others), (await db.Signals.CountAsync(), await db.Signals.CountAsync(r => r.ChildId == other)));
            Assert.False(await db.Signals.AnyAsync(r => r.ChildId == child));
            var counts = await db.PurgeCounts.Where(c => c.PurgeId == purge && c.Count > 0).ToDictionaryAsync(c => c.What, c => c.Count);
            Assert.Equal(new Dictionary<string, int> { ["signals"] = 1, ["signals-once-linked"] = 1 }, counts);
            return 0;
        });

    [Fact]
    [Clause("22.2", "14.4")]
    public async Task A_case_that_ended_on_the_day_of_the_purge_is_counted_as_ended_once() =>
        await _host.InScopeAsync(async s =>
        {
            var (id, child, today) = (Registry.Basics.Ids.New(), Registry.Basics.Ids.New(), new DateOnly(2026, 11, 23));
            var db = s.GetRequiredService<ReportingDbContext>();
            db.Cases.AddRange(
                new CaseRow
                {
                    Id = id,
                    ChildId = child,
                    Number = "1",
                    Since = today.AddDays(-7),
                    Until = today,
                    Status = CaseStatus.Opened,
                },
                new CaseRow
                {
                    Id = id,
                    ChildId = child,
                    Number = "1",
                    Since = today,
                    Status = CaseStatus.Closed,
                }
            );
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            var before = await db.Cases.AsNoTracking().Select(c => c.Id).ToListAsync();
            var store = s.GetServices<ISubjectStore>().Single(x => x.Name == ReportingDbContext.Name);
            await store.PurgeAsync(Registry.Basics.Ids.New(), child, default);
            db.ChangeTracker.Clear();
            var left = await db.Cases.Where(c => !before.Contains(c.Id)).OrderBy(c => c.Since).ToListAsync();
            Assert.Equal([(today.AddDays(-7), CaseStatus.Opened), (today, CaseStatus.Closed)], left.Select(c => (c.Since, c.Status)));
            Assert.All(left, c => Assert.Equal("", c.Number));
            Assert.Single(left.Select(c => c.Id).Distinct());
            Assert.False(await db.Cases.AnyAsync(c => c.ChildId == child));
            return 0;
        });

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
