using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Children.Purging;
using Registry.Platform.Events;
using Registry.Tests.Host;

namespace Registry.Tests.Purging;

/// <summary>A purge is announced, and decided on where the birth date is uncertain [25.2].</summary>
[Clause("25.2")]
public sealed class AnnouncePurgesTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;
    private HttpClient _ministry = null!;

    public async Task InitializeAsync() =>
        (_holder, _ministry) = (await _host.SignedInAsync("holder.aksuu"), await _host.SignedInAsync("ministry"));

    [Fact]
    public async Task It_is_announced_90_days_before_once_to_the_authorised_body_and_to_who_is_responsible()
    {
        await _host.LongKnownAsync(_holder, "1999-02-21"); // 90 days from 23 November
        await _host.LongKnownAsync(_holder, "1999-02-22");
        await _host.RunJobAsync<AnnouncePurges>(job => job.RunAsync(default));
        await _host.RunJobAsync<AnnouncePurges>(job => job.RunAsync(default));
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
    public async Task Without_a_sure_birth_date_two_people_of_the_authorised_body_decide_and_not_before_90_days()
    {
        var child = await _host.LongKnownAsync(_holder, "1980-01-01", estimated: true);
        var listed = (await _ministry.GetAsync("/api/children/purges-due?which=undated&size=100").JsonAsync()).GetProperty("items");
        Assert.Equal(
            "birth-date-estimated",
            Assert.Single(listed.EnumerateArray().Single(c => c.Id("childId") == child).GetProperty("reasons").EnumerateArray()).GetString()
        );
        var path = $"/api/children/purges-due/{child}";
        object Purge(string? on) =>
            new
            {
                ruling = "purge",
                on,
                reason = "Паспорт табылды",
            };
        foreach (var (on, code) in new[] { ("2027-02-20", "purge.too-soon"), ("2055-01-01", "purge.too-late"), (null, "field.required") })
            Assert.Equal(code, (await _ministry.PostAsync($"{path}/decide", Purge(on)).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("on"));
        await _ministry.PostAsync($"{path}/decide", Purge("2027-02-21")).JsonAsync(HttpStatusCode.NoContent);
        // the night skips what is waiting for the second person
        await _host.AnnounceAsync();
        // one person is not enough, even if they confirm twice
        await _ministry.PostAsync($"{path}/confirm", new { confirm = true }).RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");
        var second = await _host.SecondOfMinistryAsync();
        await second.PostAsync($"{path}/confirm", new { confirm = true }).JsonAsync(HttpStatusCode.NoContent);
        await _host.PassAsync(days: 89);
        await _host.AnnounceAsync();
        await _host.PurgeNightAsync();
        Assert.True(await _host.RowsAboutAsync(child) > 0);
        await _host.PassAsync(days: 1);
        await _host.PurgeNightAsync();
        Assert.Equal(0, await _host.RowsAboutAsync(child));
        // a certain birth date needs no decision
        (_ministry, _holder) = (await _host.SignedInAsync("ministry"), await _host.SignedInAsync("holder.aksuu"));
        var dated = await _host.LongKnownAsync(_holder, "2016-01-01");
        await _ministry
            .PostAsync($"/api/children/purges-due/{dated}/decide", Purge("2030-02-21"))
            .RefusedAsync(HttpStatusCode.Conflict, "purge.runs-by-itself");
    }

    [Fact]
    public async Task The_last_day_that_may_be_decided_on_lies_28_years_ahead()
    {
        var child = await _host.LongKnownAsync(_holder, "1980-01-01", estimated: true);
        var last = new
        {
            ruling = "purge",
            on = "2054-11-23",
            reason = "x",
        };
        await _ministry.PostAsync($"/api/children/purges-due/{child}/decide", last).JsonAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_announcement_without_a_decision_behind_it_is_withdrawn_and_a_decided_one_stays()
    {
        var (decided, too) = (await DecidedAsync(), await DecidedAsync());
        var stray = await _host.LongKnownAsync(_holder, "1980-01-01", estimated: true);
        await _host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>()
                .Children.Where(c => c.Id == stray)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(c => c.PurgeAnnouncedOn, new DateOnly(2026, 11, 23))
                        .SetProperty(c => c.PurgeOn, new DateOnly(2027, 2, 21))
                )
                .AttestedAsync<ChildrenDbContext, Child>(s)
        );
        await _host.AnnounceAsync();
        var announced = (await _ministry.GetAsync("/api/children/purges-due?size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Select(r => r.Id("childId"))
            .ToList();
        Assert.Contains(decided, announced);
        Assert.Contains(too, announced);
        Assert.DoesNotContain(stray, announced);
    }

    [Fact]
    public async Task A_card_opened_with_another_birth_date_than_was_reported_takes_the_announcement_back()
    {
        var signal = (await _holder.RegisterAsync()).Id();
        var child = await _host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>().Signals.Where(x => x.Id == signal).Select(x => x.ChildId).SingleAsync()
        );
        await _host.AgedAsync(child, "1999-02-01");
        await _host.AnnounceAsync();
        Assert.Contains(child, await AnnouncedAsync());
        await _holder.OpenCardFromAsync(signal);
        Assert.DoesNotContain(child, await AnnouncedAsync());
    }

    [Fact]
    public async Task What_is_announced_bears_the_number_of_its_case()
    {
        var child = await _host.LongKnownAsync(_holder, "1999-02-01");
        await _host.AnnounceAsync();
        var due = (await _ministry.GetAsync("/api/children/purges-due").JsonAsync()).GetProperty("items").EnumerateArray();
        Assert.Equal(
            (await _holder.CardAsync(child)).GetProperty("case").Text("number"),
            due.Single(r => r.Id("childId") == child).Text("number")
        );
    }

    [Fact]
    public async Task What_was_announced_for_another_birth_date_is_neither_purged_nor_held()
    {
        var child = await _host.DueAsync(_holder, "1998-01-01");
        await _host.AgedAsync(child, "1998-01-02");
        await _host.PurgeNightAsync();
        Assert.True(await _host.RowsAboutAsync(child) > 0);
        var held = (await _ministry.GetAsync("/api/children/purges-due?which=held&size=100").JsonAsync()).GetProperty("items");
        Assert.DoesNotContain(held.EnumerateArray(), r => r.Id("childId") == child);
    }

    private async Task<List<Guid>> AnnouncedAsync() =>
        [
            .. (await _ministry.GetAsync("/api/children/purges-due?size=100").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Select(r => r.Id("childId")),
        ];

    private HttpClient? _second;

    /// <summary>A record with an uncertain birth date whose purge two people decided on.</summary>
    private async Task<Guid> DecidedAsync()
    {
        var child = await _host.LongKnownAsync(_holder, "1980-01-01", estimated: true);
        var decision = new
        {
            ruling = "purge",
            on = "2027-02-21",
            reason = "x",
        };
        var path = $"/api/children/purges-due/{child}";
        await _ministry.PostAsync($"{path}/decide", decision).JsonAsync(HttpStatusCode.NoContent);
        _second ??= await _host.SecondOfMinistryAsync();
        await _second.PostAsync($"{path}/confirm", new { confirm = true }).JsonAsync(HttpStatusCode.NoContent);
        return child;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
