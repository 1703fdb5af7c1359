using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Registry.Tests.Host;

/// <summary>Lets a call come from an address of the test's choice; the test server has none.</summary>
internal sealed class TestAddresses : IStartupFilter
{
    public const string Header = "Test-Address";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (context, go) =>
                {
                    if (IPAddress.TryParse(context.Request.Headers[Header], out var from))
                        context.Connection.RemoteIpAddress = from;
                    return go();
                }
            );
            next(app);
        };
}
