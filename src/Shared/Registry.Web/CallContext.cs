using Microsoft.AspNetCore.Http;
using Registry.Basics.Access;

namespace Registry.Web;

/// <summary>What is known about the running call beyond its request and answer.</summary>
internal sealed class CallContext
{
    /// <summary>Null while no one is signed in.</summary>
    public Caller? Caller { get; set; }

    /// <summary>What the journal entry is about, where the address does not say so.</summary>
    public Guid? AboutId { get; set; }

    /// <summary>How the person signed in, for the journal (ASVS 16.3.1).</summary>
    public string? Way { get; set; }

    /// <summary>The call is refused, yet what it saved is committed: a wrong password is counted.</summary>
    public bool KeepsChangesOnRefusal { get; set; }

    /// <summary>The changes are durable, with their journal entry.</summary>
    public bool IsCommitted { get; set; }

    /// <summary>Runs after a refusal was rolled back, in a scope of its own.</summary>
    public Func<IServiceProvider, CancellationToken, Task>? Afterwards { get; set; }

    public static CallContext Of(HttpContext context)
    {
        if (context.Features.Get<CallContext>() is { } known)
            return known;
        var call = new CallContext();
        context.Features.Set(call);
        return call;
    }
}
