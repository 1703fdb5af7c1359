using System.Net;
using System.Text.Json;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Jobs;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Platform.Events;
using Registry.Tests.Host;
using Registry.Tests.Purging;

namespace Registry.Tests.Access;

/// <summary>Failed mails and jobs follow the retry policy of events and end up on the same page.</summary>
[Clause("14.3", "15.4")]
public sealed class DeadMailAndJobTests : IAsyncLifetime
{
    private const string Job = "children.announce-purges";
    private readonly MailServer _mail = new();
    private readonly RegistryHost _host;

    public DeadMailAndJobTests() =>
        _host = new()
        {
            More = new()
            {
                ["Registry:Mail:Host"] = "127.0.0.1",
                ["Registry:Mail:Port"] = $"{_mail.Port}",
                ["Registry:Mail:Secure"] = "false",
            },
        };

    public async Task InitializeAsync()
    {
        await _host.SignedInAsync("admin");
        await InDbAsync(db =>
            db.Notices.Where(n => n.Mail == MailStatus.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.Mail, MailStatus.NotWanted))
        );
    }

    private Task<T> InDbAsync<T>(Func<AccessDbContext, Task<T>> act) =>
        _host.InScopeAsync(s => act(s.GetRequiredService<AccessDbContext>()));

    private Task<string> HealthAsync() => _host.Browser().GetStringAsync("/health/ready");

    private static async Task<List<JsonElement>> DeadAsync(HttpClient admin, string kind) =>
        [.. (await admin.GetAsync($"/api/access/operations/dead-letters?kind={kind}").JsonAsync()).GetProperty("items").EnumerateArray()];

    private Task<int> NotifyAsync() =>
        _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<AccessDbContext>();
            var reader = await db.Accounts.SingleAsync(a => a.Login == "unit.aksuu");
            await s.GetRequiredService<NoticeWriter>()
                .TellAsync([reader.Id], new(NoticeKind.AccessEnds, "test", On: new(2026, 12, 1)), default);
            return await db.SaveChangesAsync();
        });

    private Task<Notice> NoticeAsync() => InDbAsync(db => db.Notices.SingleAsync(n => n.Key == "test"));

    private async Task<int> TroublesAsync()
    {
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var admin = await _host.SignedInAsync("admin");
        var notices = (await admin.GetAsync("/api/access/notices?size=100").JsonAsync()).GetProperty("items").EnumerateArray();
        return notices.Count(n => n.Text("kind") == "trouble");
    }

    [Fact]
    public async Task A_mail_is_tried_for_days_then_it_waits_for_an_administrator()
    {
        _mail.Refuse = 1_000;
        await NotifyAsync();
        for (var tries = 0; (await NoticeAsync()).Mail is MailStatus.Waiting; tries++)
        {
            var notice = await NoticeAsync();
            Assert.Equal(tries, notice.MailAttempts);
            _host.Clock.SetUtcNow(new DateTimeOffset(notice.MailNextAt!.Value, TimeSpan.Zero));
            await _host.NightAsync();
            await _host.RunJobAsync<SendMail>(job => job.RunAsync(default));
        }
        Assert.Equal(RetryPolicy.MostAttempts, (await NoticeAsync()).MailAttempts);
        Assert.InRange((_host.Clock.GetUtcNow() - RegistryHost.Start).TotalDays, 4, 7);
        Assert.Equal("Degraded\nmail", await HealthAsync());
        Assert.Equal(1, await TroublesAsync());

        var admin = await _host.SignedInAsync("admin");
        var dead = Assert.Single(await DeadAsync(admin, "mail"));
        Assert.Equal("access-ends", dead.Text("what"));
        _mail.Refuse = 0;
        var path = $"/api/access/operations/dead-letters/mail/{dead.Text("key")}";
        await admin.PostAsync($"{path}/retry").JsonAsync(HttpStatusCode.NoContent);
        await _host.RunJobAsync<SendMail>(job => job.RunAsync(default));
        Assert.Equal(MailStatus.Sent, (await NoticeAsync()).Mail);
        Assert.Equal("Healthy", await HealthAsync());
        await admin.PostAsync($"{path}/discard", new { reason = "x" }).RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_mail_put_away_is_sent_no_more_and_its_notice_stays()
    {
        await NotifyAsync();
        await InDbAsync(db =>
            db.Notices.Where(n => n.Key == "test").ExecuteUpdateAsync(set => set.SetProperty(n => n.Mail, MailStatus.GivenUp))
        );
        var admin = await _host.SignedInAsync("admin");
        var key = Assert.Single(await DeadAsync(admin, "mail")).Text("key");
        await admin
            .PostAsync($"/api/access/operations/dead-letters/mail/{key}/discard", new { reason = "Дареги жок" })
            .JsonAsync(HttpStatusCode.NoContent);
        await _host.RunJobAsync<SendMail>(job => job.RunAsync(default));
        Assert.Empty(_mail.Mails);
        Assert.Equal("Healthy", await HealthAsync());
        Assert.Equal(MailStatus.PutAway, (await NoticeAsync()).Mail);
    }

    [Fact]
    public async Task A_job_that_fails_three_times_in_a_row_is_trouble_until_it_succeeds()
    {
        await _host.NightAsync("IOException", Job);
        await _host.NightAsync("IOException", Job);
        Assert.Equal("Healthy", await HealthAsync());
        await _host.NightAsync("IOException", Job);
        Assert.Equal("Degraded\njobs", await HealthAsync());
        Assert.Equal(1, await TroublesAsync());
        var admin = await _host.SignedInAsync("admin");
        var failing = Assert.Single(await DeadAsync(admin, "job"));
        Assert.Equal((Job, "IOException", 3), (failing.Text("key"), failing.Text("problem"), failing.GetProperty("attempts").GetInt32()));
        await admin.PostAsync($"/api/access/operations/dead-letters/job/{Job}/retry").JsonAsync(HttpStatusCode.NoContent);
        await _host.NightAsync(job: Job);
        Assert.Equal("Healthy", await HealthAsync());
        await admin.PostAsync($"/api/access/operations/dead-letters/job/{Job}/retry").RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_job_put_away_is_trouble_again_only_if_it_goes_on_failing()
    {
        for (var i = 0; i < 3; i++)
            await _host.NightAsync("IOException", Job);
        var admin = await _host.SignedInAsync("admin");
        await admin
            .PostAsync($"/api/access/operations/dead-letters/job/{Job}/discard", new { reason = "Диск алмаштырылды" })
            .JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal("Healthy", await HealthAsync());
        for (var i = 0; i < 3; i++)
            await _host.NightAsync("IOException", Job);
        Assert.Equal("Degraded\njobs", await HealthAsync());
    }

    [Fact]
    public async Task A_nightly_job_that_failed_runs_again_by_the_policy_and_a_minutely_one_by_its_schedule()
    {
        await _host.NightAsync("IOException", Job);
        await _host.NightAsync("IOException", "access.send-mail");
        var before = Enqueued();
        await _host.RunJobAsync<RetryJobs>(job => job.RunAsync(default));
        Assert.Equal(before, Enqueued());
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.RunJobAsync<RetryJobs>(job => job.RunAsync(default));
        await _host.RunJobAsync<RetryJobs>(job => job.RunAsync(default));
        Assert.Equal(before + 1, Enqueued());

        long Enqueued() => _host.Service<JobStorage>().GetMonitoringApi().GetStatistics().Enqueued;
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _mail.Dispose();
    }
}
