using Registry.Contracts;

namespace Registry.Integration.Registers.XRoad;

/// <param name="Fault">Code of a failure, such as <c>Server.ClientProxy.NetworkError</c>.</param>
/// <param name="NeverArrived">The provider has certainly not seen the request: it can be retried.</param>
internal sealed record XRoadAnswer(RegisterOutcome Outcome, Node? Body = null, string? Fault = null, bool NeverArrived = false)
{
    private const int LongestCode = 100;

    public static XRoadAnswer Of(Node body) => body.IsEmpty ? NotFound : new(RegisterOutcome.Found, body);

    public static readonly XRoadAnswer NotFound = new(RegisterOutcome.NotFound);

    public static XRoadAnswer Unreadable(string code) => new(RegisterOutcome.Unreadable, Fault: code);

    /// <summary>X-Road's own failure; what its client side reports has not reached the provider.</summary>
    public static XRoadAnswer OfExchange(string code) =>
        new(
            RegisterOutcome.ExchangeFailed,
            Fault: Short(code),
            NeverArrived: code.StartsWith("Server.ClientProxy.", StringComparison.Ordinal)
                && !code.StartsWith("Server.ClientProxy.ServiceFailed", StringComparison.Ordinal)
        );

    public static XRoadAnswer OfProvider(string code) => new(RegisterOutcome.ProviderFailed, Fault: Short(code));

    // a code is letters, digits and dots; anything else might be a text that repeats the request
    private static string Short(string code) =>
        code.Length <= LongestCode && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or ':') ? code : "unnamed";
}
