using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Jobs;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>Everyone who must act is notified, once per matter, in accurate words.</summary>
[Clause("13b.4", "15.4", "19.2")]
public sealed class NoticesOfWorkTests : IAsyncLifetime
{
    private readonly MailServer _mail = new();
    private readonly RegistryHost _host;
    private HttpClient _holder = null!;

    public NoticesOfWorkTests() =>
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
        _holder = await _host.SignedInAsync("holder.aksuu");
        // notices about the demo's own steps go out first
        await _host.SettleAsync();
        await RunAsync<EscalateOverdue>(j => j.RunAsync(default));
        _host.Clock.SetUtcNow(RegistryHost.Start.AddHours(23));
        await MailAllAsync();
        _host.Clock.SetUtcNow(RegistryHost.Start.AddHours(24));
        _holder = await _host.SignedInAsync("holder.aksuu");
    }

    private Task<bool> RunAsync<T>(Func<T, Task> run)
        where T : notnull =>
        _host.InScopeAsync(async s =>
        {
            await run(s.GetRequiredService<T>());
            return true;
        });

    private async Task MailAllAsync()
    {
        do
        {
            _mail.Mails.Clear();
            await RunAsync<SendMail>(j => j.RunAsync(default));
        } while (_mail.Mails.Count > 0);
    }

    private async Task<List<JsonElement>> NoticesAsync(string login, string kind)
    {
        var user = await _host.SignedInAsync(login);
        var page = await user.GetAsync("/api/access/notices?size=100").JsonAsync();
        return [.. page.GetProperty("items").EnumerateArray().Where(n => n.Text("kind") == kind)];
    }

    private async Task EscalateOnAsync(int month, int day)
    {
        _host.Clock.SetUtcNow(new DateTimeOffset(2026, month, day, 4, 0, 0, TimeSpan.Zero));
        await RunAsync<EscalateOverdue>(j => j.RunAsync(default));
    }

    private static object SignalOf(string urgency) =>
        new
        {
            source = "report-received",
            channel = "school",
            urgency,
            foundOn = "2026-11-24",
            receivedOn = "2026-11-24",
            territory = Road.AkSuu,
            account = "Мектепке келбейт.",
            reporter = new { anonymous = true },
            child = new { surname = "Сынова", name = "Айзада" },
        };

    [Fact]
    public async Task Measures_are_told_to_the_police_officer_who_carries_them_out_and_their_report_to_the_holder()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        await _holder.AssessAsync(child);
        var plan = await _holder.FormPlanAsync(child);
        var police = await _host.SignedInAsync("police.aksuu");
        await _holder.SubmitPlanAsync(plan, (await police.GetAsync("/api/access/me").JsonAsync()).Id("specialistId"));
        await _host.SettleAsync();
        Assert.Empty(await NoticesAsync("police.aksuu", "measures-assigned"));
        await (await _host.SignedInAsync("unit.aksuu")).ApprovePlanAsync(plan);
        await _host.SettleAsync();
        var measures = (await _holder.PlanAsync(plan)).GetProperty("measures").EnumerateArray().ToList();
        var told = Assert.Single(await NoticesAsync("police.aksuu", "measures-assigned"));
        var first = measures.Min(m => DateOnly.Parse(m.Text("dueOn"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains($"{first:dd.MM.yyyy}", told.Text("text"));
        Assert.Empty(await NoticesAsync("holder.aksuu", "measure-reported"));
        var report = new
        {
            status = "done",
            result = "Аткарылды",
            on = "2026-11-24",
        };
        await police.PostAsync($"/api/plans/measures/{measures[0].Id()}/report", report).NothingAsync();
        await _host.SettleAsync();
        Assert.Single(await NoticesAsync("holder.aksuu", "measure-reported"));
    }

    [Theory]
    [InlineData("urgent")]
    [InlineData("immediate")]
    public async Task An_urgent_signal_is_told_at_once_to_the_holder_and_the_unit_in_the_Base_and_by_mail(string urgency)
    {
        var registered = await (await _host.SignedInAsync("holder.alamudun")).RegisterAsync(SignalOf(urgency));
        await _host.SettleAsync();
        foreach (var login in new[] { "holder.aksuu", "unit.aksuu" })
            Assert.Contains(registered.Text("number"), Assert.Single(await NoticesAsync(login, "urgent-signal")).Text("text"));
        // it came from elsewhere, which causes no second notice
        Assert.DoesNotContain(await NoticesAsync("holder.aksuu", "signal-forwarded"), n => n.Text("number") == registered.Text("number"));
        await RunAsync<SendMail>(j => j.RunAsync(default));
        Assert.Contains(_mail.Mails, m => m.To.Mailboxes.Single().Address == "unit.aksuu@registry.test");
        Assert.All(_mail.Mails, m => Assert.DoesNotContain("Сынова", m.TextBody));
        var off = new
        {
            kind = "urgent-signal",
            inBase = false,
            byMail = false,
        };
        await _holder.PutAsync("/api/access/notices/choices", off).RefusedAsync(HttpStatusCode.BadRequest, "notice.critical-stays");
    }

    [Fact]
    public async Task Whoever_registers_a_signal_is_not_told_of_it()
    {
        await _holder.RegisterAsync(SignalOf("immediate"));
        await _holder.RegisterAsync(SignalOf("ordinary"));
        await _host.SettleAsync();
        Assert.Empty(await NoticesAsync("holder.aksuu", "urgent-signal"));
        Assert.Empty(await NoticesAsync("holder.aksuu", "signal-came"));
        Assert.Single(await NoticesAsync("unit.aksuu", "urgent-signal"));
    }

    [Fact]
    public async Task Own_steps_are_one_notice_that_a_later_day_brings_up_to_date()
    {
        await _holder.RegisterAsync(SignalOf("ordinary"));
        await EscalateOnAsync(11, 25);
        await EscalateOnAsync(11, 27);
        var late = (await (await _host.SignedInAsync("holder.aksuu")).GetAsync("/api/children/work-list/counts?whose=mine").JsonAsync())
            .GetProperty("late")
            .GetInt32();
        Assert.True(late > 0);
        Assert.Empty(await NoticesAsync("holder.aksuu", "reminder"));
        var overdue = Assert.Single(await NoticesAsync("holder.aksuu", "overdue"));
        Assert.False(overdue.GetProperty("read").GetBoolean());
        if (late > 1)
            Assert.StartsWith($"{late} ", overdue.Text("text"));
        await (await _host.SignedInAsync("holder.aksuu")).PostAsync("/api/access/notices/read", new { }).NothingAsync();
        // nothing new: no further notice
        await EscalateOnAsync(11, 27);
        Assert.True(Assert.Single(await NoticesAsync("holder.aksuu", "overdue")).GetProperty("read").GetBoolean());
        Assert.Single(await NoticesAsync("unit.aksuu", "escalated"));
    }

    [Fact]
    public async Task What_is_not_urgent_goes_out_in_one_mail_a_day()
    {
        foreach (var _ in Enumerable.Range(0, 2))
            await (await _host.SignedInAsync("holder.alamudun")).RegisterAsync(SignalOf("ordinary"));
        await _host.SettleAsync();
        await RunAsync<SendMail>(j => j.RunAsync(default));
        Assert.Empty(_mail.Mails);
        // half past eight in Bishkek
        _host.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 2, 30, 0, TimeSpan.Zero));
        await RunAsync<SendMail>(j => j.RunAsync(default));
        var mail = Assert.Single(_mail.Mails, m => m.To.Mailboxes.Single().Address == "holder.aksuu@registry.test");
        Assert.Equal("Балдарды коргоо базасы: 2 билдирүү", mail.Subject);
    }

    [Fact]
    [Clause("27")]
    public async Task A_disclosure_that_awaits_a_decision_is_told_to_the_authorised_body_and_the_decision_to_who_asked()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        var asked = new
        {
            asker = "state-body",
            askedBy = "Сот",
            ground = "x",
            document = "x",
            purpose = "x",
            askedOn = "2026-11-24",
            wanted = new[] { "card" },
        };
        var id = (await _holder.PostAsync($"/api/integration/disclosures/of-child/{child}", asked).JsonAsync(HttpStatusCode.Created)).Id();
        await _host.SettleAsync();
        Assert.Single(await NoticesAsync("ministry", "disclosure-requested"));
        var ministry = await _host.SignedInAsync("ministry");
        await ministry.ChangeAsync(
            $"/api/integration/disclosures/{id}",
            version =>
                ministry.PostAsync(
                    $"/api/integration/disclosures/{id}/decide",
                    new { grant = Array.Empty<string>(), remarks = "Негизи жок" },
                    version
                )
        );
        await _host.SettleAsync();
        Assert.Single(await NoticesAsync("holder.aksuu", "disclosure-decided"));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _mail.Dispose();
    }
}
