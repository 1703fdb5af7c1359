using System.Net;
using System.Text.Json;
using Registry.Integration.Model;

namespace Registry.Integration.Registers.XRoad;

/// <summary>X-Road message protocol for REST, version 1.</summary>
internal static class RestMessage
{
    private const int Deepest = 32;

    public static HttpRequestMessage Request(Uri securityServer, RegisterService service, XRoadRequest request)
    {
        string Filled(string value) => Uri.EscapeDataString(value.Replace(RequestPart.Pin, request.Pin, StringComparison.Ordinal));
        var path = service.Path is { Length: > 0 } own ? "/" + string.Join('/', own.Split('/').Select(Filled)) : "";
        var query = string.Join('&', service.Mapping.Request.Select(p => $"{Uri.EscapeDataString(p.Path)}={Filled(p.Value)}"));
        var address = $"r1/{service.Address.Escaped}/{Uri.EscapeDataString(service.Code)}{path}{(query.Length > 0 ? "?" : "")}{query}";
        var message = new HttpRequestMessage(HttpMethod.Get, new Uri(securityServer, address));
        message.Headers.Add("X-Road-Client", request.Client.ToString());
        message.Headers.Add("X-Road-Id", request.Id.ToString());
        message.Headers.Add("X-Road-UserId", request.User);
        message.Headers.Add("X-Road-Issue", request.Issue);
        message.Headers.Accept.Add(new("application/json"));
        return message;
    }

    public static XRoadAnswer Read(HttpResponseMessage response, byte[] content, XRoadRequest request)
    {
        if (Header(response, "X-Road-Error") is { } error)
            return XRoadAnswer.OfExchange(error);
        if (response.StatusCode is HttpStatusCode.NoContent)
            return XRoadAnswer.NotFound;
        if (response.StatusCode is not HttpStatusCode.OK)
            return XRoadAnswer.OfProvider($"http-{(int)response.StatusCode}");
        if (Header(response, "X-Road-Id") != request.Id.ToString())
            return XRoadAnswer.Unreadable("other-header");
        try
        {
            using var document = JsonDocument.Parse(content, new() { MaxDepth = Deepest });
            return XRoadAnswer.Of(Node.Of(document.RootElement));
        }
        catch (JsonException)
        {
            return XRoadAnswer.Unreadable("not-json");
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
