using FluentValidation;
using Registry.Basics;
using Registry.Reporting.Model;

namespace Registry.Reporting.Materials;

/// <summary>A material as entered by an editor; a draft may be incomplete.</summary>
/// <param name="Title">In ky, ru and en.</param>
/// <param name="Text">Markdown in ky, ru and en.</param>
/// <param name="Screen">The screen this guide is for.</param>
/// <param name="Clause">Such as «19.2».</param>
internal sealed record MaterialData(MaterialKind Kind, LocalText Title, LocalText Text, string? Screen = null, string? Clause = null);

internal sealed class MaterialDataValidator : AbstractValidator<MaterialData>
{
    public const int CodeLength = 40;

    public MaterialDataValidator()
    {
        RuleFor(m => m.Kind).IsInEnum();
        RuleFor(m => m.Title).NotNull();
        RuleFor(m => m.Title.Ky).NotEmpty().MaximumLength(MaterialEdition.TitleLength);
        RuleFor(m => m.Title.Ru).MaximumLength(MaterialEdition.TitleLength);
        RuleFor(m => m.Title.En).MaximumLength(MaterialEdition.TitleLength);
        RuleFor(m => m.Text).NotNull();
        RuleFor(m => m.Text.Ky).MaximumLength(MaterialEdition.TextLength);
        RuleFor(m => m.Text.Ru).MaximumLength(MaterialEdition.TextLength);
        RuleFor(m => m.Text.En).MaximumLength(MaterialEdition.TextLength);
        RuleFor(m => m.Screen).MaximumLength(CodeLength).Matches("^[a-z][a-z-]*$").WithErrorCode("field.wrong-format");
        RuleFor(m => m.Clause).MaximumLength(CodeLength);
    }
}
