using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access;
using Registry.Access.Accounts;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>No one controls access alone: one person of the authorised body requests, another confirms, and neither does it for themselves.</summary>
[Clause("5.admin", "8", "15.1", "15.2", "26")]
public sealed class AccessRequestTests : AccountTests
{
    private const string Login = "new.holder";

    private Task<Guid> NewcomerAsync() => Host.RegisterColleagueAsync("holder.aksuu", "Жаңыева", "Келди", "10505198512345");

    private static Task<HttpResponseMessage> AskAsync(HttpClient by, Guid specialist, string login, object? access = null) =>
        by.PostAsync(
            "/api/access/accounts",
            new
            {
                specialistId = specialist,
                login,
                access = access ?? Access(),
            }
        );

    private Task<HttpResponseMessage> TryAsync(string login, string password) =>
        Host.Browser().PostAsync("/api/access/sign-in", new { login, password });

    private static async Task<Guid> SelfAsync(HttpClient user) => (await user.GetAsync("/api/access/me").JsonAsync()).Id("specialistId");

    private static async Task<List<JsonElement>> NoticesAsync(HttpClient user, string kind) =>
        [
            .. (await user.GetAsync("/api/access/notices?size=100").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Where(n => n.Text("kind") == kind),
        ];

    [Fact]
    public async Task An_access_works_in_the_second_in_which_another_person_confirms_it_and_not_before()
    {
        var ministry = await Host.SignedInAsync("ministry");
        await AskAsync(Admin, await NewcomerAsync(), Login).JsonAsync(HttpStatusCode.Created);
        await TryAsync(Login, Password).JsonAsync(HttpStatusCode.Unauthorized);
        Assert.Empty((await Admin.GetAsync($"/api/access/accounts?search={Login}").JsonAsync()).GetProperty("items").EnumerateArray());
        var asked = await ministry.RequestAsync(Login);
        Assert.Equal(
            ("grant", "Жаңыева Келди", "holder"),
            (asked.Text("kind"), asked.Text("fullName"), asked.GetProperty("access").Text("role"))
        );
        var given = await ministry.DecideAsync(asked).JsonAsync();
        var holder = await Host.FirstSignInAsync(Login, given.Text("password"));
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/children/work-list")).StatusCode);
        await ministry.DecideAsync(await DecidedAsync()).RefusedAsync(HttpStatusCode.Conflict, "confirmation.decided");

        async Task<JsonElement> DecidedAsync() =>
            (await Admin.GetAsync("/api/access/requests").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Single(r => r.Text("login") == Login);
    }

    [Theory]
    [InlineData("base-administrator", "ministry")]
    [InlineData("authorised-body", "ministry")]
    [InlineData("central-body", "central")]
    [InlineData("territorial-unit", "unit.aksuu")]
    [InlineData("territorial-body", "police.aksuu")]
    [InlineData("holder", "holder.aksuu")]
    [InlineData("institution-staff", "institution")]
    public async Task No_role_is_given_by_one_person(string role, string body)
    {
        var newcomer = await Host.RegisterColleagueAsync(body, "Жаңыева", "Келди", "10505198512345");
        var territory = role is "base-administrator" or "authorised-body" or "central-body" ? null : Road.AkSuu;
        await AskAsync(Admin, newcomer, Login, Access(role, territory)).JsonAsync(HttpStatusCode.Created);
        var asked = await Admin.RequestAsync(Login);
        Assert.False(asked.GetProperty("canDecide").GetBoolean());
        await Admin.DecideAsync(asked).RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");
        Assert.False(await Host.InScopeAsync(s => s.GetRequiredService<AccessDbContext>().Accounts.AnyAsync(a => a.Login == Login)));
        await Host.FirstSignInAsync(Login, (await Host.ConfirmAccessAsync(Login)).Text("password"));
    }

    /// <summary>The administrator once gave itself the ministry's role and read every child.</summary>
    [Fact]
    public async Task Nobody_gives_themselves_an_access_or_another_role()
    {
        var ministry = await Host.SignedInAsync("ministry");
        foreach (var (user, role) in new[] { (Admin, "authorised-body"), (ministry, "authorised-body") })
            await AskAsync(user, await SelfAsync(user), "myself", Access(role, null)).RefusedAsync(HttpStatusCode.Conflict, "account.own");
        await PutAsync(Admin, "admin", Access("authorised-body", null)).RefusedAsync(HttpStatusCode.Conflict, "account.own");
    }

    /// <summary>The ministry once extended its own term.</summary>
    [Theory]
    [InlineData("2027-12-31")]
    [InlineData("2027-01-01")]
    public async Task Nobody_changes_their_own_term(string until) =>
        await PutAsync(await Host.SignedInAsync("ministry"), "ministry", Access("authorised-body", null, until: until))
            .RefusedAsync(HttpStatusCode.Conflict, "account.own");

    [Fact]
    public async Task Nobody_resets_suspends_or_changes_themselves()
    {
        await ActAsync("admin", "reset-password", new { confirm = "admin" }).RefusedAsync(HttpStatusCode.Conflict, "account.own");
        await ActAsync("admin", "suspend", new { reason = "x", confirm = "admin" }).RefusedAsync(HttpStatusCode.Conflict, "account.own");
        var path = $"/api/access/specialists/{await SelfAsync(Admin)}";
        var known = (await Admin.GetAsync(path).JsonAsync()).GetProperty("specialist");
        await Admin
            .PutAsync(path, new { specialist = Renumbered(known, "10505198512345") }, await Admin.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.Conflict, "specialist.own");
    }

    /// <summary>A duplicated number, as in a Base older than the index: the other registration is still the same person.</summary>
    [Fact]
    public async Task Who_is_oneself_is_told_by_the_personal_number_and_not_by_the_registration()
    {
        var (self, other) = (await SelfAsync(Admin), await NewcomerAsync());
        await Host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<AccessDbContext>();
            var pin = await s.GetRequiredService<SpecialistPins>().OpenAsync(await db.Specialists.SingleAsync(p => p.Id == self), default);
            var seal = (await s.GetRequiredService<Vault>().OfBaseAsync(default)).Close(
                new SealedAt(other, 1),
                SpecialistPins.Purpose,
                pin
            );
            return await db
                .Specialists.Where(p => p.Id == other)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(p => p.SealedPin, seal).SetProperty(p => p.SealNo, 1).SetProperty(p => p.PinToken, (byte[]?)null)
                )
                .AttestedAsync<AccessDbContext, Specialist>(s);
        });
        await AskAsync(Admin, other, Login).RefusedAsync(HttpStatusCode.Conflict, "account.own");
    }

    /// <summary>With a different number someone else would be admitted by the outside sign-in provider.</summary>
    [Fact]
    public async Task Nobody_hands_an_access_to_another_person_by_another_personal_number()
    {
        var id = (await Admin.GetAsync("/api/access/specialists?search=" + Uri.EscapeDataString("Касымова")).JsonAsync())
            .GetProperty("items")[0]
            .Id();
        var path = $"/api/access/specialists/{id}";
        var known = (await Admin.GetAsync(path).JsonAsync()).GetProperty("specialist");
        await Admin
            .PutAsync(path, new { specialist = Renumbered(known, "10505198512345") }, await Admin.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.Conflict, "specialist.number-in-use");
    }

    private static object Renumbered(JsonElement known, string pin) =>
        new
        {
            bodyId = known.Id("bodyId"),
            surname = known.Text("surname"),
            name = known.Text("name"),
            pin,
            position = known.Text("position"),
        };

    private async Task<HttpResponseMessage> PutAsync(HttpClient by, string login, object access)
    {
        var path = $"/api/access/accounts/{(await FindAsync(login)).Id()}";
        return await by.PutAsync(path, new { access, confirm = login }, await by.VersionAsync(path));
    }

    [Fact]
    public async Task Neither_who_asked_nor_who_would_get_it_confirms()
    {
        // a third person requests it: the ministry does not confirm its own reset
        await ActAsync("ministry", "reset-password", new { confirm = "ministry" }).JsonAsync(HttpStatusCode.Created);
        var ministry = await Host.SignedInAsync("ministry");
        await ministry.DecideAsync(await ministry.RequestAsync("ministry")).RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");
        await Admin.DecideAsync(await Admin.RequestAsync("ministry")).RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");
        var unit = await Host.SignedInAsync("unit.aksuu");
        await unit.DecideAsync(await Admin.RequestAsync("ministry")).RefusedAsync(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task What_was_asked_for_is_refused_taken_back_or_asked_for_once()
    {
        var ministry = await Host.SignedInAsync("ministry");
        var newcomer = await NewcomerAsync();
        await AskAsync(Admin, newcomer, Login).JsonAsync(HttpStatusCode.Created);
        await AskAsync(ministry, newcomer, Login).RefusedAsync(HttpStatusCode.Conflict, "confirmation.requested-already");
        var asked = await ministry.RequestAsync(Login);
        await WithdrawAsync(ministry, asked).RefusedAsync(HttpStatusCode.NotFound, "not-found");
        await WithdrawAsync(Admin, asked).NothingAsync();
        await AskAsync(Admin, newcomer, Login).JsonAsync(HttpStatusCode.Created);
        var refused = await ministry.DecideAsync(await ministry.RequestAsync(Login), confirm: false).JsonAsync();
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("password").ValueKind);
        await TryAsync(Login, Password).JsonAsync(HttpStatusCode.Unauthorized);
        Assert.Equal(["refused", "withdrawn"], await StatesAsync());
        Assert.Single(
            await NoticesAsync(Admin, "access-decided"),
            n => n.Text("text").Contains("ырасталган жок", StringComparison.Ordinal)
        );

        async Task<List<string>> StatesAsync() =>
            [
                .. (await Admin.GetAsync("/api/access/requests").JsonAsync())
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(r => r.Text("state")),
            ];
        static Task<HttpResponseMessage> WithdrawAsync(HttpClient by, JsonElement request) =>
            by.PostAsync($"/api/access/requests/{request.Id()}/withdraw", new { }, request.Id("version").Etag());
    }

    [Fact]
    public async Task What_changed_since_is_not_overwritten()
    {
        await ActAsync("holder.aksuu", "reset-password", new { confirm = "holder.aksuu" }).JsonAsync(HttpStatusCode.Created);
        await ActAsync("holder.aksuu", "suspend", new { reason = "x", confirm = "holder.aksuu" }).NothingAsync();
        var ministry = await Host.SignedInAsync("ministry");
        await ministry
            .DecideAsync(await ministry.RequestAsync("holder.aksuu"))
            .RefusedAsync(HttpStatusCode.Conflict, "access-request.overtaken");
    }

    [Fact]
    public async Task The_person_concerned_and_their_head_are_told_at_once()
    {
        var (holder, head, ministry) = (
            await Host.SignedInAsync("holder.aksuu"),
            await Host.SignedInAsync("unit.aksuu"),
            await Host.SignedInAsync("ministry")
        );
        await ActAsync("holder.aksuu", "reset-password", new { confirm = "holder.aksuu" }).JsonAsync(HttpStatusCode.Created);
        Assert.Single(await NoticesAsync(holder, "own-access"));
        var asked = Assert.Single(await NoticesAsync(head, "access-of-staff")).Text("text");
        Assert.Single(await NoticesAsync(ministry, "access-requested"));
        var password = (await ministry.ConfirmAccessAsync("holder.aksuu")).Text("password");
        // the same notice now shows the outcome
        Assert.NotEqual(asked, Assert.Single(await NoticesAsync(head, "access-of-staff")).Text("text"));
        Assert.Single(await NoticesAsync(await Host.FirstSignInAsync("holder.aksuu", password), "own-access"));
        Assert.Single(await NoticesAsync(Admin, "access-decided"));
        // the authorised body is above the head of a unit
        await ActAsync("unit.aksuu", "reset-password", new { confirm = "unit.aksuu" }).JsonAsync(HttpStatusCode.Created);
        Assert.Single(await NoticesAsync(ministry, "access-of-staff"));
        // it is hidden from no one
        foreach (var kind in new[] { "own-access", "access-of-staff", "access-on-machine" })
        {
            var off = new
            {
                kind,
                inBase = false,
                byMail = false,
            };
            await head.PutAsync("/api/access/notices/choices", off).RefusedAsync(HttpStatusCode.BadRequest, "notice.critical-stays");
        }
    }

    [Fact]
    public async Task A_request_that_waits_for_more_than_a_working_day_is_shown_to_both()
    {
        // Friday, 27 November: Saturday and Sunday do not count
        Host.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 27, 4, 0, 0, TimeSpan.Zero));
        await AskAsync(await Host.SignedInAsync("admin"), await NewcomerAsync(), Login).JsonAsync(HttpStatusCode.Created);
        await ExpectAsync(new(2026, 11, 30, 17, 0, 0, TimeSpan.Zero), late: false);
        await ExpectAsync(new(2026, 12, 1, 4, 0, 0, TimeSpan.Zero), late: true);

        async Task ExpectAsync(DateTimeOffset at, bool late)
        {
            Host.Clock.SetUtcNow(at);
            foreach (var _ in Enumerable.Range(0, 2))
                await Host.InScopeAsync(async s =>
                {
                    await s.GetRequiredService<WarnOfLateRequests>().RunAsync(default);
                    return 0;
                });
            foreach (var login in new[] { "admin", "ministry" })
            {
                var user = await Host.SignedInAsync(login);
                Assert.Equal(late, (await user.RequestAsync(Login)).GetProperty("late").GetBoolean());
                Assert.Equal(late ? 1 : 0, (await NoticesAsync(user, "access-late")).Count);
            }
        }
    }

    [Fact]
    public async Task The_operator_confirms_on_the_machine_while_there_is_nobody_else_and_the_next_person_is_shown_it()
    {
        var newcomer = await NewcomerAsync();
        Task<string?> ConfirmAsync(string login) =>
            Host.InScopeAsync(s => AccessModule.ConfirmAccessOnMachineAsync(s, login, CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ConfirmAsync(Login));
        await AskAsync(Admin, newcomer, Login).JsonAsync(HttpStatusCode.Created);
        Assert.False((await Admin.RequestAsync(Login)).GetProperty("onMachine").GetBoolean());
        // the ministry is active and does it itself
        await Assert.ThrowsAsync<InvalidOperationException>(() => ConfirmAsync(Login));
        await ActAsync("ministry", "suspend", new { reason = "x", confirm = "ministry" }).NothingAsync();
        Assert.True((await Admin.RequestAsync(Login)).GetProperty("onMachine").GetBoolean());
        await Host.FirstSignInAsync(Login, Assert.IsType<string>(await ConfirmAsync(Login)));
        var journal = await Admin.GetStringAsync("/api/access/journal?action=ConfirmAccessOnMachine");
        Assert.Contains($"{newcomer}", journal, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await Admin.RequestAsync(Login)).GetProperty("decidedBy").ValueKind);

        await ActAsync("ministry", "resume").NothingAsync();
        await Host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<WarnOfLateRequests>().RunAsync(default);
            return 0;
        });
        var ministry = await Host.SignedInAsync("ministry");
        Assert.Single(await NoticesAsync(ministry, "access-on-machine"));
        await SeeAsync(Admin).RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");
        var shown = await ministry.RequestAsync(Login);
        await SeeAsync(ministry).NothingAsync();
        Assert.DoesNotContain(Login, await ministry.GetStringAsync("/api/access/requests?open=true"), StringComparison.Ordinal);
        var seen = (await ministry.GetAsync("/api/access/requests").JsonAsync()).GetProperty("items")[0];
        await ministry
            .PostAsync($"/api/access/requests/{shown.Id()}/see", new { }, seen.Id("version").Etag())
            .RefusedAsync(HttpStatusCode.Conflict, "access-request.nothing-to-see");

        async Task<HttpResponseMessage> SeeAsync(HttpClient user)
        {
            var request = await user.RequestAsync(Login);
            return await user.PostAsync($"/api/access/requests/{request.Id()}/see", new { }, request.Id("version").Etag());
        }
    }

    [Fact]
    public async Task A_second_access_of_a_person_is_asked_for_as_such_and_there_is_no_third()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        var self = await SelfAsync(holder);
        await AskAsync(Admin, self, "second", Access(territory: Road.Town)).JsonAsync(HttpStatusCode.Created);
        Assert.True((await Admin.RequestAsync("second")).GetProperty("secondOfPerson").GetBoolean());
        await Host.FirstSignInAsync("second", (await Host.ConfirmAccessAsync("second")).Text("password"));
        await AskAsync(Admin, self, "third", Access(territory: Road.Aimak)).RefusedAsync(HttpStatusCode.Conflict, "account.two-already");
    }

    [Theory]
    [InlineData("holder.aksuu", "territorial-unit", Road.AkSuu)] // enters and approves
    [InlineData("unit.aksuu", "holder", Road.AkSuu)]
    [InlineData("ministry", "base-administrator", null)] // reads children and administers the Base
    public async Task Roles_that_exclude_each_other_are_never_one_persons(string login, string role, string? territory)
    {
        var self = await SelfAsync(await Host.SignedInAsync(login));
        var refused = await AskAsync(Admin, self, "exclusive", Access(role, territory)).JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("account.roles-exclude", refused.CodeAt("access.role"));
    }

    /// <summary>A person may hold both in turn: the first access has ended, and resumes only when the other one has.</summary>
    [Fact]
    public async Task An_ended_access_does_not_come_back_beside_one_that_excludes_it()
    {
        var self = await SelfAsync(await Host.SignedInAsync("holder.aksuu"));
        await Host.ChangeAccessAsync(Admin, "holder.aksuu", Access(from: "2026-11-01", until: "2026-11-22"));
        await Host.GrantAsync(self, "as.unit", Access("territorial-unit"));
        var refused = await PutAsync(Admin, "holder.aksuu", Access(until: "2027-11-22")).JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("account.roles-exclude", refused.CodeAt("access.role"));
        await ActAsync("as.unit", "suspend", new { reason = "x", confirm = "as.unit" }).NothingAsync();
        await ActAsync("as.unit", "resume").NothingAsync();
    }

    [Fact]
    public async Task Of_twenty_calls_at_once_one_asks_and_one_confirms()
    {
        var ministry = await Host.SignedInAsync("ministry");
        var newcomer = await NewcomerAsync();
        var asked = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(n => AskAsync(n % 2 == 0 ? Admin : ministry, newcomer, $"at.once.{n}"))
        );
        Assert.Single(asked, a => a.StatusCode is HttpStatusCode.Created);
        Assert.All(asked, a => Assert.True(a.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, $"{a.StatusCode}"));
        var open = Assert.Single(
            (await Admin.GetAsync("/api/access/requests?open=true").JsonAsync()).GetProperty("items").EnumerateArray().ToList()
        );
        var confirmer = open.GetProperty("canDecide").GetBoolean() ? Admin : ministry;
        var decided = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => confirmer.DecideAsync(open)));
        Assert.Single(decided, a => a.StatusCode is HttpStatusCode.OK);
        Assert.Equal(
            1,
            await Host.InScopeAsync(s => s.GetRequiredService<AccessDbContext>().Accounts.CountAsync(a => a.SpecialistId == newcomer))
        );
    }

    /// <summary>The database itself enforces both: no two open requests about a person, no two accesses with the same order.</summary>
    [Fact]
    public async Task The_database_refuses_a_second_open_request_and_a_second_first_access()
    {
        var (newcomer, by, at) = (await NewcomerAsync(), await SelfAsync(Admin), Host.Clock.GetUtcNow().UtcDateTime);
        var access = new AccessData(Role.Holder, new(2026, 11, 23), new(2027, 11, 23), Road.AkSuu);
        async Task RefusesAsync(Func<int, object> row) =>
            await Host.InScopeAsync(async s =>
            {
                var db = s.GetRequiredService<AccessDbContext>();
                db.AddRange(row(1), row(2));
                return await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            });
        await RefusesAsync(n => AccessRequest.Grant(newcomer, $"at.once.{n}", access, by, at));
        await RefusesAsync(n => Account.Grant(newcomer, access, $"at.once.{n}", ""));
    }
}
