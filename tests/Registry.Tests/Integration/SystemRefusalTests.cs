using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Integration;

/// <summary>What other systems and their registration are refused, and what is not accepted from registers.</summary>
[Clause("12.2", "15.2", "18")]
public sealed class SystemRefusalTests : RegisterRoad
{
    private async Task<(Guid Id, HttpClient System)> RegisterAsync(HttpClient admin, int perMinute = 60)
    {
        var body = (await admin.GetAsync("/api/access/bodies").JsonAsync()).GetProperty("items")[0].Id();
        var client = new
        {
            name = "Сыноо системасы",
            bodyId = body,
            scopes = new[] { "dictionaries" },
            validFrom = "2026-01-01",
            validUntil = "2027-12-31",
            territory = Road.AkSuu,
            addresses = Array.Empty<string>(),
            perMinute,
        };
        var made = await admin.PostAsync("/api/access/clients", new { clientId = "refused", client }).JsonAsync(HttpStatusCode.Created);
        return (made.Id(), await Host.SystemAsync("refused", made.Text("secret")));
    }

    [Fact]
    public async Task A_system_that_calls_too_often_is_told_so()
    {
        var (_, system) = await RegisterAsync(await Host.SignedInAsync("admin"), perMinute: 1);
        await system.GetAsync("/api/v1/territories").JsonAsync();
        await system.GetAsync("/api/v1/territories").RefusedAsync(HttpStatusCode.TooManyRequests, "rate-limited");
    }

    [Fact]
    public async Task A_system_is_revoked_once()
    {
        var admin = await Host.SignedInAsync("admin");
        var path = $"/api/access/clients/{(await RegisterAsync(admin)).Id}";
        var sure = new { confirm = await admin.NameToTypeAsync($"{path}/consequences?act=revoke") };
        await admin.PostAsync($"{path}/revoke", sure, await admin.VersionAsync(path)).NothingAsync();
        await admin
            .PostAsync($"{path}/revoke", sure, await admin.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.Conflict, "client.revoked-already");
    }

    [Fact]
    public async Task Only_what_a_register_said_is_taken_from_it()
    {
        var child = await ChildAsync(Plain);
        var asked = await AskAsync(child);
        var field = asked.GetProperty("fields")[0];
        var take = new
        {
            kind = field.Text("kind"),
            section = field.Text("section"),
            field = field.Text("field"),
            here = field.GetProperty("here").GetString(),
            came = "эч нерсе",
        };
        await Holder
            .PostAsync(
                $"/api/children/cards/{child}/registers/take",
                new
                {
                    askId = asked.Id("askId"),
                    take = new[] { take },
                    leave = Array.Empty<object>(),
                }
            )
            .RefusedAsync(HttpStatusCode.BadRequest, "registers.nothing-came");
    }

    [Fact]
    [Clause("5.admin")]
    public async Task A_list_of_codes_is_made_of_pairs()
    {
        var admin = await Host.SignedInAsync("admin");
        const string path = "/api/integration/registers/person";
        var service = new
        {
            protocol = "rest",
            member = "a/b/c/d",
            code = "e",
            path = "{pin}",
            request = Array.Empty<object>(),
            fields = new[]
            {
                new
                {
                    field = "sex",
                    path = "sex",
                    codes = "1 is male",
                },
            },
            assumed = false,
            isOn = false,
        };
        await admin
            .PutAsync(path, new { service }, await admin.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.BadRequest, "registers.codes-format");
    }
}
