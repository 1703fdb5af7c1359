using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("8", "15.1", "15.2")]
public sealed class GrantAccessTests : AccountTests
{
    private async Task<Guid> SpecialistAsync() =>
        (await Admin.GetAsync("/api/access/specialists?search=" + Uri.EscapeDataString("Токтосунова")).JsonAsync())
            .GetProperty("items")[0]
            .Id();

    [Fact]
    public async Task Refuses_an_access_without_an_end()
    {
        var problem = await Admin.PostAsync(
            "/api/access/accounts",
            new
            {
                specialistId = await SpecialistAsync(),
                login = "endless",
                access = new
                {
                    role = "holder",
                    territory = Road.AkSuu,
                    validFrom = "2026-11-23",
                },
            }
        );
        Assert.Equal(HttpStatusCode.BadRequest, problem.StatusCode);
    }

    [Theory]
    [InlineData("2026-11-22", "account.ends-before-start")]
    [InlineData("2036-11-23", "account.term-too-long")]
    public async Task Refuses_a_term_that_makes_no_sense(string until, string code)
    {
        var problem = await Admin
            .PostAsync(
                "/api/access/accounts",
                new
                {
                    specialistId = await SpecialistAsync(),
                    login = "wrong.term",
                    access = Access(until: until),
                }
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal(code, problem.CodeAt("access.validUntil"));
    }

    [Fact]
    public async Task Refuses_a_term_at_the_end_of_all_days()
    {
        var problem = await Admin
            .PostAsync(
                "/api/access/accounts",
                new
                {
                    specialistId = await SpecialistAsync(),
                    login = "end.of.days",
                    access = Access(from: "9999-12-31", until: "2026-11-20"),
                }
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("account.ends-before-start", problem.CodeAt("access.validUntil"));
    }

    [Fact]
    public async Task Refuses_a_territorial_role_without_a_territory()
    {
        var problem = await Admin
            .PostAsync(
                "/api/access/accounts",
                new
                {
                    specialistId = await SpecialistAsync(),
                    login = "nowhere",
                    access = Access(territory: null),
                }
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("territory.required", problem.CodeAt("access.territory"));
    }

    [Fact]
    public async Task Refuses_a_login_that_is_taken()
    {
        var problem = await Admin
            .PostAsync(
                "/api/access/accounts",
                new
                {
                    specialistId = await SpecialistAsync(),
                    login = "ministry",
                    access = Access(),
                }
            )
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("account.login-taken", problem.CodeAt("login"));
    }

    [Fact]
    public async Task The_authorised_body_gives_access_but_makes_no_administrators()
    {
        var ministry = await Host.SignedInAsync("ministry");
        Task<HttpResponseMessage> AskAsync(Guid specialist, string login, object access) =>
            ministry.PostAsync(
                "/api/access/accounts",
                new
                {
                    specialistId = specialist,
                    login,
                    access,
                }
            );
        await AskAsync(await Host.RegisterColleagueAsync("holder.aksuu", "Жаңыева", "Келди", "10505198512345"), "by.ministry", Access())
            .JsonAsync(HttpStatusCode.Created);
        Assert.NotNull((await Admin.ConfirmAccessAsync("by.ministry")).Text("password"));
        await AskAsync(await SpecialistAsync(), "new.admin", Access("base-administrator", null))
            .RefusedAsync(HttpStatusCode.Forbidden, "account.role-beyond-yours");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await ministry.GetAsync($"/api/access/accounts/{(await FindAsync("admin")).Id()}")).StatusCode
        );
    }
}
