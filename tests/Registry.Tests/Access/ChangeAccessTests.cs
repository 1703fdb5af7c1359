using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("15.1")]
public sealed class ChangeAccessTests : AccountTests
{
    [Fact]
    public async Task Another_territory_is_in_force_on_the_next_request()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        var card = await holder.OpenCardAsync();
        var id = (await FindAsync("holder.aksuu")).Id();
        // a part of the current place: one person is enough to take something away
        var answer = await Admin.PutAsync(
            $"/api/access/accounts/{id}",
            new { access = Access(territory: Road.Town), confirm = "holder.aksuu" },
            await Admin.VersionAsync($"/api/access/accounts/{id}")
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await holder.GetAsync($"/api/children/cards/{card.Id("childId")}")).StatusCode);
    }

    [Fact]
    public async Task Another_role_is_in_force_on_the_next_request()
    {
        var holder = await Host.SignedInAsync("town.aksuu");
        await Host.ChangeAccessAsync(Admin, "town.aksuu", Access("territorial-body", Road.Town));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await holder.PostAsync("/api/children/signals", Road.Signal(territory: Road.Town))).StatusCode
        );
    }

    [Theory]
    [InlineData("holder", Road.AkSuu, "2027-11-01", true)] // an earlier end
    [InlineData("holder", Road.Aimak, "2027-12-01", true)] // a part of the place
    [InlineData("territorial-unit", Road.AkSuu, "2027-12-01", true)] // another role
    [InlineData("holder", Road.AkSuu, "2027-12-01", false)] // longer
    public async Task What_takes_something_away_is_confirmed_by_the_login(string role, string territory, string until, bool takesAway)
    {
        var path = $"/api/access/accounts/{(await FindAsync("holder.aksuu")).Id()}";
        var access = Access(role, territory, from: "2025-11-23", until: until);
        var answer = await Admin.PutAsync(path, new { access }, await Admin.VersionAsync(path));
        if (!takesAway)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return;
        }
        Assert.Equal("confirm.differs", (await Task.FromResult(answer).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("confirm"));
        var confirm = await Admin.NameToTypeAsync($"{path}/consequences");
        await Admin.PutAsync(path, new { access, confirm }, await Admin.VersionAsync(path)).JsonAsync();
    }

    [Theory]
    [InlineData("holder", Road.AkSuu, "2025-11-23", "2027-11-01", false)] // an earlier end
    [InlineData("holder", Road.Town, "2025-11-23", "2027-11-23", false)] // a part of the place
    [InlineData("holder", Road.AkSuu, "2025-11-23", "2027-11-24", true)] // longer
    [InlineData("holder", Road.AkSuu, "2025-11-22", "2027-11-23", true)] // from an earlier day
    [InlineData("territorial-unit", Road.AkSuu, "2025-11-23", "2027-11-23", true)] // another role
    [InlineData("territorial-unit", Road.Town, "2025-11-23", "2027-11-01", true)] // another role, whatever else is taken away
    public async Task What_gives_something_waits_for_another_person(string role, string territory, string from, string until, bool waits)
    {
        var path = $"/api/access/accounts/{(await FindAsync("holder.aksuu")).Id()}";
        var access = Access(role, territory, from, until);
        var answer = await Admin.PutAsync(path, new { access, confirm = "holder.aksuu" }, await Admin.VersionAsync(path)).JsonAsync();
        Assert.Equal(waits, answer.GetProperty("requestId").ValueKind is not System.Text.Json.JsonValueKind.Null);
        Assert.Equal(!waits, await IsAsync());
        if (!waits)
            return;
        await Host.ConfirmAccessAsync("holder.aksuu");
        Assert.True(await IsAsync());

        async Task<bool> IsAsync()
        {
            var now = (await Admin.GetAsync(path).JsonAsync()).GetProperty("access");
            return (now.Text("role"), now.Text("territory"), now.Text("validFrom"), now.Text("validUntil"))
                == (role, territory, from, until);
        }
    }

    /// <summary>The oblast, or the neighboring rayon, is not within the power of the rayon's body.</summary>
    [Theory]
    [InlineData("41702000000000")]
    [InlineData(Road.Alamudun)]
    [Clause("7.territorial")]
    public async Task An_access_stays_in_the_territory_of_its_body(string territory)
    {
        var path = $"/api/access/accounts/{(await FindAsync("holder.aksuu")).Id()}";
        var refused = await Admin
            .PutAsync(path, new { access = Access(territory: territory), confirm = "holder.aksuu" }, await Admin.VersionAsync(path))
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("account.territory-not-of-body", refused.CodeAt("access.territory"));
        var grant = new
        {
            specialistId = await Host.RegisterColleagueAsync("holder.aksuu", "Жаңыева", "Келди", "10505198512345"),
            login = "far.away",
            access = Access(territory: territory),
        };
        refused = await Admin.PostAsync("/api/access/accounts", grant).JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("account.territory-not-of-body", refused.CodeAt("access.territory"));
    }

    [Fact]
    public async Task Refuses_an_unknown_territory_at_its_field()
    {
        var id = (await FindAsync("holder.aksuu")).Id();
        var problem = await Admin
            .PutAsync(
                $"/api/access/accounts/{id}",
                new { access = Access(territory: "41799999999999") },
                await Admin.VersionAsync($"/api/access/accounts/{id}")
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("territory.unknown", problem.CodeAt("access.territory"));
    }
}
