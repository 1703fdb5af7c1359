using System.Globalization;
using FluentValidation;

namespace Registry.Children.Model;

/// <summary>[17.9] Other information needed to determine the child's needs: an open list whose fields the administrator defines.</summary>
internal sealed record Further(IReadOnlyDictionary<string, string>? Values = null, IReadOnlyDictionary<string, string>? Unknown = null)
    : ICardSection
{
    // an open list has no expected items
    public IEnumerable<(string, bool)> Items() => [];
}

internal sealed class FurtherKind : SectionKind<Further>
{
    public override SectionCode Code => SectionCode.Further;
    protected override Further Empty => new();

    protected override Further? Of(CardContents card) => card.Further;

    protected override void Rules(AbstractValidator<Further> rules, TimeProvider clock) =>
        rules
            .RuleFor(s => s.Values)
            .Must(v => v is null || v.Values.All(x => x is not null && x.Length <= SectionRules.LongText))
            .WithErrorCode("field.too-long");

    /// <summary>In field order, ended fields last.</summary>
    protected override IEnumerable<PrintedItem> Print(Further contents, PaperWords say)
    {
        var values = contents.Values ?? new Dictionary<string, string>();
        foreach (
            var code in say.FurtherFields.Keys.Where(values.ContainsKey).Concat(values.Keys.Where(c => !say.FurtherFields.ContainsKey(c)))
        )
        {
            var (name, choices) = say.FurtherFields.GetValueOrDefault(code);
            yield return new(
                code,
                choices is not null ? say.Name(choices, values[code]) : Shown(values[code]),
                name is null ? code : say.In(name)
            );
        }
    }

    // dates are stored as yyyy-MM-dd
    private static string Shown(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? PaperWords.Day(day)
            : value;
}
