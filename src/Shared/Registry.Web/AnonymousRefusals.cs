using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Journal;
using Registry.Platform.Model;

namespace Registry.Web;

/// <summary>
/// Refusals of callers who are not signed in, as one entry per address and minute [28]: thousands of them fill neither the journal nor the disk. They stay in memory
/// until the minute ends or the host stops.
/// </summary>
internal sealed partial class AnonymousRefusals(JournalWriter journal, TimeProvider time, ILogger<AnonymousRefusals> log)
    : BackgroundService
{
    /// <summary>The action of such an entry.</summary>
    public const string Action = "RefusedAnonymously";

    /// <summary>Addresses counted apart in a minute; those beyond share the entry of <see cref="OtherAddresses"/>.</summary>
    internal const int MostAddresses = 1_000;
    internal const string OtherAddresses = "*";
    internal const int MostPaths = 20;
    private const int LongestPath = 80;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly Lock _turn = new();
    private Dictionary<string, Refused> _byAddress = [];

    /// <summary>True for an answer that is counted with others instead of an entry of its own: no one is signed in and no account is named.</summary>
    public static bool Covers(HttpContext context) =>
        context.FindCaller() is null
        && context.Response.StatusCode is >= StatusCodes.Status400BadRequest and < StatusCodes.Status500InternalServerError
        && CallContext.Of(context).AboutId is null;

    public void Add(HttpContext context) => Add(context, context.Response.StatusCode);

    public void Add(HttpContext context, int outcome)
    {
        var address = Addresses.Of(context.Connection.RemoteIpAddress);
        lock (_turn)
        {
            if (!_byAddress.TryGetValue(address, out var refused))
            {
                if (_byAddress.Count >= MostAddresses)
                    address = OtherAddresses;
                if (!_byAddress.TryGetValue(address, out refused))
                    _byAddress[address] = refused = new(time.Utc());
            }
            refused.Add(time.Utc(), outcome, PathOf(context));
        }
    }

    /// <summary>Writes what has come together so far.</summary>
    public Task FlushAsync()
    {
        // taken and handed to the journal in one turn: a host stopped twice at once closes the journal as soon as nothing is left to take
        lock (_turn)
        {
            var collected = _byAddress;
            _byAddress = [];
            return Task.WhenAll(collected.Select(c => journal.WriteAsync(c.Value.Entry(c.Key))));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryFlushAsync();
        }
        catch (OperationCanceledException)
        {
            // the host stops: StopAsync writes the rest
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryFlushAsync();
    }

    private async Task TryFlushAsync()
    {
        try
        {
            await FlushAsync();
        }
        catch (InvalidOperationException)
        {
            // the journal's health reports that it cannot be written
            log.LogError("Refusals of callers who are not signed in could not be written to the journal.");
        }
    }

    /// <summary>A known call by its name; of an unknown address its letters. Numbers that could identify somebody are left out.</summary>
    private static string PathOf(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<UseCase>() is { } known)
            return known.Name;
        var path = context.Request.Path.Value ?? "";
        var method = context.Request.Method;
        return Unsafe().Replace($"{method[..Math.Min(method.Length, 7)]} {path[..Math.Min(path.Length, LongestPath)]}", "#");
    }

    [GeneratedRegex("[^A-Za-z0-9/ _.-]+|[0-9]{6,}")]
    private static partial Regex Unsafe();

    private sealed class Refused(DateTime first)
    {
        private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
        private readonly Dictionary<int, int> _outcomes = [];
        private DateTime? _last;
        private bool _more;

        public void Add(DateTime at, int outcome, string path)
        {
            _last = at;
            _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
            var line = string.Create(CultureInfo.InvariantCulture, $"{outcome} {path}");
            if (_paths.Count < MostPaths)
                _paths.Add(line);
            else
                _more |= !_paths.Contains(line);
        }

        public JournalEntry Entry(string address) =>
            new()
            {
                At = first,
                Until = _last ?? first,
                Count = _outcomes.Values.Sum(),
                Action = Action,
                Kind = JournalKind.Read.Code(),
                Outcome = _outcomes.MaxBy(o => o.Value).Key,
                Ip = address.Length == 0 ? null : address,
                Paths = string.Join('\n', _paths) + (_more ? "\n…" : ""),
            };
    }
}

/// <summary>Refusals outside the API, such as a false secret at the sign-in provider.</summary>
public static class Refusing
{
    /// <summary>Counts a refusal in the entry of its address and minute.</summary>
    public static void CountRefusal(this HttpContext context, int outcome) =>
        context.RequestServices.GetRequiredService<AnonymousRefusals>().Add(context, outcome);
}
