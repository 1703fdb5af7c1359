using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Children.Model;
using Registry.Children.Purging;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Events;
using Registry.Platform.Journal;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Purging;
using Registry.Reporting;
using Registry.Tests.Host;

namespace Registry.Tests.Purging;

/// <summary>The end of the data at 28 [25.2].</summary>
[Clause("25.2")]
public sealed class PurgeTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;
    private HttpClient _admin = null!;
    private HttpClient _ministry = null!;

    public async Task InitializeAsync()
    {
        _holder = await _host.SignedInAsync("holder.aksuu");
        _admin = await _host.SignedInAsync("admin");
        _ministry = await _host.SignedInAsync("ministry");
    }

    /// <summary>A child with something in every module.</summary>
    private async Task<Place> WholeChildAsync()
    {
        var place = await Place.OfAsync(_host, _holder, _admin, Road.AkSuu);
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        return place;
    }

    private Task<Purge> PurgeAsync(Guid child) =>
        _host.Service<PurgeSubject>().RunAsync(child, PurgeGround.Turned28, new(2026, 11, 23), default);

    [Theory]
    [InlineData("1998-11-23", "2026-11-23")]
    [InlineData("1996-02-29", "2024-02-29")]
    [InlineData("2072-02-29", "2100-03-01")]
    public void The_data_are_kept_until_the_subject_turns_28(string born, string until) =>
        Assert.Equal(
            DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
            KeptUntil.Of(DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture))
        );

    [Fact]
    public async Task Key_rows_and_files_are_gone_from_every_module_and_the_certificate_says_how_many()
    {
        var place = await WholeChildAsync();
        Assert.True(await _host.RowsAboutAsync(place.ChildId) > 30);
        var purge = await PurgeAsync(place.ChildId);
        Assert.Equal(0, await _host.RowsAboutAsync(place.ChildId));
        Assert.False(await _host.Service<KeyStore>().ExistsAsync(place.ChildId, default));
        Assert.Equal(16, purge.KeyFingerprint.Length);
        var certificate = await _admin.GetAsync($"/api/children/purges/{purge.Id}").JsonAsync();
        Assert.Empty(certificate.GetProperty("broken").EnumerateArray());
        var stores = certificate.GetProperty("counts").EnumerateArray().Select(c => c.Text("store")).Distinct().ToList();
        Assert.Equal(
            ["access", "assessments", "children", "institutions", "integration", "plans", "platform", "reporting"],
            stores.Order(StringComparer.Ordinal)
        );
        Assert.Equal(HttpStatusCode.NotFound, (await _holder.GetAsync($"/api/children/cards/{place.ChildId}")).StatusCode);
        Assert.DoesNotContain(place.ChildId.ToString(), certificate.GetRawText(), StringComparison.OrdinalIgnoreCase);
        var (count, broken) = await _host.InScopeAsync(s => s.GetRequiredService<VerifyPurges>().RunAsync(default));
        Assert.True(count >= 1);
        Assert.Empty(broken);
    }

    [Fact]
    public async Task Another_childs_record_is_untouched()
    {
        var place = await WholeChildAsync();
        var before = await (await _holder.GetAsync($"/api/children/cards/{place.SiblingId}")).Content.ReadAsStringAsync();
        await _holder.PostAsync($"/api/institutions/siblings/of-child/{place.ChildId}", new { siblingId = place.SiblingId });
        await PurgeAsync(place.ChildId);
        Assert.Equal(before, await (await _holder.GetAsync($"/api/children/cards/{place.SiblingId}")).Content.ReadAsStringAsync());
    }

    [Fact]
    [Clause("22.7")]
    public async Task Totals_of_the_statistics_stay_also_when_they_are_counted_anew()
    {
        var place = await WholeChildAsync();
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var before = await CountedAsync();
        // on the day of the purge its open case ends: no earlier day changes
        await _host.PassAsync(days: 1);
        _ministry = await _host.SignedInAsync("ministry");
        await PurgeAsync(place.ChildId);
        Assert.Equal(before, await CountedAsync());
        await ReportingModule.RebuildFactsAsync(_host.Services, default);
        Assert.Equal(before, await CountedAsync());
    }

    /// <summary>Every report by every dimension, as of the day before the purge.</summary>
    private async Task<string> CountedAsync()
    {
        var text = new List<string>();
        foreach (var report in (await _ministry.GetAsync("/api/reporting/reports").JsonAsync()).GetProperty("items").EnumerateArray())
        foreach (var by in report.GetProperty("by").EnumerateArray())
            text.Add(
                (
                    await _ministry
                        .GetAsync($"/api/reporting/report?report={report.Text("code")}&by={by.GetString()}&from=2026-01-01&to=2026-11-23")
                        .JsonAsync()
                ).GetRawText()
            );
        return string.Join('\n', text);
    }

    [Fact]
    public async Task The_nights_job_purges_whose_announcement_has_stood_for_90_days_and_nobody_else()
    {
        var turned = await _host.LongKnownAsync(_holder, "1998-11-23");
        var later = await _host.LongKnownAsync(_holder, "1999-02-22");
        var estimated = await _host.LongKnownAsync(_holder, "1980-01-01", estimated: true);
        var doubtful = await _host.LongKnownAsync(_holder, "1916-01-01", inDoubt: true);
        // a person who turned 28 without an announcement is announced first
        await _host.PurgeNightAsync();
        await _host.AnnounceAsync();
        await _host.PassAsync(days: 89);
        await _host.AnnounceAsync();
        await _host.PurgeNightAsync();
        Assert.True(await _host.RowsAboutAsync(turned) > 0);
        await _host.PassAsync(days: 1);
        await _host.PurgeNightAsync();
        await _host.PurgeNightAsync();
        Assert.Equal(0, await _host.RowsAboutAsync(turned));
        // announced a day later than the other, because its 90 days started later
        await _host.PassAsync(days: 88);
        await _host.PurgeNightAsync();
        Assert.True(await _host.RowsAboutAsync(later) > 0);
        await _host.PassAsync(days: 1);
        await _host.PurgeNightAsync();
        Assert.Equal(0, await _host.RowsAboutAsync(later));
        Assert.True(await _host.RowsAboutAsync(estimated) > 0);
        Assert.True(await _host.RowsAboutAsync(doubtful) > 0);
    }

    [Fact]
    public async Task Two_machines_that_run_the_job_at_once_make_one_certificate()
    {
        // many rounds: the hosts must be caught at the same line
        for (var round = 0; round < 12; round++)
        {
            var child = await _host.DueAsync(_holder);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _host.RunJobAsync<PurgeAt28>(job => job.RunAsync(default))));
            Assert.Equal(0, await _host.RowsAboutAsync(child));
            var (purges, entries) = await _host.InScopeAsync(s =>
            {
                var db = s.GetRequiredService<PlatformDbContext>();
                var made = db.Purges.Where(p => p.SubjectId == child).ToList();
                return Task.FromResult((made, db.Journal.Count(e => e.AboutId == made[0].Id)));
            });
            Assert.NotNull(Assert.Single(purges).CompletedAt);
            Assert.Equal(1, entries);
        }
    }

    [Fact]
    public async Task Stopped_at_fifty_points_it_ends_the_same()
    {
        var random = new Random(28);
        var purge = _host.Service<PurgeSubject>();
        var stopped = 0;
        for (var i = 0; i < 50; i++)
        {
            var child = await _holder.BornAsync(foundOn: _host.Today());
            // pending facts would be counted in the certificate as events, not as the rows they become
            await _host.SettleAsync();
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(0, 40)));
            try
            {
                await purge.RunAsync(child, PurgeGround.Turned28, new(2026, 1, 1), stop.Token);
            }
            catch (OperationCanceledException)
            {
                stopped++;
            }
            await purge.ReplayAsync(default);
            // stopped before anything was started: the next night starts it
            await purge.RunAsync(child, PurgeGround.Turned28, new(2026, 1, 1), default);
            Assert.Equal(0, await _host.RowsAboutAsync(child));
        }
        Assert.True(stopped >= 10, $"{stopped} stopped");
        var (_, broken) = await _host.InScopeAsync(s => s.GetRequiredService<VerifyPurges>().RunAsync(default));
        Assert.Empty(broken);
        // each certificate counts the whole child, however often it was stopped
        var sums = await _host.InScopeAsync(s =>
        {
            var db = s.GetRequiredService<PlatformDbContext>();
            return Task.FromResult(db.PurgeCounts.GroupBy(c => c.PurgeId).Select(g => g.Sum(c => c.Count)).ToList());
        });
        Assert.Equal(50, sums.Count);
        Assert.True(sums.Max() - sums.Min() <= 2, string.Join(',', sums.Distinct()));
    }

    /// <summary>Another host, or this one's dispatcher, had read the events before the purge removed them.</summary>
    [Fact]
    public async Task Events_that_are_being_handed_on_bring_nothing_back()
    {
        var child = (await WholeChildAsync()).ChildId;
        var read = await _host.InScopeAsync(async s =>
            (await s.GetRequiredService<PlatformDbContext>().Outbox.AsNoTracking().ToListAsync())
                .Where(m => m.Payload.Contains(child.ToString(), StringComparison.Ordinal))
                .ToList()
        );
        Assert.NotEmpty(read);
        await PurgeAsync(child);
        await _host.InScopeAsync(async s =>
        {
            // nothing records any more that they were processed
            await s.GetRequiredService<PlatformDbContext>().Inbox.ExecuteDeleteAsync();
            return 0;
        });
        foreach (var message in read)
        {
            var type = typeof(IEvent).Assembly.GetTypes().Single(t => t.Name == message.Type);
            var handlers = await _host.InScopeAsync(s =>
                Task.FromResult(s.GetServices<IEventHandler>().Where(h => h.EventType == type).Select(h => h.GetType()).ToList())
            );
            foreach (var handler in handlers)
                await _host.InScopeAsync(async s =>
                {
                    var @event = JsonSerializer.Deserialize(message.Payload, type, StoredJson.Options)!;
                    await ((IEventHandler)s.GetRequiredService(handler)).HandleAsync(message.Id, @event, default);
                    return 0;
                });
        }
        Assert.Equal(0, await _host.RowsAboutAsync(child));
    }

    [Trait("Needs", "embedded")]
    [Fact]
    public async Task A_changed_certificate_is_found()
    {
        var purge = await PurgeAsync(await _holder.BornAsync());
        await using (var file = new SqliteConnection(_host.Service<DatabaseOptions>().Registry))
        {
            await file.OpenAsync();
            var command = file.CreateCommand();
            command.CommandText = "UPDATE platform_purge_counts SET Count = Count + 1 WHERE What = 'card-sections'";
            await command.ExecuteNonQueryAsync();
        }
        var certificate = await _admin.GetAsync($"/api/children/purges/{purge.Id}").JsonAsync();
        Assert.Equal("changed", certificate.GetProperty("broken")[0].GetString());
    }

    [Fact]
    public async Task It_is_written_into_the_journal_and_breaks_no_chain()
    {
        var purge = await PurgeAsync(await _holder.BornAsync());
        var entry = await _host.InScopeAsync(s =>
            Task.FromResult(
                s.GetRequiredService<PlatformDbContext>().Journal.Single(e => e.Action == "PurgeSubject" && e.AboutId == purge.Id)
            )
        );
        Assert.Null(entry.AccountId);
        Assert.Equal(200, entry.Outcome);
        var verdict = await _host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<JournalChain>().SealAsync(s.GetRequiredService<PlatformDbContext>(), default);
            return await s.GetRequiredService<VerifyJournal>().RunAsync(all: true, default);
        });
        Assert.True(verdict.IsWhole);
    }

    [Fact]
    public async Task Certificates_are_for_the_administrator_and_the_authorised_body()
    {
        foreach (
            var (user, status) in new[] { (_holder, HttpStatusCode.Forbidden), (_admin, HttpStatusCode.OK), (_ministry, HttpStatusCode.OK) }
        )
            Assert.Equal(status, (await user.GetAsync("/api/children/purges")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _admin.GetAsync("/api/children/purges-due")).StatusCode);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
