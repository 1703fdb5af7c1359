using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Journal;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Web;

/// <summary>
/// Every call under /api passes here once: guard, If-Match, Idempotency-Key, one transaction, errors as problem+json, and exactly one journal entry that is
/// durable before the answer leaves.
/// </summary>
internal sealed class ApiCall(
    RequestDelegate next,
    JournalWriter journal,
    AnonymousRefusals refusals,
    AnonymousLimit anonymous,
    CostlyCalls costs,
    TimeProvider time,
    ILogger<ApiCall> log
)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // the session's cookie finds the caller; no other way of signing in leads here
        if (Integrators.Calls(context.Request))
            await Integrators.FindAsync(context);
        else if (await context.AuthenticateAsync() is { Succeeded: true, Principal: { } principal })
            context.User = principal;
        // answers hold personal data: no cache on the way keeps them
        context.Response.OnStarting(
            static response =>
            {
                ((HttpResponse)response).Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            },
            context.Response
        );
        await (IsSafe(context.Request.Method) ? ReadAsync(context) : ChangeAsync(context));
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private async Task ReadAsync(HttpContext context)
    {
        context.Response.OnStarting(() => JournalAsync(context));
        await AnswerAsync(context, () => next(context));
        if (!context.Response.HasStarted)
            await context.Response.StartAsync();
        await KeepAfterwardsAsync(context);
    }

    private Task JournalAsync(HttpContext context)
    {
        if (!AnonymousRefusals.Covers(context))
            return journal.WriteAsync(Entry(context));
        refusals.Add(context);
        return Task.CompletedTask;
    }

    private async Task ChangeAsync(HttpContext context)
    {
        var unitOfWork = context.RequestServices.GetRequiredService<UnitOfWork>();
        unitOfWork.Defer();
        var wire = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await AnswerAsync(context, () => CommitAfterAsync(context, unitOfWork, buffer));
            if (!CallContext.Of(context).IsCommitted)
            {
                await unitOfWork.RollbackAsync();
                await RepeatTwinAsync(context, buffer);
                await KeepAfterwardsAsync(context);
                await JournalAsync(context);
            }
        }
        finally
        {
            context.Response.Body = wire;
        }
        if (context.Response.StatusCode is not StatusCodes.Status204NoContent)
        {
            context.Response.ContentLength = buffer.Length;
            buffer.Position = 0;
            await buffer.CopyToAsync(wire, context.RequestAborted);
        }
    }

    private static async Task KeepAfterwardsAsync(HttpContext context)
    {
        var kept = context
            .RequestServices.GetRequiredService<OpenedSeals>()
            .Broken.Select(b => b.Afterwards)
            .Append(CallContext.Of(context).Afterwards);
        foreach (var keep in kept.OfType<Func<IServiceProvider, CancellationToken, Task>>())
        {
            await using var scope = context.RequestServices.CreateAsyncScope();
            await keep(scope.ServiceProvider, CancellationToken.None);
        }
    }

    /// <summary>A call that was refused because the same one came first gets its answer: both were sent at once. Another one under the same key is refused as such.</summary>
    private static async Task RepeatTwinAsync(HttpContext context, MemoryStream buffer)
    {
        if (context.Response.StatusCode is not (StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed))
            return;
        var idempotency = context.RequestServices.GetRequiredService<Idempotency>();
        try
        {
            if (await idempotency.TwinAsync(context.RequestAborted) is not { } first)
                return;
            context.Response.Clear();
            buffer.SetLength(0);
            await idempotency.ReplayAsync(context, first);
        }
        catch (DomainException other)
        {
            context.Response.Clear();
            buffer.SetLength(0);
            context.Response.Headers.Location = other.Location;
            await Problem.Of(context, other).WriteAsync(context);
        }
    }

    private async Task CommitAfterAsync(HttpContext context, UnitOfWork unitOfWork, MemoryStream buffer)
    {
        var idempotency = context.RequestServices.GetRequiredService<Idempotency>();
        if (context.FindCaller() is { } caller && await idempotency.FindAsync(context, caller, context.RequestAborted) is { } first)
        {
            await idempotency.ReplayAsync(context, first);
            return;
        }
        await next(context);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        if (!unitOfWork.HasChanges)
            return;
        if (context.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            // a refused sign-in counts its failure although its answer is an error
            if (!CallContext.Of(context).KeepsChangesOnRefusal)
                return;
        }
        var answer = await idempotency.RowAsync(context.Response, buffer.ToArray(), context.RequestAborted);
        await unitOfWork.AddLastAsync(Entry(context), answer, CancellationToken.None);
        await unitOfWork.CommitAsync(CancellationToken.None);
        CallContext.Of(context).IsCommitted = true;
    }

    private async Task AnswerAsync(HttpContext context, Func<Task> act)
    {
        try
        {
            if ((anonymous.Allows(context) ? Refusal(context) : TooMany(context)) is { } refusal)
            {
                await refusal.WriteAsync(context);
                return;
            }
            using var turn = await costs.EnterAsync(context);
            await act();
        }
        catch (Exception problem) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await context.RequestServices.GetRequiredService<UnitOfWork>().RollbackAsync();
            context.Response.Clear();
            await ProblemOf(context, problem).WriteAsync(context);
        }
    }

    private static Problem TooMany(HttpContext context) => Problem.Of(context, StatusCodes.Status429TooManyRequests, "rate-limited");

    private static Problem? Refusal(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Guard>() is not { } guard)
            return IsRoutings(context.GetEndpoint(), "405")
                    ? Problem.Of(context, StatusCodes.Status405MethodNotAllowed, "method-not-allowed")
                : IsRoutings(context.GetEndpoint(), "415")
                    ? Problem.Of(context, StatusCodes.Status415UnsupportedMediaType, "request.not-json")
                : Problem.Of(context, StatusCodes.Status404NotFound, "not-found");
        if (!IsSafe(context.Request.Method) && !SameOrigin.Is(context.Request))
            return Problem.Of(context, StatusCodes.Status403Forbidden, "other-origin");
        if (guard.Permission is { } permission)
        {
            if (context.FindCaller() is { CallsPerMinute: not null } system && !Integrators.MayCall(context, system))
                return TooMany(context);
            if (context.FindCaller() is not { } caller)
                return Problem.Of(context, StatusCodes.Status401Unauthorized, "not-signed-in");
            if (ExpectedAccount.IsAnother(context.Request, caller))
                return Problem.Of(context, StatusCodes.Status409Conflict, "account.other");
            if (!caller.May(permission))
                return Problem.Of(context, StatusCodes.Status403Forbidden, "not-allowed");
        }
        return guard.NeedsIfMatch && !context.Request.Headers.ContainsKey("If-Match")
            ? Problem.Of(context, StatusCodes.Status428PreconditionRequired, "version.required")
            : null;
    }

    // routing answers a wrong method and a wrong type of body with endpoints of its own; the page of web-admin catches every other unknown path
    private static bool IsRoutings(Endpoint? endpoint, string status) =>
        endpoint?.DisplayName?.StartsWith(status, StringComparison.Ordinal) == true;

    private Problem ProblemOf(HttpContext context, Exception problem)
    {
        switch (problem)
        {
            case DomainException refusal:
                if (refusal.AboutId is { } about)
                    context.JournalAbout(about);
                CallContext.Of(context).Afterwards = refusal.Afterwards;
                context.Response.Headers.Location = refusal.Location;
                return Problem.Of(context, refusal);
            case RequestException unreadable:
                var message = context.RequestServices.GetRequiredService<Texts>().Say(Texts.LanguageOf(context.Request), unreadable.Code);
                return Problem.Of(
                    context,
                    StatusCodes.Status400BadRequest,
                    "request.invalid",
                    [new(unreadable.Field, unreadable.Code, message)]
                );
            case BadHttpRequestException bad:
                return Problem.Of(context, bad.StatusCode, "request.malformed");
            case DbUpdateConcurrencyException:
                return Problem.Of(context, StatusCodes.Status412PreconditionFailed, "version.stale");
            case DbUpdateException update when UniqueViolation.Is(update):
                return Problem.Of(context, StatusCodes.Status409Conflict, "exists-already");
            default:
                // messages of exceptions may quote values: only the type and the place go to the log
                log.LogError(
                    "{Problem} at {Place} in {Endpoint}",
                    problem.GetType().Name,
                    PlaceOf(problem),
                    context.GetEndpoint()?.DisplayName
                );
                return Problem.Of(context, StatusCodes.Status500InternalServerError, "server-error");
        }
    }

    private static string? PlaceOf(Exception problem) =>
        string.Join(
            " < ",
            new System.Diagnostics.StackTrace(problem)
                .GetFrames()
                .Take(6)
                .Select(f => $"{f.GetMethod()?.DeclaringType?.Name}.{f.GetMethod()?.Name}")
        ) + (problem.InnerException is { } inner ? $" ({inner.GetType().Name})" : "");

    private JournalEntry Entry(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        var caller = context.FindCaller();
        var guard = endpoint?.Metadata.GetMetadata<Guard>();
        return new()
        {
            At = time.Utc(),
            AccountId = caller?.AccountId,
            BodyId = caller?.BodyId,
            Role = caller?.Role.Code(),
            Action = endpoint?.Metadata.GetMetadata<UseCase>()?.Name ?? "unknown",
            Kind = (guard?.Kind ?? JournalKind.Read).Code(),
            Outcome = context.Response.StatusCode,
            AboutId =
                CallContext.Of(context).AboutId is { } named ? named
                : Guid.TryParse(context.Request.RouteValues.GetValueOrDefault("id")?.ToString(), out var id) ? id
                // a list requested for one child alone
                : Guid.TryParse(context.Request.Query["childId"], out var child) ? child
                : null,
            Opened = context.RequestServices.GetRequiredService<OpenedSeals>().Pack(),
            Ip = context.Connection.RemoteIpAddress?.ToString(),
            Paths = CallContext.Of(context).Way,
        };
    }
}

/// <summary>What a call is about, and by what way somebody came, where its address does not say it.</summary>
public static class JournalSubject
{
    public static void JournalAbout(this HttpContext context, Guid id) => CallContext.Of(context).AboutId = id;

    /// <summary>The way somebody came in, such as <c>password, app</c> (ASVS 16.3.1): other entries have what was requested in its place.</summary>
    public static void JournalWay(this HttpContext context, string way) => CallContext.Of(context).Way = way;
}

/// <summary>Name of an endpoint's use case, the same in C#, test, React and journal.</summary>
public sealed record UseCase(string Name);

/// <summary>A browser reports where a call comes from; a foreign page may not change anything with a user's cookie.</summary>
internal static class SameOrigin
{
    public static bool Is(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
            return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
