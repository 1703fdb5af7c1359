using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Purging;
using Registry.Tests.Host;

namespace Registry.Tests.Purging;

/// <summary>The paged lists of purges, each in its order; and invalid certificates.</summary>
[Clause("25.2")]
public sealed class PurgePagesTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;
    private HttpClient _ministry = null!;

    public async Task InitializeAsync() =>
        (_holder, _ministry) = (await _host.SignedInAsync("holder.aksuu"), await _host.SignedInAsync("ministry"));

    private async Task<List<JsonElement>> WalkAsync(HttpClient user, string path)
    {
        var whole = (await user.GetAsync($"{path}size=100").JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        var (walked, next) = (new List<string>(), (string?)null);
        do
        {
            var page = await user.GetAsync($"{path}size=2{(next is null ? "" : $"&cursor={next}")}").JsonAsync();
            walked.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetRawText()));
            next = page.GetProperty("next").GetString();
        } while (next is not null && walked.Count < 50);
        Assert.Equal(whole.Select(i => i.GetRawText()), walked);
        return whole;
    }

    /// <summary>A record whose purge is announced for a day, or was due and has been held since a day.</summary>
    private async Task<Guid> ChildAsync(string? purgeOn, string? heldOn = null)
    {
        var child = await _host.LongKnownAsync(_holder, purgeOn is null ? null : "1998-01-01");
        if (purgeOn is null)
            return child;
        static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);
        await _host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>()
                .Children.Where(c => c.Id == child)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(c => c.PurgeAnnouncedOn, new DateOnly(2026, 9, 1))
                        .SetProperty(c => c.PurgeOn, Day(purgeOn))
                        .SetProperty(c => c.PurgeHeldOn, Day(heldOn))
                )
                .AttestedAsync<ChildrenDbContext, Child>(s)
        );
        return child;
    }

    [Fact]
    public async Task Those_whose_data_end_first_come_first_and_those_on_one_day_once_each()
    {
        var last = await ChildAsync("2027-03-01");
        var same = new List<Guid>();
        for (var i = 0; i < 3; i++)
            same.Add(await ChildAsync("2027-02-01"));
        var first = await ChildAsync("2027-01-01");
        var held = new List<Guid> { await ChildAsync("2026-11-01", "2026-11-03"), await ChildAsync("2026-11-01", "2026-11-02") };
        held.AddRange([await ChildAsync("2026-11-01", "2026-11-03"), await ChildAsync("2026-11-01", "2026-11-03")]);
        var undated = new List<Guid> { await ChildAsync(null), await ChildAsync(null), await ChildAsync(null) };
        async Task<List<Guid>> IdsAsync(string which, List<Guid> of) =>
            [
                .. (await WalkAsync(_ministry, $"/api/children/purges-due?which={which}&"))
                    .Select(i => i.Id("childId"))
                    .Where(id => of.Contains(id) || id == first || id == last || held.Contains(id)),
            ];
        Assert.Equal([first, .. same, last], await IdsAsync("announced", same));
        Assert.Equal([held[1], held[0], held[2], held[3]], await IdsAsync("held", []));
        Assert.Equal(undated, await IdsAsync("undated", undated));
    }

    [Fact]
    public async Task Certificates_are_read_in_pages_the_latest_first()
    {
        var numbers = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var purge = await PurgeAsync();
            numbers.Insert(0, purge.Number);
            // the second and the third have the same time
            if (i != 1)
                _host.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var admin = await _host.SignedInAsync("admin");
        Assert.Equal(numbers, (await WalkAsync(admin, "/api/children/purges?")).Select(p => p.Text("number")));
        var one = (await admin.GetAsync($"/api/children/purges?search={numbers[3]}").JsonAsync()).GetProperty("items");
        Assert.Equal(numbers[3], Assert.Single(one.EnumerateArray().ToList()).Text("number"));
    }

    private async Task<Purge> PurgeAsync() =>
        await _host
            .Service<PurgeSubject>()
            .RunAsync(await _holder.BornAsync(foundOn: _host.Today()), PurgeGround.Turned28, new(2026, 11, 23), default);

    [Trait("Needs", "embedded")]
    [Fact]
    public async Task The_check_names_each_certificate_that_was_changed_and_no_other()
    {
        var (changed, _) = (await PurgeAsync(), await PurgeAsync());
        await using (var file = new SqliteConnection(_host.Service<DatabaseOptions>().Registry))
        {
            await file.OpenAsync();
            var command = file.CreateCommand();
            command.CommandText = "UPDATE platform_purges SET DueOn = '2026-11-24' WHERE Number = $number";
            command.Parameters.AddWithValue("$number", changed.Number);
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }
        var (count, broken) = await _host.InScopeAsync(s => s.GetRequiredService<VerifyPurges>().RunAsync(default));
        Assert.True(count >= 2);
        Assert.Equal([new BrokenPurge(changed.Number, "changed")], broken);
    }

    [Fact]
    public async Task The_check_finds_a_single_row_that_came_back()
    {
        var purge = await PurgeAsync();
        await _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<PlatformDbContext>();
            db.Findings.Add(
                new()
                {
                    Check = "test",
                    AboutId = purge.SubjectId,
                    FoundAt = _host.Clock.Utc(),
                }
            );
            return await db.SaveChangesAsync();
        });
        var (_, broken) = await _host.InScopeAsync(s => s.GetRequiredService<VerifyPurges>().RunAsync(default));
        Assert.Equal([new BrokenPurge(purge.Number, "platform")], broken);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
