using System.Text.Json;
using System.Text.Json.Nodes;
using Registry.Children.Model;
using Registry.Platform.Sealing;

namespace Registry.Children.Merging;

/// <summary>Whose value a field has after the merge.</summary>
internal enum FieldFrom
{
    /// <summary>The surviving card's.</summary>
    Kept,
    Other,

    /// <summary>For a list: the entries of both.</summary>
    Both,
}

/// <param name="Item">The field's name in its section.</param>
internal sealed record FieldChoice(SectionCode Section, string Item, FieldFrom From);

/// <summary>A field that differs between the two cards; values as JSON texts, null if nothing was entered.</summary>
/// <param name="IsList">The entries of both can be kept.</param>
/// <param name="Proposed">The default choice: nothing that was entered is lost.</param>
internal sealed record FieldDifference(SectionCode Section, string Item, string? Kept, string? Other, bool IsList, FieldFrom Proposed);

/// <summary>Two cards field by field, and the card that results from the choices.</summary>
internal static class MergedFields
{
    private const string Unknown = "unknown";

    /// <summary>Owned by the signal that opened the case, or derived: not open to choice.</summary>
    private static readonly HashSet<string> NotChosen = [Unknown, "typed", "foundOn", "lateBecause", InDoubt];

    private static readonly string[] FoundItems = ["foundOn", "territory", "lateBecause"];

    private const string Pin = "pin";

    /// <summary>The doubt about a personal number goes with the number.</summary>
    private const string InDoubt = "pinInDoubt";

    public static IEnumerable<FieldDifference> Differences(CardContents kept, CardContents other) =>
        SectionKind.All.SelectMany(s => Differences(s.Code, kept.Of(s.Code), other.Of(s.Code)));

    private static IEnumerable<FieldDifference> Differences(SectionCode code, ICardSection? kept, ICardSection? other)
    {
        // a section never entered makes no choice
        if (other is null)
            yield break;
        foreach (var change in SectionDifferences.Between(kept, other, code).Where(c => IsChosen(code, c.Item)))
        {
            var list = IsList(change.Before) || IsList(change.After);
            yield return new(
                code,
                change.Item,
                change.Before,
                change.After,
                list,
                change.Before is null ? FieldFrom.Other
                    : list && change.After is not null ? FieldFrom.Both
                    : FieldFrom.Kept
            );
        }
    }

    /// <returns>The sections that differ from the surviving card's.</returns>
    public static Dictionary<SectionCode, ICardSection> Of(CardContents kept, CardContents other, IReadOnlyList<FieldChoice> choices)
    {
        var chosen = choices.GroupBy(c => (c.Section, c.Item)).ToDictionary(g => g.Key, g => g.Last().From);
        var merged = new Dictionary<SectionCode, ICardSection>();
        // also a section with no differing field: only the other card may explain why an item is unknown
        foreach (var (code, nothing) in SectionKind.All.Where(s => other.Of(s.Code) is not null).Select(s => (s.Code, s.Nothing)))
        {
            var own = kept.Of(code) ?? nothing;
            var (into, from) = (Node(own), Node(other.Of(code)!));
            foreach (var field in Differences(code, kept.Of(code), other.Of(code)))
                Take(into, from, field.Item, chosen.GetValueOrDefault((code, field.Item), field.Proposed));
            Explain(into, from, own);
            var contents = (ICardSection)into.Deserialize(own.GetType(), Seal.Shape)!;
            if (SectionDifferences.Between(own, contents, code).Count > 0)
                merged[code] = contents;
        }
        return merged;
    }

    /// <summary>The surviving card's section without the values taken from the other card; later entries stay.</summary>
    /// <param name="before">The section before the merge.</param>
    /// <param name="withFound">Also restore the day and place found, because the case they were taken with goes back.</param>
    public static ICardSection WithoutTaken(SectionCode code, ICardSection before, ICardSection? other, ICardSection now, bool withFound)
    {
        var (own, its, left) = (Node(before), other is null ? [] : Node(other), Node(now));
        var taken = other is null ? [] : SectionDifferences.Between(before, other, code).Select(c => c.Item).Where(i => IsChosen(code, i));
        foreach (var item in taken)
            if (JsonNode.DeepEquals(left[item], its[item]))
            {
                left[item] = own[item]?.DeepClone();
                if (item == Pin)
                    left[InDoubt] = own[InDoubt]?.DeepClone();
            }
            else if (left[item] is JsonArray entries && its[item] is JsonArray others)
                foreach (var entry in others.Where(t => own[item] is not JsonArray mine || !Holds(mine, t)).ToList())
                    if (entries.FirstOrDefault(e => JsonNode.DeepEquals(e, entry)) is { } gone)
                        entries.Remove(gone);
        if (withFound && code is SectionCode.Finding)
            foreach (var item in FoundItems)
                left[item] = own[item]?.DeepClone();
        if (left[Unknown] is JsonObject reasons && its[Unknown] is JsonObject saidThere)
            foreach (var (item, reason) in saidThere)
                if (own[Unknown]?[item] is null && JsonNode.DeepEquals(reasons[item], reason))
                    reasons.Remove(item);
        Explain(left, own, now);
        return (ICardSection)left.Deserialize(now.GetType(), Seal.Shape)!;
    }

    private static bool Holds(JsonArray entries, JsonNode? entry) => entries.Any(e => JsonNode.DeepEquals(e, entry));

    private static void Take(JsonObject into, JsonObject from, string item, FieldFrom chosen)
    {
        if (chosen is FieldFrom.Kept)
            return;
        if (chosen is FieldFrom.Both && into[item] is JsonArray own && from[item] is JsonArray others)
            foreach (var entry in others.Where(o => !Holds(own, o)).ToList())
                own.Add(entry?.DeepClone());
        else
            into[item] = from[item]?.DeepClone();
        if (item == Pin)
            into[InDoubt] = from[InDoubt]?.DeepClone();
    }

    /// <summary>The reasons for unknown items are kept from either card while they still apply.</summary>
    private static void Explain(JsonObject into, JsonObject from, ICardSection own)
    {
        var reasons = new JsonObject();
        foreach (var source in new[] { into, from })
            if (source[Unknown] is JsonObject said)
                foreach (var (item, reason) in said)
                    reasons[item] ??= reason?.DeepClone();
        into.Remove(Unknown);
        var plain = (ICardSection)into.Deserialize(own.GetType(), Seal.Shape)!;
        foreach (var (item, filled) in plain.Items())
            if (filled)
                reasons.Remove(item);
        if (reasons.Count > 0)
            into[Unknown] = reasons;
    }

    private static bool IsChosen(SectionCode code, string item) =>
        !NotChosen.Contains(item) && (code, item) is not (SectionCode.Finding, "territory");

    private static bool IsList(string? json) => json?.StartsWith('[') == true;

    private static JsonObject Node(ICardSection section) => JsonObject.Create(Seal.Plain<object>(section))!;
}
