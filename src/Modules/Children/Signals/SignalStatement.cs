using System.Text.Json;
using System.Text.Json.Serialization;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;

namespace Registry.Children.Signals;

/// <summary>The correctable statements of a signal: compared item by item when it is corrected.</summary>
internal sealed record SignalStatement(
    SignalSource Source,
    string Channel,
    DateOnly FoundOn,
    DateOnly ReceivedOn,
    string Territory,
    string? Address,
    FirstKnown Child
)
{
    [JsonIgnore]
    public SignalContents Contents { get; private init; } = null!;

    public static SignalStatement Of(Signal s, Seal seal)
    {
        var contents = s.Open(seal);
        return new(s.Source, s.Channel, s.FoundOn, s.ReceivedOn, s.FoundTerritory, contents.Address, contents.Child)
        {
            Contents = contents,
        };
    }

    public static SignalStatement Of(SignalAmendment r) =>
        new(r.Source, r.Channel, r.FoundOn, r.CountsFrom(), r.Territory, r.Address, r.Child);

    public static IReadOnlyList<ItemChange> Differences(SignalStatement before, SignalStatement after)
    {
        var (old, now) = (ItemsOf(before), ItemsOf(after));
        return
        [
            .. old
                .Keys.Union(now.Keys)
                .Where(item => old.GetValueOrDefault(item) != now.GetValueOrDefault(item))
                .Select(item => new ItemChange(item, old.GetValueOrDefault(item), now.GetValueOrDefault(item))),
        ];
    }

    private static Dictionary<string, string> ItemsOf(SignalStatement statement)
    {
        var plain = Seal.Plain(statement);
        return plain
            .EnumerateObject()
            .Where(p => p.Value.ValueKind is not JsonValueKind.Object)
            .Concat(plain.GetProperty("child").EnumerateObject())
            .Select(p => (p.Name, Text: p.Value.ValueKind is JsonValueKind.String ? p.Value.GetString()! : p.Value.GetRawText()))
            .Where(p => p.Text.Has() && p.Text != "false")
            .ToDictionary(p => p.Name, p => p.Text);
    }
}
