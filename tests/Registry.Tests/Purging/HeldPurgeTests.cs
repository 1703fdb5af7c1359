using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Tests.Host;
using Registry.Tests.Merging;

namespace Registry.Tests.Purging;

/// <summary>A typo in a birth date destroys nothing, and a purge with an objection is decided by two people [25.2].</summary>
[Clause("25.2")]
public sealed class HeldPurgeTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;
    private HttpClient _ministry = null!;

    public async Task InitializeAsync() =>
        (_holder, _ministry) = (await _host.SignedInAsync("holder.aksuu"), await _host.SignedInAsync("ministry"));

    private async Task<List<JsonElement>> ListAsync(string which) =>
        [
            .. (await _ministry.GetAsync($"/api/children/purges-due?which={which}&size=100").JsonAsync())
                .GetProperty("items")
                .EnumerateArray(),
        ];

    private async Task<JsonElement> RowAsync(string which, Guid child) => (await ListAsync(which)).Single(r => r.Id("childId") == child);

    private static List<string?> Reasons(JsonElement row) => [.. row.GetProperty("reasons").EnumerateArray().Select(r => r.GetString())];

    private Task<HttpResponseMessage> DecideAsync(Guid child, string ruling, string? on = null) =>
        _ministry.PostAsync(
            $"/api/children/purges-due/{child}/decide",
            new
            {
                ruling,
                on,
                reason = "Иш менен тааныштым",
            }
        );

    /// <summary>A due record with an objection to its purge: the case was reopened.</summary>
    private async Task<Guid> HeldAsync()
    {
        var child = await _holder.BornAsync();
        await _host.AgedAsync(child, "1998-01-01");
        await _host.AnnouncedLongAgoAsync(child);
        await _host.PurgeNightAsync();
        return child;
    }

    /// <summary>As if entered before dates were validated: the year is a century too early.</summary>
    private Task MistypeAsync(Guid child) => _host.RewrittenAsync(child, (nameof(Child.BirthDate), new DateOnly(1916, 5, 4)));

    private async Task NightsAsync(params Guid[] children)
    {
        for (var month = 0; month < 5; month++)
        {
            await _host.AnnounceAsync();
            await _host.PurgeNightAsync();
            await _host.PassAsync(days: 31);
        }
        foreach (var child in children)
            Assert.True(await _host.RowsAboutAsync(child) > 0);
    }

    [Fact]
    public async Task A_birth_year_mistyped_by_a_century_destroys_no_open_case_no_new_card_and_no_bare_signal()
    {
        var assessed = await _holder.BornAsync();
        await _holder.AssessAsync(assessed);
        var card = await _holder.BornAsync();
        var signal = (await _holder.RegisterAsync()).Id();
        var bare = await _host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>().Signals.Where(x => x.Id == signal).Select(x => x.ChildId).SingleAsync()
        );
        foreach (var child in new[] { assessed, card, bare })
            await MistypeAsync(child);
        await NightsAsync(assessed, card, bare);
        _ministry = await _host.SignedInAsync("ministry");
        Assert.Equal(["turning28", "case-open", "entered-lately"], Reasons(await RowAsync("held", card)));
        Assert.Equal(["turning28", "signal-unprocessed", "entered-lately"], Reasons(await RowAsync("held", bare)));
        // the notice about it is there too
        Assert.NotEmpty((await NoticesAsync()).EnumerateArray());
    }

    private async Task<JsonElement> NoticesAsync()
    {
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        return (await (await _host.SignedInAsync("ministry")).GetAsync("/api/access/notices?size=100").JsonAsync()).GetProperty("items");
    }

    [Fact]
    public async Task A_held_purge_is_owed_within_30_days_by_the_authorised_body()
    {
        var child = await HeldAsync();
        var row = await RowAsync("held", child);
        Assert.Equal(("2026-11-23", "2026-12-23"), (row.Text("heldOn"), row.Text("decideBy")));
        var step = (await _ministry.GetAsync("/api/children/work-list?size=100&step=decide-held-purge").JsonAsync()).GetProperty("items");
        Assert.Equal("2026-12-23", Assert.Single(step.EnumerateArray()).Text("dueOn"));
        var told = Assert.Single((await NoticesAsync()).EnumerateArray(), n => n.Text("kind") == "purge-held");
        Assert.Contains("23.12.2026", told.Text("text"), StringComparison.Ordinal);
        // held once, however many nights pass
        await _host.PurgeNightAsync();
        Assert.Single(await OpenStepsAsync(child));
        var count = await _ministry.GetAsync("/api/children/purges-due/count").JsonAsync();
        Assert.Equal((1, 1), (count.GetProperty("over28").GetInt32(), count.GetProperty("held").GetInt32()));
    }

    [Fact]
    [Clause("15.4")]
    public async Task A_held_purge_that_nobody_decides_within_30_days_escalates_inside_the_authorised_body()
    {
        var child = await HeldAsync();
        await NoticesAsync();
        // nothing else is mentioned in the same notices
        await _host.InScopeAsync(s =>
            s.GetRequiredService<PlatformDbContext>()
                .Deadlines.Where(d => d.AboutId != child)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.IsOpen, false))
        );
        Task EscalateAsync() => _host.RunJobAsync<Registry.Access.Jobs.EscalateOverdue>(job => job.RunAsync(default));
        async Task<List<string>> ToldAsync(string login) =>
            [
                .. (await (await _host.SignedInAsync(login)).GetAsync("/api/access/notices?size=100").JsonAsync())
                    .GetProperty("items")
                    .EnumerateArray()
                    .Where(n => n.TryGetProperty("step", out var step) && step.GetString() == "decide-held-purge")
                    .Select(n => n.Text("kind")),
            ];
        await _host.PassAsync(days: 30);
        await EscalateAsync();
        // due today: reminded, and not late yet
        Assert.Equal(["reminder"], await ToldAsync("ministry"));
        foreach (var _ in Enumerable.Range(0, 9))
        {
            await _host.PassAsync(days: 1);
            await EscalateAsync();
        }
        Assert.Equal(["escalated"], await ToldAsync("ministry"));
        // those who may not decide are not reminded
        Assert.Empty(await ToldAsync("unit.aksuu"));
        Assert.Single(await OpenStepsAsync(child));
    }

    private Task<List<Guid>> OpenStepsAsync(Guid child) =>
        _host.InScopeAsync(s =>
            s.GetRequiredService<PlatformDbContext>()
                .Deadlines.Where(d => d.AboutId == child && d.Step == Registry.Contracts.Step.DecideHeldPurge && d.IsOpen)
                .Select(d => d.Id)
                .ToListAsync()
        );

    [Fact]
    public async Task Two_people_confirm_it_and_the_next_night_purges()
    {
        var child = await HeldAsync();
        await DecideAsync(child, "purge").JsonAsync(HttpStatusCode.NoContent);
        await DecideAsync(child, "purge").RefusedAsync(HttpStatusCode.Conflict, "confirmation.requested-already");
        await _host.PurgeNightAsync();
        Assert.True(await _host.RowsAboutAsync(child) > 0);
        var path = $"/api/children/purges-due/{child}/confirm";
        await _ministry.PostAsync(path, new { confirm = true }).RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");
        var second = await _host.SecondOfMinistryAsync();
        var asked = (await RowAsync("held", child)).GetProperty("decision");
        Assert.Equal(("purge", "Иш менен тааныштым"), (asked.Text("ruling"), asked.Text("reason")));
        Assert.True(asked.GetProperty("awaitsSecond").GetBoolean() && asked.GetProperty("byCaller").GetBoolean());
        await second.PostAsync(path, new { confirm = true }).JsonAsync(HttpStatusCode.NoContent);
        await second.PostAsync(path, new { confirm = true }).RefusedAsync(HttpStatusCode.Conflict, "confirmation.decided");
        Assert.Empty(await OpenStepsAsync(child));
        await _host.PurgeNightAsync();
        Assert.Equal(0, await _host.RowsAboutAsync(child));
        var ground = await _host.InScopeAsync(s =>
            s.GetRequiredService<PlatformDbContext>().Purges.Where(p => p.SubjectId == child).Select(p => p.Ground).SingleAsync()
        );
        Assert.Equal(PurgeGround.Confirmed, ground);
    }

    [Fact]
    public async Task The_second_person_refuses_and_the_record_stays()
    {
        var child = await HeldAsync();
        await DecideAsync(child, "purge").JsonAsync(HttpStatusCode.NoContent);
        var second = await _host.SecondOfMinistryAsync();
        await second.PostAsync($"/api/children/purges-due/{child}/confirm", new { confirm = false }).JsonAsync(HttpStatusCode.NoContent);
        await _host.PurgeNightAsync();
        Assert.True(await _host.RowsAboutAsync(child) > 0);
        // the decision is still owed
        Assert.Single(await OpenStepsAsync(child));
        Assert.Equal(JsonValueKind.Null, (await RowAsync("held", child)).GetProperty("decision").ValueKind);
    }

    [Fact]
    public async Task It_is_kept_for_the_time_being_and_comes_back()
    {
        var child = await HeldAsync();
        foreach (var on in new[] { "2026-11-23", "2027-11-24" })
            Assert.Equal(
                "purge.keep-up-to-a-year",
                (await DecideAsync(child, "keep", on).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("on")
            );
        await DecideAsync(child, "keep", "2026-11-26").JsonAsync(HttpStatusCode.NoContent);
        Assert.Empty(await OpenStepsAsync(child));
        await _host.PassAsync(days: 2);
        await _host.PurgeNightAsync();
        Assert.Empty(await OpenStepsAsync(child));
        await _host.PassAsync(days: 1);
        await _host.PurgeNightAsync();
        Assert.Single(await OpenStepsAsync(child));
        Assert.True(await _host.RowsAboutAsync(child) > 0);
    }

    [Fact]
    public async Task What_comes_up_after_the_confirmation_holds_it_again()
    {
        var child = await HeldAsync();
        await DecideAsync(child, "purge").JsonAsync(HttpStatusCode.NoContent);
        var second = await _host.SecondOfMinistryAsync();
        await second.PostAsync($"/api/children/purges-due/{child}/confirm", new { confirm = true }).JsonAsync(HttpStatusCode.NoContent);
        // a relative is entered: a mother younger than the subject
        await _holder.SaveSectionAsync(
            child,
            "relatives",
            new
            {
                mother = "raises-child",
                list = new[]
                {
                    new
                    {
                        relation = "mother",
                        fullName = "Куранова Айгүл",
                        birthDate = "1990-01-01",
                    },
                },
            }
        );
        await _host.PurgeNightAsync();
        Assert.True(await _host.RowsAboutAsync(child) > 0);
        Assert.Contains("parent-too-young", Reasons(await RowAsync("held", child)));
    }

    [Fact]
    [Clause("17.1")]
    public async Task What_the_card_and_the_signals_tell_against_the_date_is_found()
    {
        var child = (
            await _holder.OpenCardAsync(Road.NewIdentity(pin: "10405201600029"), Road.Signal(child: new { name = "Жыпаргүл", age = 10 }))
        ).Id("childId");
        await _holder.SaveSectionAsync(child, "further", new { values = new { school = "№ 5" } });
        await _host.EndedLongAgoAsync(child);
        await _host.PurgeNightAsync();
        Assert.Equal(["turning28", "pin-tells-otherwise", "age-tells-otherwise", "pupil-too-old"], Reasons(await RowAsync("held", child)));
    }

    [Fact]
    [Clause("17.9")]
    public async Task A_school_that_was_entered_and_taken_back_holds_nothing()
    {
        var child = await _holder.BornAsync();
        await _holder.SaveSectionAsync(child, "further", new { values = new { school = "№ 5" } });
        await _holder.SaveSectionAsync(child, "further", new { values = new { } });
        await _host.EndedLongAgoAsync(child);
        await _host.PurgeNightAsync();
        Assert.Equal(0, await _host.RowsAboutAsync(child));
    }

    [Fact]
    [Clause("28")]
    public async Task Correcting_a_birth_date_withdraws_the_announcement_or_starts_it_journalled_and_notified()
    {
        var child = await _holder.BornAsync();
        await _host.AgedAsync(child, "1999-02-01");
        await _host.AnnounceAsync();
        Assert.Equal("2027-02-21", (await RowAsync("announced", child)).Text("purgeOn"));
        await _host.PassAsync(days: 80);
        _holder = await _host.SignedInAsync("holder.aksuu");
        await _holder.SaveSectionAsync(child, "identity", Road.NewIdentity());
        _ministry = await _host.SignedInAsync("ministry");
        Assert.DoesNotContain(await ListAsync("announced"), r => r.Id("childId") == child);
        // and to a day near 28: the 90 days start at the correction
        var near28 = new
        {
            surname = "Сынова",
            name = "Жыпаргүл",
            noPatronymic = true,
            birthDate = "1999-01-15",
            adultBecause = "Окуп жүрөт",
        };
        await _holder.SaveSectionAsync(child, "identity", near28);
        Assert.Equal("2027-05-12", (await RowAsync("announced", child)).Text("purgeOn"));
        await _host.PassAsync(days: 11);
        await _host.PurgeNightAsync();
        Assert.True(await _host.RowsAboutAsync(child) > 0);
        var actions = await _host.InScopeAsync(s =>
            s.GetRequiredService<PlatformDbContext>()
                .Journal.Where(e => e.AboutId == child && (e.Action == "AnnouncePurge" || e.Action == "WithdrawPurge"))
                .OrderBy(e => e.Seq)
                .Select(e => e.Action)
                .ToListAsync()
        );
        Assert.Equal(["AnnouncePurge", "WithdrawPurge", "AnnouncePurge"], actions);
        var kinds = (await NoticesAsync()).EnumerateArray().Select(n => n.Text("kind")).Order(StringComparer.Ordinal);
        // one notice per child, showing the current state
        Assert.Equal(["purge-announced"], kinds.Where(k => k.StartsWith("purge", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_corrected_date_makes_a_decision_and_its_step_void()
    {
        var child = await HeldAsync();
        await DecideAsync(child, "purge").JsonAsync(HttpStatusCode.NoContent);
        await _holder.SaveSectionAsync(child, "identity", Road.NewIdentity(birthDate: "2016-05-05"));
        Assert.Empty(await OpenStepsAsync(child));
        var lapsed = await _host.InScopeAsync(s =>
            s.GetRequiredService<PlatformDbContext>().Deadlines.Where(d => d.AboutId == child).Select(d => d.LapsedBecause).SingleAsync()
        );
        Assert.Equal(Registry.Contracts.LapseReason.DateCorrected, lapsed);
        Assert.False(
            await _host.InScopeAsync(s => s.GetRequiredService<ChildrenDbContext>().PurgeDecisions.AnyAsync(d => d.ChildId == child))
        );
        await (await _host.SecondOfMinistryAsync())
            .PostAsync($"/api/children/purges-due/{child}/confirm", new { confirm = true })
            .RefusedAsync(HttpStatusCode.Conflict, "confirmation.decided");
    }

    [Fact]
    public async Task A_child_of_an_estimated_age_far_below_28_is_left_alone()
    {
        var child = await _host.LongKnownAsync(_holder, "2016-01-01", estimated: true);
        await _host.PurgeNightAsync();
        Assert.Empty(await OpenStepsAsync(child));
        Assert.DoesNotContain(await ListAsync("held"), r => r.Id("childId") == child);
    }

    [Fact]
    public async Task A_card_that_became_part_of_another_is_listed_with_that_one_only()
    {
        var kept = await _holder.BornAsync();
        var other = await _holder.BornAsync();
        foreach (var child in new[] { kept, other })
            await _host.AgedAsync(child, null);
        await _host.MergeAsync(_holder, kept, other);
        await _host.AgedAsync(other, null);
        var undated = (await ListAsync("undated")).ConvertAll(r => r.Id("childId"));
        Assert.Contains(kept, undated);
        Assert.DoesNotContain(other, undated);
    }

    [Fact]
    [Clause("25.1")]
    public async Task A_sealed_record_is_counted_for_nobody_who_is_not_named()
    {
        var child = await _host.LongKnownAsync(_holder, "1990-01-01");
        async Task<int> Over28Async() =>
            (await _ministry.GetAsync("/api/children/purges-due/count").JsonAsync()).GetProperty("over28").GetInt32();
        var before = await Over28Async();
        await _host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>()
                .Children.Where(c => c.Id == child)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(c => c.Territory, Soate.Sealed).SetProperty(c => c.District, Soate.SealedDistrict)
                )
        );
        Assert.Equal(before - 1, await Over28Async());
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
