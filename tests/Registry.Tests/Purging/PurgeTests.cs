using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Database;
using Registry.Children.Purging;
using Registry.Kernel.Data;
using Registry.Kernel.Events;
using Registry.Kernel.Journal;
using Registry.Kernel.Purging;
using Registry.Kernel.Vault;
using Registry.Reporting;
using Registry.Tests.Children;
using Registry.Tests.Host;
using Registry.Tests.Institutions;

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
        var place = await Place.OfAsync(_holder, _admin, Road.AkSuu);
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        return place;
    }

    private Task<Purge> PurgeAsync(Guid child) =>
        _host.Service<PurgeSubject>().RunAsync(child, PurgeGround.Turned28, new(2026, 11, 23), default);

    private async Task<int> RowsAsync(Guid child) =>
        await _host.InScopeAsync(async services =>
        {
            var count = 0;
            foreach (var store in services.GetServices<ISubjectStore>())
                count += await store.CountAsync(child, default);
            return count;
        });

    private async Task<Guid> BornAsync(string born, bool estimated = false)
    {
        var signal = await _holder.RegisterAsync();
        var identity = new
        {
            surname = "Куранова",
            name = "Айчүрөк",
            sex = "female",
            birthDate = born,
            birthDateEstimated = estimated,
            noPatronymic = true,
            citizenship = "KG",
        };
        return (await _holder.OpenCardFromAsync(signal.Id(), identity)).Id("childId");
    }

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
        Assert.True(await RowsAsync(place.ChildId) > 30);
        var purge = await PurgeAsync(place.ChildId);
        Assert.Equal(0, await RowsAsync(place.ChildId));
        Assert.False(await _host.Service<KeyStore>().ExistsAsync(place.ChildId, default));
        Assert.Equal(16, purge.KeyFingerprint.Length);
        var certificate = await _admin.GetAsync($"/api/children/purges/{purge.Id}").JsonAsync();
        Assert.Empty(certificate.GetProperty("broken").EnumerateArray());
        var stores = certificate.GetProperty("counts").EnumerateArray().Select(c => c.Text("store")).Distinct().ToList();
        Assert.Equal(
            ["access", "assessments", "children", "institutions", "integration", "kernel", "plans", "reporting"],
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
        var before = await CountedAsync();
        await PurgeAsync(place.ChildId);
        Assert.Equal(before, await CountedAsync());
        await ReportingModule.RebuildFactsAsync(_host.Services, default);
        Assert.Equal(before, await CountedAsync());
    }

    /// <summary>Every report by every dimension that is no day of birth.</summary>
    private async Task<string> CountedAsync()
    {
        var text = new List<string>();
        foreach (var report in (await _ministry.GetAsync("/api/reporting/reports").JsonAsync()).GetProperty("items").EnumerateArray())
        foreach (var by in report.GetProperty("by").EnumerateArray())
            text.Add(
                (
                    await _ministry
                        .GetAsync($"/api/reporting/report?report={report.Text("code")}&by={by.GetString()}&from=2026-01-01&to=2026-12-31")
                        .JsonAsync()
                ).GetRawText()
            );
        // open duties end with the data: nobody owes them any more
        return string.Join('\n', text.Where(t => !t.Contains("\"terms\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_nights_job_purges_who_has_turned_28_and_nobody_else()
    {
        var turned = await BornAsync("1998-11-23");
        var tomorrow = await BornAsync("1998-11-24");
        var estimated = await BornAsync("1980-01-01", estimated: true);
        await RunJobAsync<PurgeAt28>(job => job.RunAsync(default));
        Assert.Equal(0, await RowsAsync(turned));
        Assert.True(await RowsAsync(tomorrow) > 0);
        Assert.True(await RowsAsync(estimated) > 0);
        // a night later, and twice
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await RunJobAsync<PurgeAt28>(job => job.RunAsync(default));
        await RunJobAsync<PurgeAt28>(job => job.RunAsync(default));
        Assert.Equal(0, await RowsAsync(tomorrow));
        Assert.True(await RowsAsync(estimated) > 0);
    }

    private Task<int> RunJobAsync<T>(Func<T, Task> run)
        where T : notnull =>
        _host.InScopeAsync(async services =>
        {
            await run(services.GetRequiredService<T>());
            return 0;
        });

    [Fact]
    public async Task Two_machines_that_run_the_job_at_once_make_one_certificate()
    {
        var child = await BornAsync("1998-01-01");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunJobAsync<PurgeAt28>(job => job.RunAsync(default))));
        Assert.Equal(0, await RowsAsync(child));
        var purges = await _host.InScopeAsync(s =>
            Task.FromResult(s.GetRequiredService<KernelDbContext>().Purges.Where(p => p.SubjectId == child).ToList())
        );
        Assert.NotNull(Assert.Single(purges).CompletedAt);
    }

    [Fact]
    public async Task It_is_announced_90_days_before_once_to_the_authorised_body_and_to_who_is_responsible()
    {
        await BornAsync("1999-02-21"); // 90 days from 23 November
        await BornAsync("1999-02-22");
        await RunJobAsync<AnnouncePurges>(job => job.RunAsync(default));
        await RunJobAsync<AnnouncePurges>(job => job.RunAsync(default));
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        foreach (var reader in new[] { _ministry, _holder })
        {
            var told = (await reader.GetAsync("/api/access/notices?size=100").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Where(n => n.Text("kind") == "purge-announced")
                .ToList();
            Assert.Contains("21.02.2027", Assert.Single(told).Text("text"), StringComparison.Ordinal);
        }
        var due = (await _ministry.GetAsync("/api/children/purges-due").JsonAsync()).GetProperty("items");
        Assert.Equal("2027-02-21", Assert.Single(due.EnumerateArray()).Text("purgeOn"));
    }

    [Fact]
    public async Task Without_a_sure_birth_date_the_authorised_body_decides_and_not_before_90_days()
    {
        var child = await BornAsync("1980-01-01", estimated: true);
        var listed = (await _ministry.GetAsync("/api/children/purges-due?which=undated&size=100").JsonAsync()).GetProperty("items");
        Assert.Contains(listed.EnumerateArray(), c => c.Id("childId") == child);
        var path = $"/api/children/purges-due/{child}/decide";
        var soon = await _ministry.PostAsync(path, new { purgeOn = "2027-02-20", reason = "x" }).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("purge.too-soon", soon.GetProperty("errors")[0].Text("code"));
        await _ministry.PostAsync(path, new { purgeOn = "2027-02-21", reason = "Паспорт табылды" }).JsonAsync(HttpStatusCode.NoContent);
        await RunJobAsync<PurgeAt28>(job => job.RunAsync(default));
        Assert.True(await RowsAsync(child) > 0);
        _host.Clock.SetUtcNow(new DateTimeOffset(2027, 2, 21, 4, 0, 0, TimeSpan.Zero));
        await RunJobAsync<PurgeAt28>(job => job.RunAsync(default));
        Assert.Equal(0, await RowsAsync(child));
        // who has a sure birth date needs no decision
        _ministry = await _host.SignedInAsync("ministry");
        _holder = await _host.SignedInAsync("holder.aksuu");
        var dated = await BornAsync("2016-01-01");
        var refused = await _ministry
            .PostAsync($"/api/children/purges-due/{dated}/decide", new { purgeOn = "2030-02-21", reason = "x" })
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("purge.dated", refused.Text("code"));
    }

    [Fact]
    public async Task Stopped_at_fifty_points_it_ends_the_same()
    {
        var random = new Random(28);
        var purge = _host.Service<PurgeSubject>();
        var stopped = 0;
        for (var i = 0; i < 50; i++)
        {
            var child = await BornAsync("1998-01-01");
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
            // stopped before anything was begun: the next night begins it
            await purge.RunAsync(child, PurgeGround.Turned28, new(2026, 1, 1), default);
            Assert.Equal(0, await RowsAsync(child));
        }
        Assert.True(stopped >= 10, $"{stopped} stopped");
        var (_, broken) = await _host.InScopeAsync(s => s.GetRequiredService<VerifyPurges>().RunAsync(default));
        Assert.Empty(broken);
        // each certificate counts the whole child, however often it was stopped
        var sums = await _host.InScopeAsync(s =>
        {
            var db = s.GetRequiredService<KernelDbContext>();
            return Task.FromResult(db.PurgeCounts.GroupBy(c => c.PurgeId).Select(g => g.Sum(c => c.Count)).ToList());
        });
        Assert.Equal(50, sums.Count);
        Assert.True(sums.Max() - sums.Min() <= 2, string.Join(',', sums.Distinct()));
    }

    [Fact]
    public async Task A_changed_certificate_is_found()
    {
        var purge = await PurgeAsync(await BornAsync("1998-01-01"));
        await using (var file = new SqliteConnection(_host.Service<DatabaseOptions>().Registry))
        {
            await file.OpenAsync();
            var command = file.CreateCommand();
            command.CommandText = "UPDATE kernel_purge_counts SET Count = Count + 1 WHERE What = 'card-sections'";
            await command.ExecuteNonQueryAsync();
        }
        var certificate = await _admin.GetAsync($"/api/children/purges/{purge.Id}").JsonAsync();
        Assert.Equal("changed", certificate.GetProperty("broken")[0].GetString());
    }

    [Fact]
    public async Task It_is_written_into_the_journal_and_breaks_no_chain()
    {
        var purge = await PurgeAsync(await BornAsync("1998-01-01"));
        var entry = await _host.InScopeAsync(s =>
            Task.FromResult(
                s.GetRequiredService<KernelDbContext>().Journal.Single(e => e.Action == "PurgeSubject" && e.AboutId == purge.Id)
            )
        );
        Assert.Null(entry.AccountId);
        var verdict = await _host.InScopeAsync(async s =>
        {
            var (chain, db) = (s.GetRequiredService<JournalChain>(), s.GetRequiredService<KernelDbContext>());
            while (await chain.SealAsync(db, default)) { }
            return await chain.VerifyAsync(db, default);
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
