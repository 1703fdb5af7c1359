using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Model;

namespace Registry.Tests.Host;

/// <summary>Managing access with two people of the authorised body: one requests, another confirms.</summary>
internal static class AccessRoad
{
    /// <summary>What people choose instead of a first password.</summary>
    public const string Chosen = "zhashyl-archa-2026-own";

    /// <summary>The open request about a login, as a person of the authorised body sees it.</summary>
    public static async Task<JsonElement> RequestAsync(this HttpClient user, string login) =>
        (await user.GetAsync("/api/access/requests?open=true&size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(r => r.Text("login") == login);

    public static Task<HttpResponseMessage> DecideAsync(this HttpClient user, JsonElement request, bool confirm = true) =>
        user.PostAsync($"/api/access/requests/{request.Id()}/decide", new { confirm }, request.Id("version").Etag());

    /// <summary>Confirms the open request about a login; returns the account and its one-time password, if it has one now.</summary>
    public static async Task<JsonElement> ConfirmAccessAsync(this HttpClient confirmer, string login) =>
        await confirmer.DecideAsync(await confirmer.RequestAsync(login)).JsonAsync();

    /// <summary>The ministry confirms a request of someone else in the authorised body.</summary>
    public static async Task<JsonElement> ConfirmAccessAsync(this RegistryHost host, string login) =>
        await (await host.SignedInAsync("ministry")).ConfirmAccessAsync(login);

    /// <summary>The administrator requests access and the ministry confirms it.</summary>
    public static async Task<(Guid Id, string Password)> GrantAsync(this RegistryHost host, Guid specialist, string login, object access)
    {
        var grant = new
        {
            specialistId = specialist,
            login,
            access,
        };
        await (await host.SignedInAsync("admin")).PostAsync("/api/access/accounts", grant).JsonAsync(HttpStatusCode.Created);
        var given = await host.ConfirmAccessAsync(login);
        return (given.Id("accountId"), given.Text("password"));
    }

    /// <summary>Changes an access; where the change grants something the ministry confirms it.</summary>
    public static async Task ChangeAccessAsync(this RegistryHost host, HttpClient admin, string login, object access)
    {
        var id = (await admin.GetAsync($"/api/access/accounts?search={login}").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(a => a.Text("login") == login)
            .Id();
        var path = $"/api/access/accounts/{id}";
        var answer = await admin.PutAsync(path, new { access, confirm = login }, await admin.VersionAsync(path)).JsonAsync();
        if (answer.GetProperty("requestId").ValueKind is not JsonValueKind.Null)
            await host.ConfirmAccessAsync(login);
    }

    public static Task<Guid> BodyOfAsync(this RegistryHost host, string login) =>
        host.InScopeAsync(s =>
        {
            var db = s.GetRequiredService<AccessDbContext>();
            return db
                .Accounts.Where(a => a.Login == login)
                .Join(db.Specialists, a => a.SpecialistId, p => p.Id, (_, p) => p.BodyId)
                .SingleAsync();
        });

    /// <summary>Registers someone who works in the body of a user.</summary>
    public static async Task<Guid> RegisterColleagueAsync(this RegistryHost host, string of, string surname, string name, string pin)
    {
        var specialist = new
        {
            bodyId = await host.BodyOfAsync(of),
            surname,
            name,
            pin,
            position = "Адис",
        };
        var admin = await host.SignedInAsync("admin");
        return (await admin.PostAsync("/api/access/specialists", new { specialist }).JsonAsync(HttpStatusCode.Created)).Id();
    }

    /// <summary>The first sign-in with the one-time password; afterwards the person signs in with their own.</summary>
    public static async Task<HttpClient> FirstSignInAsync(this RegistryHost host, string login, string password)
    {
        var first = new
        {
            login,
            password,
            newPassword = Chosen,
        };
        await host.Browser().PostAsync("/api/access/sign-in", first).JsonAsync();
        return await host.SignedInAsync(login, Chosen);
    }

    /// <summary>A new person in the body of a user, registered, given access, and signed in.</summary>
    public static async Task<HttpClient> HireAsync(
        this RegistryHost host,
        string of,
        (string Surname, string Name, string Pin) person,
        string login,
        object access
    )
    {
        var specialist = await host.RegisterColleagueAsync(of, person.Surname, person.Name, person.Pin);
        return await host.FirstSignInAsync(login, (await host.GrantAsync(specialist, login, access)).Password);
    }
}
