using System.Net;
using System.Text.Json;
using Registry.Tests.Host;
using Registry.Tests.Integration;

namespace Registry.Tests.Access;

/// <summary>Suspending a body affects all its people and systems: it is previewed, confirmed by the body's name, and can be undone [15.2].</summary>
[Clause("15.2")]
public sealed class SuspendBodyTests : AccountTests
{
    private async Task<string> BodyOfAsync(string login)
    {
        var account = await Admin.GetAsync($"/api/access/accounts/{(await FindAsync(login)).Id()}").JsonAsync();
        var specialist = await Admin.GetAsync($"/api/access/specialists/{account.Id("specialistId")}").JsonAsync();
        return $"/api/access/bodies/{specialist.GetProperty("specialist").Id("bodyId")}";
    }

    private async Task<HttpResponseMessage> SuspendAsync(string body, string? confirm, string reason = "Текшерүү") =>
        await Admin.PostAsync($"{body}/suspend", new { reason, confirm }, await Admin.VersionAsync(body));

    private static List<string> Shares(JsonElement preview, string kind) =>
        [
            .. preview
                .GetProperty("items")
                .EnumerateArray()
                .Single(c => c.Text("kind") == kind)
                .GetProperty("of")
                .EnumerateArray()
                .Select(s => s.Text("name")),
        ];

    [Fact]
    public async Task Says_whose_cases_and_steps_are_left_without_anybody()
    {
        await (await Host.SignedInAsync("holder.aksuu")).OpenCardAsync();
        var preview = await Admin.GetAsync($"{await BodyOfAsync("holder.aksuu")}/consequences").JsonAsync();
        Assert.Equal(2, preview.CountOf("accounts-closed"));
        Assert.True(preview.CountOf("cases-left") > 0);
        Assert.Equal(["Токтосунова Нургүл Бакытовна"], Shares(preview, "cases-left"));
        Assert.Contains("Токтосунова Нургүл Бакытовна", Shares(preview, "steps-left"));
        Assert.Equal(["Ак-Суу району"], Shares(preview, "territories-left"));
        // consequences that do not occur are not listed
        Assert.Equal(0, preview.CountOf("systems-stopped"));
    }

    [Fact]
    public async Task Closes_its_people_out_at_once_and_lets_them_in_again()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        var neighbour = await Host.SignedInAsync("holder.alamudun");
        var body = await BodyOfAsync("holder.aksuu");
        var refused = await SuspendAsync(body, "Башка орган").JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("confirm.differs", refused.CodeAt("confirm"));
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/access/me")).StatusCode);

        var name = await Admin.NameToTypeAsync($"{body}/consequences");
        await SuspendAsync(body, name).NothingAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.GetAsync("/api/access/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await neighbour.GetAsync("/api/access/me")).StatusCode);
        var door = await Host.Browser()
            .PostAsync("/api/access/sign-in", new { login = "holder.aksuu", password = Password })
            .JsonAsync(HttpStatusCode.Forbidden);
        Assert.Equal("sign-in.body-suspended", door.Text("code"));
        Assert.Equal("body-suspended", (await FindAsync("holder.aksuu")).Text("status"));
        await SuspendAsync(body, name).RefusedAsync(HttpStatusCode.Conflict, "body.suspended-already");

        await Admin.ChangeAsync(body, version => Admin.PostAsync($"{body}/resume", new { }, version));
        Assert.Equal(HttpStatusCode.OK, (await (await Host.SignedInAsync("holder.aksuu")).GetAsync("/api/access/me")).StatusCode);
        await Admin
            .PostAsync($"{body}/resume", new { }, await Admin.VersionAsync(body))
            .RefusedAsync(HttpStatusCode.Conflict, "body.not-suspended");
    }

    [Fact]
    public async Task Nobody_suspends_their_own_body()
    {
        var own = await BodyOfAsync("admin");
        await SuspendAsync(own, await Admin.NameToTypeAsync($"{own}/consequences")).RefusedAsync(HttpStatusCode.Conflict, "body.own");
    }

    [Theory]
    [InlineData("ky")]
    [InlineData("ru")]
    public async Task The_name_is_confirmed_as_the_reader_sees_it(string language)
    {
        var body = await BodyOfAsync("police.aksuu");
        Admin.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var name = await Admin.NameToTypeAsync($"{body}/consequences");
        Assert.StartsWith(language is "ky" ? "Ак-Суу" : "Ак-Суйский", name, StringComparison.Ordinal);
        await SuspendAsync(body, $"  {name.ToUpperInvariant()} ").NothingAsync();
    }

    [Fact]
    public async Task Systems_of_a_suspended_body_cannot_call()
    {
        var (id, school) = await Host.RegisterSystemAsync("school", ["dictionaries"]);
        Assert.Equal(HttpStatusCode.OK, (await school.GetAsync("/api/v1/territories")).StatusCode);
        var body =
            $"/api/access/bodies/{(await Admin.GetAsync($"/api/access/clients/{id}").JsonAsync()).GetProperty("client").Id("bodyId")}";
        var preview = await Admin.GetAsync($"{body}/consequences").JsonAsync();
        Assert.Equal(1, preview.CountOf("systems-stopped"));
        await SuspendAsync(body, preview.Text("name")).NothingAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await school.GetAsync("/api/v1/territories")).StatusCode);
    }
}
