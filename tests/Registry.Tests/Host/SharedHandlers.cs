using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Registry.Tests.Host;

/// <summary>
/// Lets all hosts of the process serve FastEndpoints with one handler. The framework compiles that same handler again for each of the hundreds of
/// endpoints of each host, and discarding what was compiled costs more than compiling it.
/// </summary>
internal sealed class SharedHandlers : IStartupFilter
{
    // the framework offers no hook: a table of routes holds for each of them the function that compiles its handler
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static RequestDelegate? _compiled;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            next(app);
            var routes = (IEndpointRouteBuilder)app.Properties["__EndpointRouteBuilder"]!;
            foreach (var source in routes.DataSources.Where(s => s.GetType().Name == "RouteEndpointDataSource"))
                Share((IList)source.GetType().GetField("_routeEntries", Inside)!.GetValue(source)!);
        };

    private static void Share(IList entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i]!;
            var handler = (Delegate)entry.GetType().GetProperty("RouteHandler", Inside)!.GetValue(entry)!;
            if (handler.Method.DeclaringType?.Assembly != typeof(FastEndpoints.IEndpoint).Assembly)
                continue;
            entry
                .GetType()
                .GetProperty("CreateHandlerRequestDelegateFunc", Inside)!
                .SetValue(
                    entry,
                    (Func<Delegate, RequestDelegateFactoryOptions, RequestDelegateMetadataResult?, RequestDelegateResult>)Create
                );
            entries[i] = entry;
        }
    }

    private static RequestDelegateResult Create(
        Delegate handler,
        RequestDelegateFactoryOptions options,
        RequestDelegateMetadataResult? metadata
    )
    {
        var builder = options.EndpointBuilder!;
        _compiled ??= RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate;
        return new(_compiled, [.. builder.Metadata]);
    }
}
