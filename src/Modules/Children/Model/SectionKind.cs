using FluentValidation;
using Registry.Basics;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>
/// What the Base does with one section of the card: validates it, prints it, counts it and derives circumstances from it. Each section is
/// one file with its contents and its kind; the
/// kinds are found by reflection (docs/adr/0054).
/// </summary>
internal abstract class SectionKind
{
    /// <summary>In the order of clause 17.</summary>
    public static IReadOnlyList<SectionKind> All { get; } =
    [
        .. typeof(SectionKind)
            .Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(SectionKind)))
            .Select(t => (SectionKind)Activator.CreateInstance(t)!)
            .OrderBy(k => k.Code),
    ];

    private static readonly SectionKind[] ByCode = [.. Enum.GetValues<SectionCode>().Select(c => All.Single(k => k.Code == c))];

    public static SectionKind Of(SectionCode code) => ByCode[(int)code];

    public static SectionKind<T> Of<T>()
        where T : class, ICardSection => All.OfType<SectionKind<T>>().Single();

    public abstract SectionCode Code { get; }

    /// <summary>The section before anything was entered.</summary>
    public abstract ICardSection Nothing { get; }

    /// <summary>Dictionaries whose names are printed.</summary>
    public virtual IReadOnlyList<string> Dictionaries => [];

    public abstract ICardSection? In(CardContents card);

    public abstract ICardSection Open(SealedAt at, string purpose, byte[] contents, Seal seal);

    public abstract IValidator ValidatorOf(TimeProvider clock);

    /// <summary>The form's rules, for contents from elsewhere: what could not be typed is not accepted either.</summary>
    /// <exception cref="DomainException"><c>registers.does-not-fit</c> at the field.</exception>
    public abstract void RequireValid(ICardSection contents, string field, TimeProvider time);

    /// <summary>Codes of warnings: suspicious but not refused.</summary>
    public abstract IEnumerable<string> Warnings(ICardSection contents);

    /// <summary>In the terms of questions and rules (<see cref="Contracts.Circumstances"/>): what a plan may follow from.</summary>
    public abstract IEnumerable<string> Circumstances(CardContents card, DateOnly today);

    /// <summary>Copies to the child's row what reports count and lists filter by.</summary>
    public abstract void Count(Child child, ICardSection contents);

    /// <summary>Whether it contains names children are found by.</summary>
    public virtual bool IsSearched => false;

    /// <summary>The printed form [21].</summary>
    public abstract IEnumerable<PrintedItem> Print(ICardSection contents, PaperWords say);

    /// <summary>Places used by <see cref="Print"/>.</summary>
    public abstract IEnumerable<string?> Places(CardContents card);
}

/// <param name="Item">Name of the item: its label is the text <c>paper.item.{Item}</c>, and the reason it is unknown is stored under it.</param>
/// <param name="Label">If the label is not a text of the program.</param>
internal sealed record PrintedItem(string Item, string? Value, string? Label = null);

/// <inheritdoc/>
internal abstract class SectionKind<T> : SectionKind
    where T : class, ICardSection
{
    protected abstract T Empty { get; }

    protected abstract T? Of(CardContents card);

    protected abstract void Rules(AbstractValidator<T> rules, TimeProvider clock);

    protected abstract IEnumerable<PrintedItem> Print(T contents, PaperWords say);

    protected virtual IEnumerable<string> Circumstances(T? contents, DateOnly today) => [];

    protected virtual IEnumerable<string> Warnings(T contents) => [];

    protected virtual void Count(Child child, T contents) { }

    protected virtual IEnumerable<string?> Places(T contents) => [];

    public IValidator<T> Validator(TimeProvider clock)
    {
        var rules = new InlineValidator<T>();
        rules
            .RuleFor(s => s.Unknown)
            .Must((s, unknown) => unknown is null || (unknown.Count <= SectionRules.ReasonsAtMost && IsOfItems(s, unknown.Keys)))
            .WithErrorCode("card.unknown-item");
        Rules(rules, clock);
        return rules;
    }

    // only items of the section can be unknown
    private static bool IsOfItems(T section, IEnumerable<string> unknown)
    {
        var items = section.Items().Select(i => i.Item).ToHashSet();
        return unknown.All(items.Contains);
    }

    public sealed override IValidator ValidatorOf(TimeProvider clock) => Validator(clock);

    public sealed override ICardSection Nothing => Empty;

    public sealed override ICardSection? In(CardContents card) => Of(card);

    public sealed override ICardSection Open(SealedAt at, string purpose, byte[] contents, Seal seal) =>
        seal.Open<T>(at, purpose, contents);

    public sealed override void RequireValid(ICardSection contents, string field, TimeProvider time)
    {
        if (!Validator(time).Validate((T)contents).IsValid)
            throw new DomainException("registers.does-not-fit", 400, field);
    }

    public sealed override IEnumerable<string> Warnings(ICardSection contents) => Warnings((T)contents);

    public sealed override IEnumerable<string> Circumstances(CardContents card, DateOnly today) => Circumstances(Of(card), today);

    public sealed override void Count(Child child, ICardSection contents) => Count(child, (T)contents);

    public sealed override IEnumerable<PrintedItem> Print(ICardSection contents, PaperWords say) => Print((T)contents, say);

    public sealed override IEnumerable<string?> Places(CardContents card) => Of(card) is { } contents ? Places(contents) : [];
}

/// <summary>Limits that sections share.</summary>
internal static class SectionRules
{
    public const int ReasonsAtMost = 20;
    public const int ShortText = 300;
    public const int LongText = 4_000;
    public const int ListAtMost = 50;

    /// <summary>At most <see cref="ListAtMost"/> entries.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> Short<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule) =>
        rule.Must(l => l is null || l.Count <= ListAtMost).WithErrorCode("field.too-many");

    public static IRuleBuilderOptions<T, DateOnly?> NotBefore<T>(this IRuleBuilder<T, DateOnly?> rule, Func<T, DateOnly?> since) =>
        rule.Must((s, until) => until is null || since(s) is not { } from || until >= from).WithErrorCode("field.ends-before-start");
}
