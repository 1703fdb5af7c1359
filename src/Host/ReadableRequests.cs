namespace Registry.Host;

/// <summary>Rejects requests that no one sends by mistake: third-party handlers behind would answer them with server errors.</summary>
internal sealed class ReadableRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (IsForProxies(request.Method))
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        // the API reports the field itself
        else if (request.Path.StartsWithSegments("/api"))
            await next(context);
        else if (HoldsControl(request.Path.Value) || request.Query.Any(q => HoldsControl(q.Key) || q.Value.Any(HoldsControl)))
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        else
            await AnswerAsync(context);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException && !context.Response.HasStarted)
        {
            // not a valid form
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>TRACE would send a caller's headers back, cookies among them (ASVS 13.4.4).</summary>
    private static bool IsForProxies(string method) =>
        HttpMethods.IsTrace(method) || HttpMethods.IsConnect(method) || method.Equals("TRACK", StringComparison.OrdinalIgnoreCase);

    private static bool HoldsControl(string? text) => text?.Any(char.IsControl) == true;
}
