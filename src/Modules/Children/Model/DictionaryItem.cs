using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Time;
using Registry.Platform.Data;
using Registry.Platform.Rows;

namespace Registry.Children.Model;

/// <summary>An entry of a dictionary: names in three languages, in force from one day until another. Codes never change and are never deleted.</summary>
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

/// <summary>[17.9] A field that the administrator added to the open list without a code change.</summary>
[NoSubject("definitions of fields")]
internal sealed class FurtherField
{
    public required string Code { get; init; }
    public FurtherFieldKind Kind { get; init; }
    public required string NameKy { get; set; }
    public required string NameRu { get; set; }
    public required string NameEn { get; set; }

    /// <summary>Code of the dictionary a choice is made from.</summary>
    public string? Choices { get; set; }
    public int Order { get; set; }
    public DateOnly ValidFrom { get; set; }
    public DateOnly? ValidUntil { get; set; }

    public LocalText Name => new(NameKy, NameRu, NameEn);
}

/// <summary>Changes to a dictionary value or field: it may end from today on, never on a past day.</summary>
internal static class Endings
{
    /// <returns>True if a value will end earlier, or start after today although it is in force: the action needs confirmation.</returns>
    /// <exception cref="DomainException"><c>dictionary.ends-in-past</c>: entries of those days would refer to a value that did not exist.</exception>
    public static bool TakeAway((DateOnly From, DateOnly? Until) before, (DateOnly From, DateOnly? Until) after, DateOnly today)
    {
        if (after.Until is { } end && !(before.Until <= end))
            return end >= today ? true : throw new DomainException("dictionary.ends-in-past", 400, "validUntil");
        return before.From <= today && after.From > today;
    }
}

/// <summary>Rejects codes that are in no dictionary today.</summary>
internal sealed class DictionaryCheck(HotReads reads, TimeProvider clock)
{
    /// <exception cref="DomainException"><c>dictionary.unknown-code</c> at the field.</exception>
    public Task RequireAsync(string dictionary, string code, string field, CancellationToken ct) =>
        RequireAllAsync(dictionary, [(code, field)], ct);

    public async Task RequireAllAsync(string dictionary, IEnumerable<(string Code, string Field)> codes, CancellationToken ct)
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

    /// <summary>Every code used in a section of a card, and the reasons for unknown items. A value already stored may have ended since: it stays.</summary>
    public async Task RequireAsync(ICardSection section, ICardSection? before, CancellationToken ct)
    {
        var kept = (before is null ? [] : CodesOf(before)).Select(c => (c.Dictionary, c.Code)).ToHashSet();
        foreach (var dictionary in CodesOf(section).Where(c => !kept.Contains((c.Dictionary, c.Code))).GroupBy(c => c.Dictionary))
            await RequireAllAsync(dictionary.Key, dictionary.Select(c => (c.Code, c.Field)), ct);
    }

    private static IEnumerable<(string Dictionary, string Code, string Field)> CodesOf(ICardSection section) =>
        section
            .Codes()
            .Concat(
                (section.Unknown ?? new Dictionary<string, string>()).Select(u => ("unknown-reason", u.Value, $"section.unknown.{u.Key}"))
            );
}

/// <summary>Validates the values of the open list against their fields.</summary>
internal sealed class FurtherFields(DictionaryCheck dictionaries, TimeProvider clock)
{
    /// <param name="before">Values already stored: they are kept even if their field or choice has ended since.</param>
    public async Task RequireAsync(
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
                await dictionaries.RequireAsync(dictionary, value, at, ct);
        }
    }
}

/// <summary>The table of <see cref="DictionaryItem"/>.</summary>
internal sealed class DictionaryItemConfiguration : IEntityTypeConfiguration<DictionaryItem>
{
    public void Configure(EntityTypeBuilder<DictionaryItem> e)
    {
        e.ToTable("dictionary_items");
        e.HasKey(i => new { i.Dictionary, i.Code });
        e.Ignore(i => i.Name);
        e.Property(i => i.Dictionary).HasMaxLength(40);
        e.Property(i => i.Code).HasMaxLength(40);
        e.Property(i => i.NameKy).HasMaxLength(300);
        e.Property(i => i.NameRu).HasMaxLength(300);
        e.Property(i => i.NameEn).HasMaxLength(300);
    }
}

/// <summary>The table of <see cref="FurtherField"/>.</summary>
internal sealed class FurtherFieldConfiguration : IEntityTypeConfiguration<FurtherField>
{
    public void Configure(EntityTypeBuilder<FurtherField> e)
    {
        e.ToTable("further_fields");
        e.Ignore(f => f.Name);
        e.HasKey(f => f.Code);
        e.Property(f => f.Code).HasMaxLength(40);
        e.Property(f => f.NameKy).HasMaxLength(300);
        e.Property(f => f.NameRu).HasMaxLength(300);
        e.Property(f => f.NameEn).HasMaxLength(300);
        e.Property(f => f.Choices).HasMaxLength(4000);
    }
}
