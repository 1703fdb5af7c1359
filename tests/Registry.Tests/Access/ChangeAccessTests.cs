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
        var answer = await Admin.PutAsync(
            $"/api/access/accounts/{id}",
            new { access = Access(territory: Road.Alamudun), confirm = "holder.aksuu" },
            await Admin.VersionAsync($"/api/access/accounts/{id}")
        );
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await holder.GetAsync($"/api/children/cards/{card.Id("childId")}")).StatusCode);
    }

    [Fact]
    public async Task Another_role_is_in_force_on_the_next_request()
    {
        var holder = await Host.SignedInAsync("town.aksuu");
        var id = (await FindAsync("town.aksuu")).Id();
        await Admin
            .PutAsync(
                $"/api/access/accounts/{id}",
                new { access = Access("territorial-body", Road.Town), confirm = "town.aksuu" },
                await Admin.VersionAsync($"/api/access/accounts/{id}")
            )
            .NothingAsync();
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await holder.PostAsync("/api/children/signals", Road.Signal(territory: Road.Town))).StatusCode
        );
    }

    [Theory]
    [InlineData("holder", Road.AkSuu, "2027-11-01", true)] // an earlier end
    [InlineData("holder", Road.Aimak, "2027-12-01", true)] // a part of the place
    [InlineData("territorial-unit", Road.AkSuu, "2027-12-01", true)] // another role
    [InlineData("holder", "41702000000000", "2027-12-01", false)] // wider
    [InlineData("holder", Road.AkSuu, "2027-12-01", false)] // longer
    public async Task What_takes_something_away_is_confirmed_by_the_login(string role, string territory, string until, bool takesAway)
    {
        var path = $"/api/access/accounts/{(await FindAsync("holder.aksuu")).Id()}";
        var access = Access(role, territory, from: "2025-11-23", until: until);
        var answer = await Admin.PutAsync(path, new { access }, await Admin.VersionAsync(path));
        if (!takesAway)
        {
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            return;
        }
        Assert.Equal("confirm.differs", (await Task.FromResult(answer).JsonAsync(HttpStatusCode.BadRequest)).CodeAt("confirm"));
        var confirm = await Admin.NameToTypeAsync($"{path}/consequences");
        await Admin.PutAsync(path, new { access, confirm }, await Admin.VersionAsync(path)).NothingAsync();
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
