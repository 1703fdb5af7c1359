using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Registry.Tests.Host;

/// <summary>Malformed requests generated from the API description: no response is a 5xx, none reveals internals.</summary>
[Clause("14.3")]
public sealed class MalformedTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Requests = Environment.GetEnvironmentVariable("REGISTRY_LONG") == "1" ? 180_000 : 8_000;
    private readonly RegistryHost _host = new();

    private static readonly Func<Random, JsonNode?>[] Rubbish =
    [
        _ => null,
        _ => JsonValue.Create(-1),
        _ => JsonValue.Create(1e308),
        _ => JsonValue.Create(long.MaxValue),
        _ => JsonValue.Create(true),
        _ => JsonValue.Create(""),
        _ => JsonValue.Create("' OR 1=1 --"),
        _ => JsonValue.Create(new string('ң', 20_000)),
        _ => JsonValue.Create("2026-02-30"),
        _ => JsonValue.Create("9999-12-31"),
        _ => JsonValue.Create("0001-01-01"),
        _ => JsonValue.Create("\u0000\uFFFE"),
        _ => JsonValue.Create("../../etc/passwd"),
        _ => new JsonArray(),
        _ => new JsonArray(null, null),
        _ => new JsonObject(),
        _ => new JsonObject { ["$type"] = "System.Object", ["x"] = 1 },
        random => JsonValue.Create(Guid.CreateVersion7().ToString()[..random.Next(1, 36)]),
    ];

    public async Task InitializeAsync() => await _host.SignedInAsync("admin");

    [Fact]
    public async Task No_malformed_request_breaks_the_Base_or_tells_of_its_inside()
    {
        var document = JsonNode.Parse(await _host.Browser().GetStringAsync("/openapi/v1.json"))!;
        var operations = document["paths"]!
            .AsObject()
            .SelectMany(p => p.Value!.AsObject().Select(o => (Path: p.Key, Method: o.Key, Operation: o.Value!)))
            .Where(o =>
                o.Operation["operationId"]!.ToString()
                    is not ("SignOut" or "EndSession" or "SuspendAccount" or "ResetPassword" or "ChangeAccess")
            )
            .ToList();
        HttpClient[] browsers =
        [
            await _host.SignedInAsync("admin"),
            await _host.SignedInAsync("holder.aksuu"),
            await _host.SignedInAsync("ministry"),
            _host.Browser(),
        ];
        var random = new Random(20261123);
        var statuses = new SortedDictionary<int, int>();
        var child = (await browsers[1].OpenCardAsync()).Id("childId");
        for (var i = 0; i < Requests; i++)
        {
            var (path, method, operation) = operations[i % operations.Count];
            using var request = Make(document, path, method, operation, child, random);
            var answer = await browsers[random.Next(browsers.Length)].SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            var status = (int)answer.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(
                status < 500,
                $"{method} {request.RequestUri}: {status} {text}\n{(request.Content is null ? "" : await request.Content.ReadAsStringAsync())}"
            );
            foreach (var inside in new[] { "   at ", "Exception", "SELECT ", "System.", "Registry.", "/src/" })
                Assert.DoesNotContain(inside, text, StringComparison.Ordinal);
        }
        output.WriteLine(
            $"{Requests} malformed requests over {operations.Count} operations: {string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}"))}"
        );
    }

    private static HttpRequestMessage Make(JsonNode document, string path, string method, JsonNode operation, Guid child, Random random)
    {
        var address = path;
        var query = new StringBuilder();
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var value =
                random.Next(3) == 0
                    ? child.ToString()
                    : Uri.EscapeDataString(
                        Rubbish[random.Next(Rubbish.Length)](random)?.ToString() is { Length: > 0 } text
                            ? text.Replace("\0", "0", StringComparison.Ordinal)[..Math.Min(text.Length, 300)]
                            : "x"
                    );
            if (parameter!["in"]!.ToString() == "path")
                address = address.Replace($"{{{parameter["name"]}}}", value, StringComparison.Ordinal);
            else if (parameter["in"]!.ToString() == "query" && random.Next(2) == 0)
                query.Append(query.Length == 0 ? '?' : '&').Append(parameter["name"]).Append('=').Append(value);
        }
        var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), address + query);
        if (random.Next(5) > 0)
            request.Headers.TryAddWithoutValidation("If-Match", random.Next(2) == 0 ? Guid.Empty.Etag() : "W/\"rubbish\"");
        if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is not { } schema)
            return request;
        var body = Valid(document, schema, 0);
        for (var changes = random.Next(1, 4); changes > 0; changes--)
            Spoil(body, random);
        var json = body?.ToJsonString() ?? "null";
        if (random.Next(12) == 0)
            json = json[..random.Next(json.Length)];
        request.Content = new StringContent(json, Encoding.UTF8);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(random.Next(30) == 0 ? "text/plain" : "application/json");
        return request;
    }

    /// <summary>A value that the description allows.</summary>
    private static JsonNode? Valid(JsonNode document, JsonNode schema, int depth)
    {
        if (schema["$ref"]?.ToString() is { } reference)
            return Valid(document, document["components"]!["schemas"]![reference.Split('/')[^1]]!, depth);
        if (schema["oneOf"] is JsonArray choices)
            return Valid(document, choices[^1]!, depth);
        if (schema["enum"] is JsonArray values)
            return values[0]?.DeepClone();
        var type = schema["type"] is JsonArray types
            ? types.Select(t => t!.ToString()).First(t => t != "null")
            : schema["type"]?.ToString();
        return type switch
        {
            "object" when schema["properties"] is JsonObject properties && depth < 6 => new JsonObject(
                properties.Select(p => KeyValuePair.Create(p.Key, Valid(document, p.Value!, depth + 1)))
            ),
            "object" => new JsonObject(),
            "array" => new JsonArray(Valid(document, schema["items"]!, depth + 1)),
            "integer" or "number" => JsonValue.Create(1),
            "boolean" => JsonValue.Create(true),
            "string" => JsonValue.Create(
                schema["format"]?.ToString() switch
                {
                    "date" => "2026-11-20",
                    "uuid" => Guid.Empty.ToString(),
                    _ => "text",
                }
            ),
            _ => null,
        };
    }

    /// <summary>Puts garbage at a random place, or adds an unknown member.</summary>
    private static void Spoil(JsonNode? node, Random random)
    {
        if (node is JsonObject { Count: > 0 } members)
        {
            var name = members.ElementAt(random.Next(members.Count)).Key;
            if (members[name] is JsonObject or JsonArray && random.Next(3) > 0)
                Spoil(members[name], random);
            else if (random.Next(10) == 0)
                members["unheardOf"] = 1;
            else if (random.Next(10) == 0)
                members.Remove(name);
            else
                members[name] = Rubbish[random.Next(Rubbish.Length)](random);
        }
        else if (node is JsonArray { Count: > 0 } items)
        {
            if (items[0] is JsonObject && random.Next(2) == 0)
                Spoil(items[0], random);
            else
                items[0] = Rubbish[random.Next(Rubbish.Length)](random);
        }
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
