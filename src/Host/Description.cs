using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Registry.Host;

/// <summary>The API description for integrators. Generating it takes seconds, so it is generated once; anyone may read it.</summary>
internal static class Description
{
    private const string Document = "v1";

    public static void MapDescription(this WebApplication app)
    {
        var made = New();
        app.MapGet(
                $"/openapi/{Document}.json",
                async () =>
                {
                    // a failed attempt is retried
                    if (made is { IsValueCreated: true, Value.IsFaulted: true })
                        made = New();
                    return Results.Bytes(await made.Value, "application/json; charset=utf-8");
                }
            )
            .ExcludeFromDescription();

        Lazy<Task<byte[]>> New() => new(() => MakeAsync(app.Services));
    }

    private static async Task<byte[]> MakeAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document).GetOpenApiDocumentAsync();
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1);
        return json.ToArray();
    }
}
