using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Tests.Host;

/// <summary>An endpoint as registered in the running host.</summary>
internal sealed record EndpointUnderTest(string UseCase, string Method, string Route, Guard Guard)
{
    public override string ToString() => $"{Method} /{Route}";

    public string Path(Guid id) =>
        "/"
        + Regex.Replace(
            Route,
            @"\{(\w+)\}",
            m =>
                m.Groups[1].Value switch
                {
                    "id" or "measureId" => id.ToString(),
                    "year" => "2026",
                    "kind" => "person",
                    "key" => "test.draft",
                    "code" => Road.AkSuu,
                    "dictionary" => "channel",
                    _ => throw new InvalidOperationException($"No value for {m.Value}"),
                }
        );

    public bool HasId => Route.Contains("{id}", StringComparison.Ordinal);
}

/// <summary>All endpoints under /api, discovered; nothing is listed by hand.</summary>
internal static class Endpoints
{
    public static List<EndpointUnderTest> Of(RegistryHost host)
    {
        var found = host.Service<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) == true)
            .Select(e => new EndpointUnderTest(
                e.Metadata.GetRequiredMetadata<UseCase>().Name,
                e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single(),
                e.RoutePattern.RawText!.TrimStart('/'),
                e.Metadata.GetRequiredMetadata<Guard>()
            ))
            .ToList();
        Assert.True(found.Count >= 50, $"Only {found.Count} endpoints were found.");
        return found;
    }
}
