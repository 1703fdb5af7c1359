using System.Text.Json.Nodes;

namespace Registry.Tests.Host;

[Collection("host")]
public sealed class OpenApiTests(RegistryHost host)
{
    private static readonly string Stored = Path.Combine(Repository.Root, "web-admin", "src", "api", "openapi.json");

    /// <summary>web-admin's types are generated from the stored document, which must be current. UPDATE_OPENAPI=1 stores it again.</summary>
    [Fact]
    public async Task The_stored_description_is_the_served_one()
    {
        var served = JsonNode.Parse(await host.Browser().GetStringAsync("/openapi/v1.json"))!;
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
            await File.WriteAllTextAsync(
                Stored,
                served.ToJsonString(
                    new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
                ) + "\n"
            );
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(await File.ReadAllTextAsync(Stored)), served),
            "web-admin/src/api/openapi.json is stale: run UPDATE_OPENAPI=1 dotnet test --filter OpenApiTests"
        );
    }

    [Fact]
    public async Task Every_endpoint_is_described_with_its_guard_and_its_problems()
    {
        var document = await host.Browser().GetAsync("/openapi/v1.json").JsonAsync();
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).ToList();
        Assert.Equal(Endpoints.Of(host).Count, described.Count);
        foreach (var operation in described)
        {
            Assert.True(operation.Value.TryGetProperty("operationId", out _));
            Assert.True(operation.Value.GetProperty("responses").TryGetProperty("400", out _));
            Assert.True(
                operation.Value.TryGetProperty("security", out _)
                    || operation.Value.Text("description").StartsWith("No sign-in", StringComparison.Ordinal)
            );
        }
    }
}
