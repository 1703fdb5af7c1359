using System.Net;
using Registry.Children.Purging;
using Registry.Kernel.Events;
using Registry.Tests.Host;

namespace Registry.Tests.Purging;

/// <summary>The end of the data is announced, and decided on where the birth date is not sure [25.2].</summary>
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
        await _holder.BornAsync("1999-02-21"); // 90 days from 23 November
        await _holder.BornAsync("1999-02-22");
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
    public async Task Without_a_sure_birth_date_the_authorised_body_decides_and_not_before_90_days()
    {
        var child = await _holder.BornAsync("1980-01-01", estimated: true);
        var listed = (await _ministry.GetAsync("/api/children/purges-due?which=undated&size=100").JsonAsync()).GetProperty("items");
        Assert.Contains(listed.EnumerateArray(), c => c.Id("childId") == child);
        var path = $"/api/children/purges-due/{child}/decide";
        var soon = await _ministry.PostAsync(path, new { purgeOn = "2027-02-20", reason = "x" }).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("purge.too-soon", soon.GetProperty("errors")[0].Text("code"));
        await _ministry.PostAsync(path, new { purgeOn = "2027-02-21", reason = "Паспорт табылды" }).JsonAsync(HttpStatusCode.NoContent);
        await _host.RunJobAsync<PurgeAt28>(job => job.RunAsync(default));
        Assert.True(await _host.RowsAboutAsync(child) > 0);
        await _host.PassAsync(days: 90);
        await _host.RunJobAsync<PurgeAt28>(job => job.RunAsync(default));
        Assert.Equal(0, await _host.RowsAboutAsync(child));
        // who has a sure birth date needs no decision
        _ministry = await _host.SignedInAsync("ministry");
        _holder = await _host.SignedInAsync("holder.aksuu");
        var dated = await _holder.BornAsync("2016-01-01");
        var refused = await _ministry
            .PostAsync($"/api/children/purges-due/{dated}/decide", new { purgeOn = "2030-02-21", reason = "x" })
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("purge.dated", refused.Text("code"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
