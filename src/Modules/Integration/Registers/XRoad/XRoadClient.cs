using System.Collections.Concurrent;
using System.Security.Authentication;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Registry.Contracts;
using Registry.Integration.Model;

namespace Registry.Integration.Registers.XRoad;

/// <summary>
/// Queries one service through the security server: a time limit, a size limit, no redirects; retried only when the provider has certainly not seen the
/// request; paused for a while after repeated failures. Requests and responses are not logged.
/// </summary>
internal sealed class XRoadClient(IHttpClientFactory clients, XRoadSettings settings)
{
    public const string HttpName = "tunduk";
    private const int Repeats = 2;
    private const int FailuresBeforeRest = 5;
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private static readonly Uri Nowhere = new("http://simulator.invalid/");

    /// <summary>One circuit breaker per service: a silent register does not affect the others.</summary>
    private readonly ConcurrentDictionary<RegisterKind, ResiliencePipeline<XRoadAnswer>> _lines = new();

    public async Task<XRoadAnswer> AskAsync(RegisterService service, XRoadRequest request, CancellationToken ct)
    {
        if (!settings.Connected || !service.IsOn)
            return new(RegisterOutcome.NotConnected);
        try
        {
            return await _lines
                .GetOrAdd(service.Kind, _ => Line())
                .ExecuteAsync(async token => await OnceAsync(service, request, token), ct);
        }
        catch (BrokenCircuitException)
        {
            return new(RegisterOutcome.Unreachable, Fault: "resting");
        }
    }

    private static ResiliencePipeline<XRoadAnswer> Line() =>
        new ResiliencePipelineBuilder<XRoadAnswer>()
            .AddRetry(
                new RetryStrategyOptions<XRoadAnswer>
                {
                    MaxRetryAttempts = Repeats,
                    Delay = Pause,
                    UseJitter = true,
                    ShouldHandle = a => ValueTask.FromResult(a.Outcome.Result is { NeverArrived: true }),
                }
            )
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<XRoadAnswer>
                {
                    FailureRatio = 0.9,
                    MinimumThroughput = FailuresBeforeRest,
                    SamplingDuration = Watched,
                    BreakDuration = Rest,
                    ShouldHandle = a =>
                        ValueTask.FromResult(
                            a.Outcome.Result?.Outcome
                                is RegisterOutcome.Unreachable
                                    or RegisterOutcome.TimedOut
                                    or RegisterOutcome.ExchangeFailed
                        ),
                }
            )
            .Build();

    private async Task<XRoadAnswer> OnceAsync(RegisterService service, XRoadRequest request, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(settings.Timeout);
        var soap = service.Protocol is RegisterProtocol.Soap;
        var server = settings.SecurityServer ?? Nowhere;
        using var message = soap ? SoapMessage.Request(server, service, request) : RestMessage.Request(server, service, request);
        try
        {
            using var http = clients.CreateClient(HttpName);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (await ReadAsync(response.Content, limit.Token) is not { } content)
                return new(RegisterOutcome.TooLarge);
            return soap ? SoapMessage.Read(response.StatusCode, content, service, request) : RestMessage.Read(response, content, request);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(RegisterOutcome.TimedOut);
        }
        catch (HttpRequestException e) when (e.InnerException is AuthenticationException)
        {
            return new(RegisterOutcome.Unreachable, Fault: "tls");
        }
        catch (HttpRequestException e)
        {
            var never = e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
            return new(RegisterOutcome.Unreachable, Fault: "network", NeverArrived: never);
        }
        catch (IOException)
        {
            return new(RegisterOutcome.Unreachable, Fault: "network");
        }
    }

    /// <summary>The whole answer; null when it is larger than allowed.</summary>
    private async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken ct)
    {
        const int portion = 16 * 1024;
        if (content.Headers.ContentLength > settings.LargestAnswer)
            return null;
        await using var stream = await content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var buffer = new byte[portion];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (kept.Length + read > settings.LargestAnswer)
                return null;
            kept.Write(buffer, 0, read);
        }
        // a byte order mark is not part of XML or JSON
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var answer = kept.ToArray();
        return answer.AsSpan().StartsWith(mark) ? answer[mark.Length..] : answer;
    }
}
