using Microsoft.Extensions.FileProviders;

namespace Registry.Host;

/// <summary>Serves the web-admin build; every path that is neither a file nor the API gets its single page.</summary>
internal static class WebAdmin
{
    private const int YearSeconds = 31_536_000;

    public static void UseStaticWebAdmin(this WebApplication app)
    {
        if (Folder(app) is not { } folder)
            return;
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(folder),
                // names under assets contain a hash of the content
                OnPrepareResponse = file =>
                    file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets")
                        ? $"public, max-age={YearSeconds}, immutable"
                        : "no-cache",
            }
        );
    }

    public static void MapWebAdmin(this WebApplication app)
    {
        if (Folder(app) is not { } folder)
            return;
        var page = Path.Combine(folder, "index.html");
        app.MapFallback(
            "{**path:nonfile}",
            context =>
            {
                if (IsServerPath(context.Request.Path) || !IsRead(context.Request.Method))
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                }
                context.Response.ContentType = "text/html; charset=utf-8";
                // «back» after signing out requests it again (ASVS 14.3.1)
                context.Response.Headers.CacheControl = "no-store";
                return context.Response.SendFileAsync(page);
            }
        );
    }

    /// <summary>A text declares its character encoding (ASVS 4.1.1).</summary>
    public static Task SayCharsetAsync(HttpContext context)
    {
        if (IsText(context.Response.ContentType))
            context.Response.ContentType += "; charset=utf-8";
        return Task.CompletedTask;
    }

    private static bool IsText(string? type) =>
        type is not null
        && !type.Contains(';', StringComparison.Ordinal)
        && (
            type.StartsWith("text/", StringComparison.Ordinal)
            || type is "application/javascript" or "application/json" or "application/manifest+json" or "image/svg+xml"
        );

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static bool IsServerPath(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/connect") || path.StartsWithSegments("/auth");

    private static string? Folder(WebApplication app) =>
        new[]
        {
            Path.Combine(AppContext.BaseDirectory, "web-admin"),
            Path.Combine(app.Environment.ContentRootPath, "..", "..", "web-admin", "dist"),
        }
            .Select(Path.GetFullPath)
            .FirstOrDefault(Directory.Exists);
}
