using System.Net;
using System.Text.Json;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Access.Jobs;
using Registry.Kernel.Web;
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

        // what a start does: the modules' own schedules first, the administrators' over them
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
    [InlineData("* * * * *", "Every minute")]
    [InlineData("*/15 * * * *", "Every 15 minutes")]
    [InlineData("5 * * * *", "Every hour at minute 05")]
    [InlineData("0 */6 * * *", "Every 6 hours at minute 00")]
    [InlineData("0 8 * * *", "Every day at 08:00")]
    [InlineData("0 8 * * 1,5", "Monday, Friday: at 08:00")]
    [InlineData("0 8 * * 0-1", "Sunday, Monday: at 08:00")]
    [InlineData("0 3 1 * *", "On day 1 of every month at 03:00")]
    [InlineData("0 3 1 1 *", "A pattern of its own: see the next runs")]
    public void Cron_is_said_in_plain_words(string cron, string words) =>
        Assert.Equal(words, CronWords.Say(host.Service<Texts>(), "en", cron));
}
