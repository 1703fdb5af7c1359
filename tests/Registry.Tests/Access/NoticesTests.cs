using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Jobs;
using Registry.Access.Model;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("15.2", "15.4")]
public sealed class NoticesTests : IAsyncLifetime
{
    private readonly MailServer _mail = new();
    private readonly RegistryHost _host;
    private HttpClient _holder = null!;

    public NoticesTests() =>
        _host = new()
        {
            More = new()
            {
                ["Registry:Mail:Host"] = "127.0.0.1",
                ["Registry:Mail:Port"] = $"{_mail.Port}",
                ["Registry:Mail:Secure"] = "false",
                ["Registry:PublicAddress"] = "https://base.example",
            },
        };

    public async Task InitializeAsync()
    {
        _holder = await _host.SignedInAsync("holder.aksuu");
        // notices of the demo's own steps go out first
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        await RunAsync<EscalateOverdue>(j => j.RunAsync(default));
    }

    private Task<bool> RunAsync<T>(Func<T, Task> run)
        where T : notnull =>
        _host.InScopeAsync(async s =>
        {
            await run(s.GetRequiredService<T>());
            return true;
        });

    private static async Task<List<JsonElement>> NoticesAsync(HttpClient user) =>
        [.. (await user.GetAsync("/api/access/notices?size=100").JsonAsync()).GetProperty("items").EnumerateArray()];

    private Task<int> LevelAsync(Guid about) =>
        _host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>()
                .Deadlines.Where(d => d.AboutId == about && d.Step == Step.ProcessReport)
                .Select(d => d.EscalationLevel)
                .SingleAsync()
        );

    private Task<int> CountAsync() => _host.InScopeAsync(s => s.GetRequiredService<AccessDbContext>().Notices.CountAsync());

    private async Task MoveToAsync(int month, int day)
    {
        _host.Clock.SetUtcNow(new DateTimeOffset(2026, month, day, 4, 0, 0, TimeSpan.Zero));
        _holder = await _host.SignedInAsync("holder.aksuu");
        await RunAsync<EscalateOverdue>(j => j.RunAsync(default));
    }

    [Fact]
    public async Task A_step_is_reminded_of_then_goes_up_specialist_head_unit_centre_and_each_is_told_once()
    {
        var signal = (await _holder.RegisterAsync(Road.Signal())).Id();
        Assert.Equal(0, await LevelAsync(signal));
        // due on Wednesday 25 November: reminded the working day before
        await MoveToAsync(11, 24);
        Assert.Equal(1, await LevelAsync(signal));
        await MoveToAsync(11, 26);
        Assert.Equal(2, await LevelAsync(signal));
        Assert.Contains(await NoticesAsync(_holder), n => n.Text("kind") == "overdue");
        await MoveToAsync(11, 27);
        Assert.Equal(3, await LevelAsync(signal));
        await MoveToAsync(11, 30);
        Assert.Equal(4, await LevelAsync(signal));
        Assert.Contains(await NoticesAsync(await _host.SignedInAsync("unit.aksuu")), n => n.Text("kind") == "escalated");
        await (await _host.SignedInAsync("ministry")).PostAsync("/api/access/notices/read", new { }).NothingAsync();
        await MoveToAsync(12, 3);
        Assert.Equal(5, await LevelAsync(signal));
        var centre = Assert.Single(await NoticesAsync(await _host.SignedInAsync("ministry")), n => n.Text("kind") == "escalated");
        Assert.False(centre.GetProperty("read").GetBoolean());
        Assert.Empty(await NoticesAsync(await _host.SignedInAsync("police.aksuu")));
    }

    [Fact]
    public async Task Escalating_twice_and_on_two_hosts_at_once_tells_nobody_twice()
    {
        await _holder.RegisterAsync(Road.Signal());
        _host.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 26, 4, 0, 0, TimeSpan.Zero));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync<EscalateOverdue>(j => j.RunAsync(default))));
        var told = await CountAsync();
        await RunAsync<EscalateOverdue>(j => j.RunAsync(default));
        Assert.Equal(told, await CountAsync());
        var twice = await _host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>().Notices.GroupBy(n => new { n.AccountId, n.Key }).CountAsync(g => g.Count() > 1)
        );
        Assert.Equal(0, twice);
    }

    [Fact]
    public async Task A_kind_is_switched_off_but_critical_risk_is_not()
    {
        var off = new
        {
            kind = "overdue",
            inBase = false,
            byMail = false,
        };
        await _holder.PutAsync("/api/access/notices/choices", off).JsonAsync(HttpStatusCode.NoContent);
        await _holder.RegisterAsync(Road.Signal());
        await MoveToAsync(11, 26);
        // an outdated earlier notice disappears too
        Assert.DoesNotContain(await NoticesAsync(_holder), n => n.Text("kind") == "overdue");
        var critical = off with { kind = "critical-risk" };
        var refused = await _holder.PutAsync("/api/access/notices/choices", critical).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("notice.critical-stays", refused.CodeAt("inBase"));
    }

    [Fact]
    [Clause("3")]
    public async Task Who_formed_a_plan_hears_that_it_was_decided()
    {
        async Task<int> HeardAsync() => (await NoticesAsync(_holder)).Count(n => n.Text("kind") == "plan-decided");
        var before = await HeardAsync();
        await _host.PlanInForceAsync(_holder);
        Assert.Equal(before + 1, await HeardAsync());
    }

    [Fact]
    public async Task Reading_takes_the_number_off_the_bell_and_touches_nobody_elses()
    {
        await _holder.RegisterAsync(Road.Signal());
        await MoveToAsync(11, 26);
        Assert.True((await _holder.GetAsync("/api/access/notices/unread").JsonAsync()).GetProperty("unread").GetInt32() > 0);
        var others = await _host.SignedInAsync("unit.aksuu");
        var theirs = (await others.GetAsync("/api/access/notices/unread").JsonAsync()).GetProperty("unread").GetInt32();
        await _holder.PostAsync("/api/access/notices/read", new { }).JsonAsync(HttpStatusCode.NoContent);
        Assert.Equal(0, (await _holder.GetAsync("/api/access/notices/unread").JsonAsync()).GetProperty("unread").GetInt32());
        Assert.Equal(theirs, (await others.GetAsync("/api/access/notices/unread").JsonAsync()).GetProperty("unread").GetInt32());
    }

    [Fact]
    public async Task A_mail_holds_a_number_and_a_link_no_personal_data_and_is_tried_again()
    {
        // the demo's backlog goes out first, one batch per call
        _host.Clock.Advance(TimeSpan.FromHours(23));
        do
        {
            _mail.Mails.Clear();
            await RunAsync<SendMail>(j => j.RunAsync(default));
        } while (_mail.Mails.Count > 0);
        _holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await _holder.OpenCardAsync()).Id("childId");
        var card = await _holder.CardAsync(child);
        await _holder
            .PostAsync(
                $"/api/closings/of-child/{child}",
                new
                {
                    ending = "stopped",
                    happenedOn = "2026-11-23",
                    reason = "x",
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        // it waits for the digest of the next morning
        await RunAsync<SendMail>(j => j.RunAsync(default));
        Assert.Empty(_mail.Mails);
        _host.Clock.Advance(TimeSpan.FromHours(24));
        _mail.Refuse = 1;
        await RunAsync<SendMail>(j => j.RunAsync(default));
        Assert.Empty(_mail.Mails);
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync<SendMail>(j => j.RunAsync(default));
        var mail = Assert.Single(_mail.Mails);
        Assert.Equal("unit.aksuu@registry.test", mail.To.Mailboxes.Single().Address);
        Assert.Contains(card.GetProperty("case").Text("number"), mail.TextBody);
        Assert.Contains("https://base.example/notices", mail.TextBody);
        Assert.DoesNotContain("Сынова", mail.Subject + mail.TextBody);
        await RunAsync<SendMail>(j => j.RunAsync(default));
        Assert.Single(_mail.Mails);
    }

    [Fact]
    [Clause("14.3")]
    public async Task A_mail_server_without_TLS_gets_no_mail()
    {
        await using var host = RegistryHost.On(
            _host.Folder,
            new()
            {
                ["Registry:Mail:Host"] = "127.0.0.1",
                ["Registry:Mail:Port"] = $"{_mail.Port}",
                ["Registry:PublicAddress"] = "https://base.example",
            }
        );
        Task SendAsync(RegistryHost by) =>
            by.InScopeAsync(async s =>
            {
                await s.GetRequiredService<SendMail>().RunAsync(default);
                return true;
            });
        var waiting = await host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>().Notices.CountAsync(n => n.Mail == MailStatus.Waiting)
        );
        Assert.True(waiting > 0);
        host.Clock.Advance(TimeSpan.FromHours(24));
        await SendAsync(host);
        Assert.Empty(_mail.Mails);
        // the same server gets them if TLS is not required of it
        _host.Clock.Advance(TimeSpan.FromHours(72));
        await SendAsync(_host);
        Assert.NotEmpty(_mail.Mails);
    }

    [Fact]
    public async Task An_access_that_ends_soon_is_told_to_its_owner_and_the_administrator_once()
    {
        // demo accesses end in a year
        _host.Clock.SetUtcNow(new DateTimeOffset(2027, 11, 12, 4, 0, 0, TimeSpan.Zero));
        await RunAsync<WarnOfExpiry>(j => j.RunAsync(default));
        await RunAsync<WarnOfExpiry>(j => j.RunAsync(default));
        var holder = await _host.SignedInAsync("holder.aksuu");
        var own = Assert.Single(await NoticesAsync(holder), n => n.Text("kind") == "access-ends");
        Assert.Contains("23.11.2027", own.Text("text"));
        var administrator = await NoticesAsync(await _host.SignedInAsync("admin"));
        Assert.Equal(Oracle.Users.Length - 1, administrator.Count(n => n.Text("kind") == "access-of-other-ends"));
        Assert.Single(administrator, n => n.Text("kind") == "access-ends");
    }

    [Fact]
    [Clause("15.4")]
    public async Task Steps_of_a_specialist_without_access_are_told_to_who_watches_over_them_once_a_week()
    {
        await RunAsync<WarnOfAbsent>(j => j.RunAsync(default));
        using var unit = await _host.SignedInAsync("unit.aksuu");
        Assert.DoesNotContain(await NoticesAsync(unit), n => n.Text("kind") == "responsible-absent");
        var owed = (await _holder.GetAsync("/api/children/work-list/counts?whose=mine").JsonAsync()).GetProperty("all").GetInt32();
        await _host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>()
                .Accounts.Where(a => a.Login == "holder.aksuu")
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.ValidUntil, new DateOnly(2026, 11, 22)))
                .AttestedAsync<AccessDbContext, Account>(s)
        );
        await RunAsync<WarnOfAbsent>(j => j.RunAsync(default));
        await RunAsync<WarnOfAbsent>(j => j.RunAsync(default));
        var told = Assert.Single(await NoticesAsync(unit), n => n.Text("kind") == "responsible-absent");
        Assert.True(owed > 1);
        Assert.Contains($" {owed} ", told.Text("text"));
        // the notice opens exactly these steps
        var steps = await unit.GetAsync($"/api/children/work-list/counts?responsible={told.Id("aboutId")}").JsonAsync();
        Assert.Equal(owed, steps.GetProperty("all").GetInt32());
        await unit.PostAsync("/api/access/notices/read", new { }).NothingAsync();
        _host.Clock.Advance(TimeSpan.FromDays(7));
        await RunAsync<WarnOfAbsent>(j => j.RunAsync(default));
        using var later = await _host.SignedInAsync("unit.aksuu");
        var again = Assert.Single(await NoticesAsync(later), n => n.Text("kind") == "responsible-absent");
        Assert.False(again.GetProperty("read").GetBoolean());
    }

    [Fact]
    public void A_chain_whose_delays_do_not_grow_stops_the_start() =>
        Assert.Throws<InvalidOperationException>(() => EscalationChain.Of([(1, Recipient.Specialist), (1, Recipient.Centre)]));

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _mail.Dispose();
    }
}
