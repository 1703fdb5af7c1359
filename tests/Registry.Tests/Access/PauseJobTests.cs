using System.Net;
using System.Text.Json;
using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Pausing jobs that prevent permanent loss takes two people, and changes to a job bypassing the Base are reported [5.admin, 25.2, 28].</summary>
[Clause("5.admin", "25.2", "28")]
public sealed class PauseJobTests : AccountTests
{
    /// <summary>Someone of the authorised body who is also an administrator; how that came about does not matter here.</summary>
    private async Task<HttpClient> SecondAdministratorAsync()
    {
        await Host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>()
                .Accounts.Where(a => a.Login == "ministry")
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Role, Role.BaseAdministrator))
                .AttestedAsync<AccessDbContext, Account>(s)
        );
        return await Host.SignedInAsync("ministry");
    }

    private async Task<JsonElement> JobAsync(string key) =>
        (await Admin.GetAsync("/api/access/jobs").JsonAsync()).GetProperty("items").EnumerateArray().Single(j => j.Text("key") == key);

    private RecurringJobDto Scheduled(string key)
    {
        using var storage = Host.Service<JobStorage>().GetConnection();
        return storage.GetRecurringJobs().Single(j => j.Id == key);
    }

    private async Task AskAsync(string key) =>
        await Admin
            .PostAsync(
                $"/api/access/jobs/{key}/pause",
                new { reason = "Дискти алмаштыруу", confirm = await Admin.NameToTypeAsync($"/api/access/jobs/{key}/consequences") }
            )
            .JsonAsync(HttpStatusCode.NoContent);

    public static TheoryData<string> Guarded => ["children.purge-at-28", "platform.back-up", "platform.anchor-journal"];

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task One_administrator_alone_neither_pauses_such_a_job_nor_sets_it_to_a_time_that_never_comes(string key)
    {
        var pause = new { paused = true, confirm = await Admin.NameToTypeAsync($"/api/access/jobs/{key}/consequences") };
        await Admin.PutAsync($"/api/access/jobs/{key}", pause).RefusedAsync(HttpStatusCode.Conflict, "pause.by-two");
        foreach (var rare in new[] { "0 0 31 2 *", "0 4 1 * *", "0 4 * * 1" })
            Assert.Equal(
                "cron.too-rare",
                (
                    await Admin
                        .PutAsync($"/api/access/jobs/{key}", new { cron = rare, paused = false })
                        .JsonAsync(HttpStatusCode.BadRequest)
                ).CodeAt("cron")
            );
        await Admin.PutAsync($"/api/access/jobs/{key}", new { cron = "30 4 * * *", paused = false }).JsonAsync(HttpStatusCode.NoContent);
        Assert.NotNull(Scheduled(key).NextExecution);
    }

    [Fact]
    public async Task A_job_runs_on_until_another_administrator_confirms_its_pause()
    {
        const string key = "platform.back-up";
        var second = await SecondAdministratorAsync();
        await Admin
            .PostAsync($"/api/access/jobs/{key}/pause", new { reason = "Дискти алмаштыруу", confirm = "x" })
            .RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        await AskAsync(key);
        Assert.NotNull(Scheduled(key).NextExecution);
        var asked = (await JobAsync(key)).GetProperty("asked");
        Assert.Equal(("Дискти алмаштыруу", false), (asked.Text("reason"), asked.GetProperty("canDecide").GetBoolean()));
        await Admin
            .PostAsync(
                $"/api/access/jobs/{key}/pause",
                new { reason = "Дагы", confirm = await Admin.NameToTypeAsync($"/api/access/jobs/{key}/consequences") }
            )
            .RefusedAsync(HttpStatusCode.Conflict, "confirmation.requested-already");
        await Admin
            .PostAsync($"/api/access/jobs/{key}/pause/decide", new { pause = true })
            .RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");

        await second.PostAsync($"/api/access/jobs/{key}/pause/decide", new { pause = true }).JsonAsync(HttpStatusCode.NoContent);
        Assert.Null(Scheduled(key).NextExecution);
        Assert.True((await JobAsync(key)).GetProperty("paused").GetBoolean());
        await second
            .PostAsync($"/api/access/jobs/{key}/pause/decide", new { pause = true })
            .RefusedAsync(HttpStatusCode.Conflict, "confirmation.decided");

        // one person is enough to resume it, and to withdraw the request
        await Admin.PutAsync($"/api/access/jobs/{key}", new { paused = false }).JsonAsync(HttpStatusCode.NoContent);
        Assert.NotNull(Scheduled(key).NextExecution);
        await AskAsync(key);
        await Admin.PutAsync($"/api/access/jobs/{key}", new { paused = false }).JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(JsonValueKind.Null, (await JobAsync(key)).GetProperty("asked").ValueKind);
        await AskAsync(key);
        await second.PostAsync($"/api/access/jobs/{key}/pause/decide", new { pause = false }).JsonAsync(HttpStatusCode.NoContent);
        Assert.False((await JobAsync(key)).GetProperty("paused").GetBoolean());
    }

    [Fact]
    public async Task Jobs_that_one_may_pause_need_no_second_person() =>
        await Admin
            .PostAsync("/api/access/jobs/access.warn-of-expiry/pause", new { reason = "x", confirm = "x" })
            .RefusedAsync(HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task A_job_removed_or_changed_past_the_Base_is_told_until_it_is_set_again()
    {
        Assert.Equal("Healthy", await Admin.GetStringAsync("/health/ready"));
        var manager = Host.Service<IRecurringJobManager>();
        manager.RemoveIfExists("children.purge-at-28");
        Assert.Equal("Degraded\njobs", await Admin.GetStringAsync("/health/ready"));
        Assert.True((await JobAsync("children.purge-at-28")).GetProperty("astray").GetBoolean());
        Assert.False((await JobAsync("platform.back-up")).GetProperty("astray").GetBoolean());
        await Admin.PutAsync("/api/access/jobs/children.purge-at-28", new { paused = false }).JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal("Healthy", await Admin.GetStringAsync("/health/ready"));

        manager.AddOrUpdate<Registry.Platform.Backups.MakeBackup>("platform.back-up", job => job.RunAsync(default), Cron.Never());
        Assert.True((await JobAsync("platform.back-up")).GetProperty("astray").GetBoolean());
        await AccessModule.ApplySchedulesAsync(Host.Services, default);
        Assert.False((await JobAsync("platform.back-up")).GetProperty("astray").GetBoolean());
    }

    [Theory]
    [InlineData("ky", "Резервдик көчүрмө жасап")]
    [InlineData("ru", "Сделать резервную копию")]
    [InlineData("en", "Make a backup and try it")]
    public async Task Hangfires_pages_name_jobs_in_the_readers_language(string language, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/jobs/recurring");
        request.Headers.Add("Accept-Language", language);
        var page = await (await Admin.SendAsync(request)).Content.ReadAsStringAsync();
        Assert.Contains(name, WebUtility.HtmlDecode(page), StringComparison.OrdinalIgnoreCase);
    }
}
