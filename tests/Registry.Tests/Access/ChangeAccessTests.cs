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
            new { access = Access(territory: Road.Alamudun) },
            await Admin.VersionAsync($"/api/access/accounts/{id}")
        );
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await holder.GetAsync($"/api/children/cards/{card.Id("childId")}")).StatusCode);
    }

    [Fact]
    public async Task Another_role_is_in_force_on_the_next_request()
    {
        var holder = await Host.SignedInAsync("holder.alamudun");
        var id = (await FindAsync("holder.alamudun")).Id();
        await Admin
            .PutAsync(
                $"/api/access/accounts/{id}",
                new { access = Access("territorial-body", Road.Alamudun) },
                await Admin.VersionAsync($"/api/access/accounts/{id}")
            )
            .NothingAsync();
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await holder.PostAsync("/api/children/signals", Road.Signal(territory: Road.Alamudun))).StatusCode
        );
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
