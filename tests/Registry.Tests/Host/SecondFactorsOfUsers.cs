using System.Collections.Concurrent;
using System.Text.Json;
using Registry.Access.Authentication;

namespace Registry.Tests.Host;

/// <summary>
/// What people use as their second factor: first the app's code computed from the shown secret, then the recovery codes one by one, since an app's code works
/// once in thirty seconds and the test clock does not advance.
/// </summary>
internal sealed class SecondFactorsOfUsers
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _recovery = new(StringComparer.Ordinal);

    public string Answer(string login, JsonElement asked, TimeProvider clock) =>
        asked.Text("next") == "enrol-second-factor" ? CodeNow(asked.GetProperty("enrolment").Text("secret"), clock)
        : _recovery.TryGetValue(login, out var codes) && codes.TryDequeue(out var code) ? code
        : throw new InvalidOperationException($"{login} has no recovery code left.");

    public void Keep(string login, JsonElement done)
    {
        if (done.TryGetProperty("recoveryCodes", out var codes) && codes.ValueKind is JsonValueKind.Array)
            _recovery[login] = new(codes.EnumerateArray().Select(c => c.GetString()!));
    }

    public static string CodeNow(string secret, TimeProvider clock) =>
        SecondFactor.CodeOf(FromBase32(secret), clock.GetUtcNow().ToUnixTimeSeconds() / 30);

    public static byte[] FromBase32(string text)
    {
        var bits = string.Concat(
            text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
