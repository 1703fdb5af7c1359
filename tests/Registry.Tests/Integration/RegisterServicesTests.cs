using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Integration;

/// <summary>Registers as configuration: who queries, how an answer is read, trials [5.admin, 18].</summary>
[Clause("18", "5.admin")]
public sealed class RegisterServicesTests : RegisterRoad
{
    [Fact]
    public async Task Every_request_names_the_body_and_the_case()
    {
        using var exchange = new SecurityServer();
        exchange.AnswersRest(null, HttpStatusCode.NoContent);
        await using var host = new RegistryHost
        {
            More =
            {
                ["Registry:Tunduk:Simulator"] = "false",
                ["Registry:Tunduk:SecurityServer"] = exchange.Server.Url!,
                ["Registry:Tunduk:Client"] = "central-server/GOV/71111111/base",
            },
        };
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync(Road.NewIdentity(pin: Plain))).Id("childId");
        await holder.PostAsync($"/api/children/cards/{child}/registers", new { kinds = new[] { "education", "family" } }).JsonAsync();
        var number = (await holder.CardAsync(child)).GetProperty("case").Text("number");
        Assert.Equal(2, exchange.Received.Count);
        Assert.All(
            exchange.Received,
            r =>
            {
                Assert.Equal("central-server/GOV/71111111/base", r.Headers!["X-Road-Client"].Single());
                Assert.Equal(number, r.Headers["X-Road-Issue"].Single());
                Assert.Matches("^KG[0-9]{14}\\.[0-9a-f]{32}$", r.Headers["X-Road-UserId"].Single());
            }
        );
    }

    [Fact, Clause("5.admin", "28")]
    public async Task The_administrator_tries_a_service_with_a_number_and_sees_no_person()
    {
        var admin = await Host.SignedInAsync("admin");
        var tried = await admin.PostAsync("/api/integration/registers/person/try", new { pin = Plain }).JsonAsync();
        Assert.Equal("found", tried.Text("outcome"));
        var fields = tried.GetProperty("fields").EnumerateArray().ToDictionary(f => f.Text("field"), f => f.Text("shape"));
        Assert.Equal(("АААААААА"[..7], "0000-00-00"), (fields["surname"], fields["birthDate"]));
        Assert.DoesNotContain("Асанова", tried.GetRawText(), StringComparison.Ordinal);
        var journal = await ItemsAsync("/api/access/journal?size=20", admin);
        Assert.Contains(journal, e => e.GetRawText().Contains("TryRegisterService", StringComparison.Ordinal));
    }

    [Fact, Clause("5.admin")]
    public async Task A_service_is_changed_by_configuration_alone()
    {
        var admin = await Host.SignedInAsync("admin");
        var read = await admin.GetAsync("/api/integration/registers/person").JsonAsync();
        var service = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(read.GetProperty("service").GetRawText())!;
        // the provider has swapped its codes for sex
        var turned = read.GetProperty("service")
            .GetProperty("fields")
            .GetRawText()
            .Replace("1=Male;2=Female", "2=Male;1=Female", StringComparison.Ordinal);
        service["fields"] = JsonDocument.Parse(turned).RootElement;
        var version = await admin.VersionAsync("/api/integration/registers/person");
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await admin.PutAsync("/api/integration/registers/person", new { service }, version)).StatusCode
        );
        Assert.Equal("male", Field(await AskAsync(await ChildAsync(Plain)), "identity", "sex").Text("came"));

        service["fields"] = JsonDocument.Parse("""[{"field":"income","path":"a"}]""").RootElement;
        version = await admin.VersionAsync("/api/integration/registers/person");
        var refused = await admin.PutAsync("/api/integration/registers/person", new { service }, version);
        Assert.Contains("registers.unknown-field", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        service["isOn"] = JsonDocument.Parse("false").RootElement;
        service["fields"] = JsonDocument.Parse(turned).RootElement;
        await admin
            .PutAsync("/api/integration/registers/person", new { service }, version)
            .RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        var confirm = await admin.NameToTypeAsync("/api/integration/registers/person/consequences");
        await admin.PutAsync("/api/integration/registers/person", new { service, confirm }, version).NothingAsync();
        var asked = await AskAsync(await ChildAsync(Disabled, "Нуриза"));
        Assert.Equal(
            "not-connected",
            asked.GetProperty("replies").EnumerateArray().Single(r => r.Text("kind") == "person").Text("outcome")
        );
    }

    [Theory]
    [InlineData("member", "a/b/c/..", "registers.member-format")]
    [InlineData("member", "a/b", "registers.member-format")]
    [InlineData("path", "../../{pin}", "registers.path-format")]
    [InlineData("path", "{pin}?all=1", "registers.path-format")]
    [InlineData("path", "all", "registers.no-pin")]
    [InlineData("code", "a b", "registers.name-format")]
    public async Task An_address_that_leads_elsewhere_or_asks_about_nobody_is_refused(string field, string value, string code)
    {
        var admin = await Host.SignedInAsync("admin");
        var service = new Dictionary<string, object?>
        {
            ["protocol"] = "rest",
            ["member"] = "central-server/GOV/70000060/isuo-service",
            ["code"] = "student",
            ["path"] = "{pin}",
            ["request"] = Array.Empty<object>(),
            ["fields"] = new[] { new { field = "school", path = "school" } },
        };
        service[field] = value;
        var version = await admin.VersionAsync("/api/integration/registers/education");
        var answer = await admin.PutAsync("/api/integration/registers/education", new { service }, version);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
