using FluentValidation;

namespace Registry.Web;

public static class NameRules
{
    public const string NeedsLetter = "name.needs-letter";

    /// <summary>A name of a person, or none: a dash or a number in its place would be searched for, printed and compared as if it were one.</summary>
    /// <param name="longest">Characters.</param>
    public static IRuleBuilderOptions<T, string?> OfAPerson<T>(this IRuleBuilder<T, string?> rule, int longest) =>
        rule.MaximumLength(longest).Must(IsName).WithErrorCode(NeedsLetter);

    /// <summary>True for nothing at all and for what has a letter.</summary>
    public static bool IsName(string? text) => string.IsNullOrWhiteSpace(text) || text.Any(char.IsLetter);
}
