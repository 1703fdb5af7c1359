using System.Collections.Frozen;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Registry.Basics;

namespace Registry.Web;

/// <summary>What makes a call cost more than reading a few rows. Everybody has turns of their own at each, so that no one of them slows the others down.</summary>
public enum Cost
{
    /// <summary>Rows without end, as a file.</summary>
    Export,

    /// <summary>A document is drawn.</summary>
    Paper,

    /// <summary>Names are scored, or likenesses looked for.</summary>
    Search,

    /// <summary>Counts over all cases of a scope.</summary>
    Report,

    /// <summary>A file is read, rewritten and sealed.</summary>
    Upload,

    /// <summary>A password is hashed, which is slow on purpose.</summary>
    Password,
}

/// <summary>Marks the endpoint of a costly call.</summary>
public sealed record CostOf(Cost Cost);

/// <param name="Each">Calls of one person (without a sign-in: of one address) at once.</param>
/// <param name="EachWaiting">Further ones of theirs that wait for their turn.</param>
/// <param name="All">Calls of everybody at once.</param>
/// <param name="AllWaiting">Further ones of everybody.</param>
public sealed record CostLimit(int Each, int EachWaiting, int All, int AllWaiting)
{
    /// <summary>What can be set.</summary>
    public static readonly string[] Names = [nameof(Each), nameof(EachWaiting), nameof(All), nameof(AllWaiting)];

    /// <summary>Half of the cores stay for everyday work.</summary>
    private static readonly int HalfOfCores = Math.Max(1, Environment.ProcessorCount / 2);

    public static CostLimit Of(Cost cost, IConfiguration configuration)
    {
        var standard = cost switch
        {
            Cost.Export => new CostLimit(1, 2, HalfOfCores, 16),
            Cost.Paper => new(1, 4, HalfOfCores, 32),
            Cost.Search => new(2, 8, HalfOfCores, 64),
            Cost.Report => new(2, 16, HalfOfCores, 64),
            Cost.Upload => new(1, 3, 4, 16),
            // a whole ministry may be behind one address
            _ => new(HalfOfCores, 64, HalfOfCores, 128),
        };
        var section = configuration.GetSection($"Registry:Limits:{cost}");
        int Read(string name, int fallback, int least) => Math.Max(least, section.GetValue(name, fallback));
        return new(
            Read(nameof(Each), standard.Each, 1),
            Read(nameof(EachWaiting), standard.EachWaiting, 0),
            Read(nameof(All), standard.All, 1),
            Read(nameof(AllWaiting), standard.AllWaiting, 0)
        );
    }
}

/// <summary>Turns at costly calls, a person's and everybody's; a caller without a turn learns when to come back.</summary>
internal sealed class CostlyCalls(IConfiguration configuration) : IDisposable
{
    private sealed record Turns(PartitionedRateLimiter<string> OfEach, ConcurrencyLimiter OfAll);

    private readonly FrozenDictionary<Cost, Turns> _turns = Enum.GetValues<Cost>()
        .ToFrozenDictionary(cost => cost, cost => Make(CostLimit.Of(cost, configuration)));

    private static Turns Make(CostLimit limit) =>
        new(
            PartitionedRateLimiter.Create<string, string>(who =>
                RateLimitPartition.GetConcurrencyLimiter(who, _ => Options(limit.Each, limit.EachWaiting))
            ),
            new(Options(limit.All, limit.AllWaiting))
        );

    private static ConcurrencyLimiterOptions Options(int atOnce, int waiting) =>
        new()
        {
            PermitLimit = atOnce,
            QueueLimit = waiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };

    /// <returns>The turn, to be given back; null for a call that costs little.</returns>
    /// <exception cref="DomainException"><c>busy.wait-for-yours</c>, 429; <c>busy.later</c>, 503.</exception>
    public async Task<IDisposable?> EnterAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<CostOf>() is not { } costly)
            return null;
        await ReadFirstAsync(context);
        var turns = _turns[costly.Cost];
        var own = await turns.OfEach.AcquireAsync(Who(context), 1, context.RequestAborted);
        if (!own.IsAcquired)
            throw new DomainException("busy.wait-for-yours", StatusCodes.Status429TooManyRequests);
        try
        {
            var all = await turns.OfAll.AcquireAsync(1, context.RequestAborted);
            return all.IsAcquired ? new Turn(own, all) : throw new DomainException("busy.later", StatusCodes.Status503ServiceUnavailable);
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    /// <summary>A slow sender holds no turn meanwhile. A file would fill the memory: its sender holds one of the turns of uploads.</summary>
    private static async Task ReadFirstAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType)
            return;
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        context.Request.Body = body;
    }

    private static string Who(HttpContext context) =>
        context.FindCaller() is { } caller ? caller.SpecialistId.ToString() : Addresses.Of(context.Connection.RemoteIpAddress);

    private sealed class Turn(RateLimitLease own, RateLimitLease all) : IDisposable
    {
        public void Dispose()
        {
            all.Dispose();
            own.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var turns in _turns.Values)
        {
            turns.OfEach.Dispose();
            turns.OfAll.Dispose();
        }
    }
}
