using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Rows;

namespace Registry.Children.Model;

/// <summary>An entry of a dictionary: names in three languages, in force from a day until a day. Codes never change and are never deleted.</summary>
[NoSubject("words")]
internal sealed class DictionaryItem
{
    public required string Dictionary { get; init; }
    public required string Code { get; init; }
    public required string NameKy { get; set; }
    public required string NameRu { get; set; }
    public required string NameEn { get; set; }
    public int Order { get; set; }
    public DateOnly ValidFrom { get; set; }
    public DateOnly? ValidUntil { get; set; }

    public LocalText Name => new(NameKy, NameRu, NameEn);
}

internal enum FurtherFieldKind
{
    Text,
    Number,
    Date,
    Choice,
}

/// <summary>[17.9] A field that the administrator added to the open list; no code changes with it.</summary>
[NoSubject("definitions of fields")]
internal sealed class FurtherField
{
    public required string Code { get; init; }
    public FurtherFieldKind Kind { get; init; }
    public required string NameKy { get; set; }
    public required string NameRu { get; set; }
    public required string NameEn { get; set; }

    /// <summary>Code of the dictionary that a choice chooses from.</summary>
    public string? Choices { get; set; }
    public int Order { get; set; }
    public DateOnly ValidFrom { get; set; }
    public DateOnly? ValidUntil { get; set; }

    public LocalText Name => new(NameKy, NameRu, NameEn);
}

/// <summary>What is entered with a value of a dictionary or a field: it ends from today on, never in days that have passed.</summary>
internal static class Endings
{
    /// <returns>True when a value is to end earlier, or to begin only after today although it is in force: the act has to be confirmed.</returns>
    /// <exception cref="DomainException"><c>dictionary.ends-in-past</c>: entries of those days would name a value that was not there.</exception>
    public static bool TakeAway((DateOnly From, DateOnly? Until) before, (DateOnly From, DateOnly? Until) after, DateOnly today)
    {
        if (after.Until is { } end && !(before.Until <= end))
            return end >= today ? true : throw new DomainException("dictionary.ends-in-past", 400, "validUntil");
        return before.From <= today && after.From > today;
    }
}

/// <summary>Refuses codes that no dictionary has today.</summary>
internal sealed class DictionaryBook(HotReads reads, TimeProvider clock)
{
    /// <exception cref="DomainException"><c>dictionary.unknown-code</c> at the field.</exception>
    public Task DemandAsync(string dictionary, string code, string field, CancellationToken ct) =>
        DemandAllAsync(dictionary, [(code, field)], ct);

    public async Task DemandAllAsync(string dictionary, IEnumerable<(string Code, string Field)> codes, CancellationToken ct)
    {
        var asked = codes.ToList();
        if (asked.Count == 0)
            return;
        var today = clock.Today();
        var known = await reads.ListAsync(
            reads
                .Sql()
                .Add(
                    "SELECT Code FROM {children.dictionary_items} WHERE Dictionary = {} AND ValidFrom <= {} AND (ValidUntil IS NULL OR ValidUntil >= {})",
                    dictionary,
                    today,
                    today
                ),
            row => row.GetString(0),
            ct
        );
        foreach (var (code, field) in asked)
            if (!known.Contains(code))
                throw new DomainException("dictionary.unknown-code", 400, field);
    }

    /// <summary>Every code that a section of a card names, and the reasons for what is unknown in it. A value that stood there before may have ended since: it stays.</summary>
    public async Task DemandAsync(ICardSection section, ICardSection? before, CancellationToken ct)
    {
        var kept = (before is null ? [] : CodesOf(before)).Select(c => (c.Dictionary, c.Code)).ToHashSet();
        foreach (var dictionary in CodesOf(section).Where(c => !kept.Contains((c.Dictionary, c.Code))).GroupBy(c => c.Dictionary))
            await DemandAllAsync(dictionary.Key, dictionary.Select(c => (c.Code, c.Field)), ct);
    }

    private static IEnumerable<(string Dictionary, string Code, string Field)> CodesOf(ICardSection section) =>
        section
            .Codes()
            .Concat(
                (section.Unknown ?? new Dictionary<string, string>()).Select(u => ("unknown-reason", u.Value, $"section.unknown.{u.Key}"))
            );
}

/// <summary>Checks the values of the open list against their fields.</summary>
internal sealed class FurtherFields(DictionaryBook dictionaries, TimeProvider clock)
{
    /// <param name="before">Values that stood there: a field or a choice that has ended since keeps them.</param>
    public async Task DemandAsync(
        ChildrenDbContext db,
        IReadOnlyDictionary<string, string>? values,
        IReadOnlyDictionary<string, string>? before,
        CancellationToken ct
    )
    {
        if (values is not { Count: > 0 })
            return;
        var today = clock.Today();
        var fields = await db
            .FurtherFields.AsNoTracking()
            .Where(f => f.ValidFrom <= today && (f.ValidUntil == null || f.ValidUntil >= today))
            .ToDictionaryAsync(f => f.Code, ct);
        foreach (var (code, value) in values)
        {
            if (before?.GetValueOrDefault(code) == value)
                continue;
            var at = $"section.values.{code}";
            if (!fields.TryGetValue(code, out var field))
                throw new DomainException("further.unknown-field", 400, at);
            var fits = field.Kind switch
            {
                FurtherFieldKind.Number => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
                FurtherFieldKind.Date => DateOnly.TryParseExact(
                    value,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                ),
                _ => true,
            };
            if (!fits)
                throw new DomainException("field.wrong-format", 400, at);
            if (field is { Kind: FurtherFieldKind.Choice, Choices: { } dictionary })
                await dictionaries.DemandAsync(dictionary, value, at, ct);
        }
    }
}
