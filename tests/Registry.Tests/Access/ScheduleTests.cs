using System.Net;
using System.Text.Json;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Access.Jobs;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("5.admin")]
[Collection("host")]
public sealed class ScheduleTests(RegistryHost host)
{
    private const string Job = "access.warn-of-expiry";

    private static async Task<JsonElement> JobAsync(HttpClient admin) =>
        (await admin.GetAsync("/api/access/jobs").JsonAsync()).GetProperty("items").EnumerateArray().Single(j => j.Text("key") == Job);

    private RecurringJobDto Scheduled()
    {
        using var storage = host.Service<JobStorage>().GetConnection();
        return storage.GetRecurringJobs().Single(j => j.Id == Job);
    }

    [Fact]
    public async Task An_administrator_sets_a_job_and_the_setting_is_in_force_at_once_and_after_a_restart()
    {
        var admin = await host.SignedInAsync("admin");
        await admin.PutAsync($"/api/access/jobs/{Job}", new { cron = "30 7 * * 1-5", paused = false }).JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(("30 7 * * 1-5", "Asia/Bishkek"), (Scheduled().Cron, Scheduled().TimeZoneId));
        var job = await JobAsync(admin);
        Assert.Contains("07:30", job.Text("meaning"));
        Assert.Equal("07:30:00", job.GetProperty("next")[0].GetString()![11..19]);

        // what startup does: the modules' default schedules first, overridden by the administrators'
        host.Service<IRecurringJobManager>().AddOrUpdate<WarnOfExpiry>(Job, j => j.RunAsync(default), Cron.Daily(8));
        await AccessModule.ApplySchedulesAsync(host.Services, default);
        Assert.Equal("30 7 * * 1-5", Scheduled().Cron);

        await admin
            .PutAsync($"/api/access/jobs/{Job}", new { cron = (string?)null, paused = true })
            .RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        var preview = await admin.GetAsync($"/api/access/jobs/{Job}/consequences").JsonAsync();
        Assert.Equal(1, preview.CountOf("runs-stopped"));
        var pause = new
        {
            cron = (string?)null,
            paused = true,
            confirm = preview.Text("name"),
        };
        await admin.PutAsync($"/api/access/jobs/{Job}", pause).JsonAsync(HttpStatusCode.NoContent);
        Assert.Null(Scheduled().NextExecution);
        Assert.Empty((await JobAsync(admin)).GetProperty("next").EnumerateArray());
        await admin.PutAsync($"/api/access/jobs/{Job}", new { cron = (string?)null, paused = false }).JsonAsync(HttpStatusCode.NoContent);
        await admin.PostAsync($"/api/access/jobs/{Job}/run").JsonAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_wrong_cron_is_refused_at_its_field_and_an_unknown_job_is_not_found()
    {
        var admin = await host.SignedInAsync("admin");
        var refused = await admin
            .PutAsync($"/api/access/jobs/{Job}", new { cron = "61 7 * *", paused = false })
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("cron.wrong-format", refused.CodeAt("cron"));
        await admin.PutAsync("/api/access/jobs/no.such", new { paused = false }).RefusedAsync(HttpStatusCode.NotFound, "not-found");
        await admin.PostAsync("/api/access/jobs/no.such/run").RefusedAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task The_page_stands_in_the_dashboard_for_the_administrator_only()
    {
        var admin = await host.SignedInAsync("admin");
        Assert.Contains("schedule-script", await admin.GetStringAsync("/jobs/schedule"));
        Assert.Contains("/api/access/jobs", await admin.GetStringAsync("/jobs/schedule-script"));
        Assert.NotEqual(HttpStatusCode.OK, (await (await host.SignedInAsync("holder.aksuu")).GetAsync("/jobs/schedule")).StatusCode);
    }

    [Theory]
    [InlineData("recurring/remove")]
    [InlineData("recurring/trigger")]
    [InlineData("jobs/enqueued/delete")]
    [InlineData("jobs/failed/requeue")]
    [InlineData("jobs/scheduled/enqueue")]
    [InlineData("jobs/actions/delete/1")]
    [InlineData("jobs/actions/requeue/1")]
    public async Task The_dashboard_shows_and_changes_nothing(string command)
    {
        var admin = await host.SignedInAsync("admin");
        var before = Recurring();
        Assert.Contains("platform.back-up", before);
        using var form = new FormUrlEncodedContent([new("jobs[]", "platform.back-up")]);
        var answer = await admin.PostAsync($"/jobs/{command}", form);
        Assert.False(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        Assert.Equal(before, Recurring());
        Assert.True((await admin.GetAsync("/jobs/recurring")).Headers.CacheControl!.NoStore);

        List<string> Recurring()
        {
            using var storage = host.Service<JobStorage>().GetConnection();
            return [.. storage.GetRecurringJobs().Select(j => $"{j.Id}").Order(StringComparer.Ordinal)];
        }
    }
}
