using FastEndpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Rows;

namespace Registry.Web;

/// <summary>One use case over HTTP. Configure names the route and the guard; the rest of the plumbing is shared.</summary>
public abstract class ApiEndpoint<TRequest, TResponse> : Endpoint<TRequest, TResponse>
    where TRequest : notnull
{
    /// <summary>Who calls; only behind a guard with a permission.</summary>
    protected Caller Caller => HttpContext.Caller();

    protected void Guarded(Permission permission, Reach reach, JournalKind kind, bool ifMatch = false) =>
        EndpointGuards.Declare(Definition, new(permission, reach, kind, ifMatch));

    /// <summary>The answer is 201 with the new resource's address.</summary>
    protected void Creates() => Definition.Options(builder => builder.WithMetadata(new Success(StatusCodes.Status201Created)));

    /// <summary>Of several calls at once only one may succeed: there is at most one such thing. An index or a hold sees to it, a test sends twenty.</summary>
    protected void AtMostOne(string what) => Definition.Options(builder => builder.WithMetadata(new AtMostOneRule(what)));

    /// <summary>The answer holds a secret that is shown once: it is not kept for a repeated call.</summary>
    protected void ShowsSecret() => Definition.Options(builder => builder.WithMetadata(new SecretAnswer()));

    /// <summary>The request may be larger than others, to this many bytes.</summary>
    protected void Takes(long bytes) => Definition.Options(builder => builder.WithMetadata(new LargestBody(bytes)));

    /// <summary>The call has its turns: of one person, and of everybody.</summary>
    protected void Costs(Cost cost) => Definition.Options(builder => builder.WithMetadata(new CostOf(cost)));

    protected void GuardedForNobody(JournalKind kind) => EndpointGuards.Declare(Definition, new(null, Reach.Own, kind));

    /// <summary>201 with the new resource's address below /api.</summary>
    protected Task CreatedAsync(string path, TResponse response, Guid? version = null)
    {
        HttpContext.Response.Headers.Location = $"/api/{path}";
        HttpContext.ShowVersion(version);
        return HttpContext.Response.SendAsync(response, StatusCodes.Status201Created);
    }
}

/// <summary>Status of a good answer when it is not 200.</summary>
internal sealed record Success(int Status);

internal sealed record SecretAnswer;

/// <summary>A use case without a request.</summary>
public abstract class ApiEndpoint<TResponse> : ApiEndpoint<EmptyRequest, TResponse>;

public static class EndpointGuards
{
    internal static void Declare(EndpointDefinition definition, Guard guard)
    {
        definition.AllowAnonymous();
        definition.Options(builder => builder.WithMetadata(guard, new UseCase(UseCaseOf(definition.EndpointType))));
        Guards.AddOrUpdate(definition, guard);
    }

    public static string UseCaseOf(Type endpoint) =>
        endpoint.Name.EndsWith("Endpoint", StringComparison.Ordinal) ? endpoint.Name[..^"Endpoint".Length] : endpoint.Name;

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<EndpointDefinition, Guard> Guards = [];

    /// <exception cref="InvalidOperationException">The endpoint declares no guard: the host does not start.</exception>
    public static Guard GuardOf(EndpointDefinition definition) =>
        Guards.TryGetValue(definition, out var guard)
            ? guard
            : throw new InvalidOperationException($"{definition.EndpointType.Name} declares no permission, reach and journal kind.");
}

public static class Versions
{
    /// <summary>Shows an aggregate's version as ETag.</summary>
    public static void ShowVersion(this HttpContext context, Guid? version)
    {
        if (version is { } value)
            context.Response.Headers.ETag = $"\"{value:N}\"";
    }

    /// <summary>Lets a change go on only from the version that the caller has seen, and gives the aggregate its next one.</summary>
    /// <exception cref="DomainException"><c>version.stale</c>, 412.</exception>
    public static void Expect(this HttpContext context, IVersioned aggregate)
    {
        if (!context.Request.Headers.IfMatch.ToString().Equals($"\"{aggregate.Version:N}\"", StringComparison.OrdinalIgnoreCase))
            throw new DomainException("version.stale", StatusCodes.Status412PreconditionFailed);
        aggregate.Version = Ids.New();
        context.ShowVersion(aggregate.Version);
    }
}

public static class Refusals
{
    /// <summary>The call is refused, yet what it saved is kept: a wrong password is counted.</summary>
    public static void KeepChangesOnRefusal(this HttpContext context) => CallContext.Of(context).KeepsChangesOnRefusal = true;
}
