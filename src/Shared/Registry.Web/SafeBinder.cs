using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FastEndpoints;
using Microsoft.AspNetCore.Http;

namespace Registry.Web;

/// <summary>
/// Binds a request from the JSON body and the route alone, or, where there is no body, from the query string and the route. The route always wins, and a
/// member that the route names may not appear in body or query at all: an id cannot be redirected.
/// </summary>
internal sealed class SafeBinder<TRequest> : IRequestBinder<TRequest>
    where TRequest : notnull
{
    private static readonly Dictionary<string, PropertyInfo> Properties = typeof(TRequest)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), StringComparer.Ordinal);

    public async ValueTask<TRequest> BindAsync(BinderContext ctx, CancellationToken cancellation)
    {
        var request = ctx.HttpContext.Request;
        if (typeof(TRequest) == typeof(EmptyRequest))
            return (TRequest)(object)EmptyRequest.Instance;
        try
        {
            var members = HasBody(request.Method) ? await BodyAsync(request, cancellation) : Query(request);
            RequireItems(members, "");
            foreach (var (name, value) in request.RouteValues)
            {
                if (!Properties.TryGetValue(name, out var property))
                    continue;
                if (members.ContainsKey(name))
                    throw new RequestException(name, "field.unknown");
                members[name] = Node(name, property.PropertyType, value?.ToString());
            }
            return Read(members, ctx);
        }
        catch (JsonException problem)
        {
            throw new RequestException(Path(problem), CodeOf(problem));
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException)
        {
            throw new RequestException("", "request.malformed");
        }
    }

    /// <summary>
    /// No list of a request may hold nothing where an item belongs: the types say so, yet the serializer lets it through. No text may hold what cannot be seen.
    /// </summary>
    private static void RequireItems(JsonNode? node, string path)
    {
        if (node is JsonValue one && !PlainText.Is(one))
            throw new RequestException(path, "field.unreadable-characters");
        if (node is JsonObject members)
            foreach (var (name, value) in members)
                RequireItems(value, path.Length == 0 ? name : $"{path}.{name}");
        else if (node is JsonArray items)
            foreach (var (i, item) in items.Index())
            {
                if (item is null)
                    throw new RequestException($"{path}[{i}]", "field.required");
                RequireItems(item, $"{path}[{i}]");
            }
    }

    private static TRequest Read(JsonObject members, BinderContext ctx)
    {
        try
        {
            return members.Deserialize<TRequest>(JsonRules.Options) ?? throw new RequestException("", "request.malformed");
        }
        catch (JsonException) when (HasValidator(ctx) && UnreadableValues.Take(members, typeof(TRequest)) is { Count: > 0 } unreadable)
        {
            // the validator goes over the rest, and refuses the request for these in any case
            ctx.ValidationFailures.AddRange(unreadable);
            return members.Deserialize<TRequest>(JsonRules.Options) ?? throw new RequestException("", "request.malformed");
        }
    }

    private static bool HasValidator(BinderContext ctx) =>
        ctx.HttpContext.GetEndpoint()?.Metadata.GetMetadata<EndpointDefinition>()?.ValidatorType is not null;

    private static bool HasBody(string method) => HttpMethods.IsPost(method) || HttpMethods.IsPut(method) || HttpMethods.IsPatch(method);

    private static async Task<JsonObject> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding")))
            return [];
        if (!request.HasJsonContentType())
            throw new RequestException("", "request.not-json");
        return await JsonSerializer.DeserializeAsync<JsonObject>(request.Body, JsonRules.Options, ct)
            ?? throw new RequestException("", "request.malformed");
    }

    private static JsonObject Query(HttpRequest request)
    {
        var members = new JsonObject();
        foreach (var (name, values) in request.Query)
        {
            if (!Properties.TryGetValue(name, out var property))
                throw new RequestException(name, "field.unknown");
            if (ElementType(property.PropertyType) is { } element)
                members[name] = new JsonArray([.. values.Select(v => Node(name, element, v))]);
            else
                members[name] =
                    values.Count == 1 ? Node(name, property.PropertyType, values[0]) : throw new RequestException(name, "field.doubled");
        }
        return members;
    }

    private static Type? ElementType(Type type) => type.IsArray ? type.GetElementType() : null;

    /// <summary>Numbers and truth values of a query or route become JSON numbers and truth values; everything else is a string.</summary>
    private static JsonNode? Node(string name, Type type, string? value)
    {
        if (value is null)
            return null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool))
            return bool.TryParse(value, out var truth) ? truth : throw new RequestException(name, "field.wrong-format");
        if (type == typeof(int) || type == typeof(long))
            return long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole)
                ? whole
                : throw new RequestException(name, "field.wrong-format");
        if (type == typeof(decimal) || type == typeof(double))
            return decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new RequestException(name, "field.wrong-format");
        return JsonValue.Create(value);
    }

    private static string Path(JsonException problem) => problem.Path is { Length: > 2 } path ? path[2..] : "";

    // only the kind of the mistake is reported, never the text with CLR names
    private static string CodeOf(JsonException problem) =>
        problem.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) ? "field.unknown"
        : problem.Message.Contains("missing required properties", StringComparison.Ordinal) ? "request.incomplete"
        : problem.Path is { Length: > 2 } ? "field.wrong-format"
        : "request.malformed";
}
