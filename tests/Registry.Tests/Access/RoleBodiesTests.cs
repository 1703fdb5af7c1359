using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>The body determines who decides: a role is held only where the regulation places it [5–8, 20.9, 27].</summary>
[Clause("5.holder", "7.central", "7.territorial", "8", "20.9")]
public sealed class RoleBodiesTests : AccountTests
{
    private const string Ministry = "Касымова";
    private const string CentralBody = "Иванова";
    private const string Unit = "Осмонов";
    private const string Police = "Сыдыков";
    private const string OtherUnit = "Жумабаева";
    private const string Institution = "Мамытов";
    private const string Town = "Алиева";

    private async Task<Guid> SpecialistAsync(string name) =>
        (await Admin.GetAsync("/api/access/specialists?search=" + Uri.EscapeDataString(name)).JsonAsync()).GetProperty("items")[0].Id();

    private int _newcomers;

    /// <summary>Requests access for a new person in the body of a known specialist, for the body's own territory.</summary>
    private async Task<HttpResponseMessage> GrantAsync(string role, string colleagueOf)
    {
        var (id, body) = await BodyOfAsync(colleagueOf);
        var specialist = new
        {
            bodyId = id,
            surname = "Жаңыева",
            name = "Келди",
            pin = $"1050519851{++_newcomers:D4}",
            position = "Адис",
        };
        var newcomer = await Admin.PostAsync("/api/access/specialists", new { specialist }).JsonAsync(HttpStatusCode.Created);
        var territory = role is "authorised-body" or "central-body" or "base-administrator" ? null : body.Text("territory");
        return await Admin.PostAsync(
            "/api/access/accounts",
            new
            {
                specialistId = newcomer.Id(),
                login = $"fit.{_newcomers}",
                access = Access(role, territory),
            }
        );
    }

    /// <summary>The regulation's words, independent of the program's own table.</summary>
    [Theory]
    [InlineData("base-administrator", Ministry)]
    [InlineData("authorised-body", Ministry)]
    [InlineData("central-body", CentralBody)]
    [InlineData("territorial-unit", Unit, OtherUnit)]
    [InlineData("territorial-body", Police, Town)]
    [InlineData("holder", Unit, Police, OtherUnit, Town)]
    [InlineData("institution-staff", Institution)]
    public async Task A_role_is_given_only_in_the_bodies_that_it_belongs_to(string role, params string[] fitting)
    {
        foreach (var name in new[] { Ministry, CentralBody, Unit, Police, OtherUnit, Institution, Town })
        {
            var answer = await GrantAsync(role, name);
            if (fitting.Contains(name))
                Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            else
                Assert.Equal(
                    "account.role-not-for-body",
                    (await Task.FromResult(answer).JsonAsync(HttpStatusCode.Conflict)).CodeAt("access.role")
                );
        }
    }

    [Fact]
    public async Task An_account_does_not_change_into_a_role_that_its_body_cannot_have()
    {
        var id = (await FindAsync("police.aksuu")).Id();
        var refused = await Admin
            .PutAsync(
                $"/api/access/accounts/{id}",
                new { access = Access("territorial-unit") },
                await Admin.VersionAsync($"/api/access/accounts/{id}")
            )
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("account.role-not-for-body", refused.CodeAt("access.role"));
    }

    [Theory]
    [InlineData("health", "local", "body.kind")]
    [InlineData("authorised-body", "central", "body.level")]
    public async Task A_body_keeps_its_kind_and_level_while_its_people_hold_roles_of_it(string kind, string level, string field)
    {
        var (id, body) = await BodyOfAsync(Unit);
        var refused = await ChangeBodyAsync(id, body, kind, level).JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("body.roles-do-not-fit", refused.CodeAt(field));
    }

    [Fact]
    [Clause("7.territorial")]
    public async Task A_body_keeps_the_territory_in_which_its_people_have_access()
    {
        var (id, body) = await BodyOfAsync(Unit);
        var refused = await ChangeBodyAsync(id, body, "authorised-body", "local", Road.Alamudun).JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("body.territories-do-not-fit", refused.CodeAt("body.territory"));
    }

    [Fact]
    [Clause("7.territorial")]
    public async Task A_specialist_does_not_take_a_place_along_into_a_body_of_another_territory()
    {
        var unit = await SpecialistAsync(Unit);
        var (elsewhere, _) = await BodyOfAsync(OtherUnit);
        var known = (await Admin.GetAsync($"/api/access/specialists/{unit}").JsonAsync()).GetProperty("specialist");
        var moved = new
        {
            bodyId = elsewhere,
            surname = known.Text("surname"),
            name = known.Text("name"),
            pin = known.Text("pin"),
            position = known.Text("position"),
        };
        var path = $"/api/access/specialists/{unit}";
        var refused = await Admin
            .PutAsync(path, new { specialist = moved }, await Admin.VersionAsync(path))
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("specialist.roles-do-not-fit", refused.CodeAt("specialist.bodyId"));
    }

    [Fact]
    public async Task A_body_changes_its_kind_once_the_terms_of_its_people_are_over()
    {
        var (id, body) = await BodyOfAsync(Institution);
        var account = (await FindAsync("institution")).Id();
        var path = $"/api/access/accounts/{account}";
        var ended = Access("institution-staff", from: "2026-11-01", until: "2026-11-22");
        await Host.ChangeAccessAsync(Admin, "institution", ended);
        await ChangeBodyAsync(id, body, "other", "local").NothingAsync();
        // the term is not extended in a body that the role does not fit
        var refused = await Admin
            .PutAsync(path, new { access = Access("institution-staff") }, await Admin.VersionAsync(path))
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("account.role-not-for-body", refused.CodeAt("access.role"));
    }

    [Fact]
    public async Task A_specialist_does_not_take_a_role_along_into_a_body_that_cannot_have_it()
    {
        var unit = await SpecialistAsync(Unit);
        var (hospital, _) = await BodyOfAsync(Police);
        var known = (await Admin.GetAsync($"/api/access/specialists/{unit}").JsonAsync()).GetProperty("specialist");
        var moved = new
        {
            bodyId = hospital,
            surname = known.Text("surname"),
            name = known.Text("name"),
            pin = known.Text("pin"),
            position = known.Text("position"),
        };
        var refused = await Admin
            .PutAsync(
                $"/api/access/specialists/{unit}",
                new { specialist = moved },
                await Admin.VersionAsync($"/api/access/specialists/{unit}")
            )
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("specialist.roles-do-not-fit", refused.CodeAt("specialist.bodyId"));
    }

    [Fact]
    [Clause("16.3")]
    public async Task Two_specialists_never_share_a_personal_number()
    {
        var unit = await SpecialistAsync(Unit);
        var police = await SpecialistAsync(Police);
        var taken = (await Admin.GetAsync($"/api/access/specialists/{unit}").JsonAsync()).GetProperty("specialist").Text("pin");
        var known = (await Admin.GetAsync($"/api/access/specialists/{police}").JsonAsync()).GetProperty("specialist");
        var doubled = new
        {
            bodyId = known.Id("bodyId"),
            surname = known.Text("surname"),
            name = known.Text("name"),
            pin = taken,
            position = known.Text("position"),
        };
        var registered = await Admin.PostAsync("/api/access/specialists", new { specialist = doubled }).JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("specialist.pin-taken", registered.CodeAt("specialist.pin"));
        var changed = await Admin
            .PutAsync(
                $"/api/access/specialists/{police}",
                new { specialist = doubled },
                await Admin.VersionAsync($"/api/access/specialists/{police}")
            )
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("specialist.pin-taken", changed.CodeAt("specialist.pin"));
    }

    private async Task<(Guid Id, JsonElement Body)> BodyOfAsync(string name)
    {
        var specialist = await Admin.GetAsync($"/api/access/specialists/{await SpecialistAsync(name)}").JsonAsync();
        var id = specialist.GetProperty("specialist").Id("bodyId");
        return (id, (await Admin.GetAsync($"/api/access/bodies/{id}").JsonAsync()).GetProperty("body"));
    }

    private async Task<HttpResponseMessage> ChangeBodyAsync(
        Guid id,
        JsonElement body,
        string kind,
        string level,
        string? territory = null
    ) =>
        await Admin.PutAsync(
            $"/api/access/bodies/{id}",
            new
            {
                body = new
                {
                    nameKy = body.Text("nameKy"),
                    nameRu = body.Text("nameRu"),
                    inn = body.Text("inn"),
                    address = body.Text("address"),
                    kind,
                    level,
                    territory = territory ?? body.Text("territory"),
                },
            },
            await Admin.VersionAsync($"/api/access/bodies/{id}")
        );
}
