using FluentValidation;
using Registry.Basics;
using Registry.Web;

namespace Registry.Children.Model;

/// <summary>The children named in one report, and their relatives.</summary>
internal static class ReportedChildren
{
    public static IEnumerable<FirstKnown> Children(this SignalReport request) => [request.Child, .. request.Siblings ?? []];

    public static IEnumerable<(string Code, string Field)> Relations(this SignalReport request) =>
        (request.Relatives ?? []).Select((relative, at) => (relative.Relation, $"relatives[{at}].relation"));

    public static StatedDates Dates(this SignalReport request, DateOnly today) => request.DatesOf(request.Child, today);

    /// <summary>Impossible days, each at its field.</summary>
    public static IEnumerable<FieldRefusal> DateRefusals(this SignalReport request, DateOnly today) =>
        [
            .. DatePlausibility.Of(request.Dates(today), today).At("child."),
            .. (request.Siblings ?? []).SelectMany(
                (child, at) => DatePlausibility.OfBirth(request.DatesOf(child, today), today).At($"siblings[{at}].")
            ),
            .. (request.Relatives ?? [])
                .Select((relative, at) => (relative.BirthDate, At: at))
                .Where(r => r.BirthDate > today)
                .Select(r => new FieldRefusal($"relatives[{r.At}].birthDate", "child.born-in-future")),
        ];

    private static StatedDates DatesOf(this SignalReport request, FirstKnown child, DateOnly today) =>
        new(
            today,
            request.FoundOn,
            child.BirthDate,
            child.Pin,
            child.Age,
            child.BirthDateInDoubt == true,
            child.AdultBecause,
            request.LateBecause
        );
}

internal sealed class ReportedChildrenValidator : AbstractValidator<SignalReport>
{
    private const int MostSiblings = 9;

    public ReportedChildrenValidator(TimeProvider clock)
    {
        RuleFor(r => r.Siblings).Must(s => s is null || s.Count <= MostSiblings).WithErrorCode("signal.too-many-children");
        RuleFor(r => r.Child).SetValidator(new ToldApartValidator()).When(r => r.Siblings is { Count: > 0 });
        RuleForEach(r => r.Siblings).NotNull().SetValidator(new FirstKnownValidator(clock)).SetValidator(new ToldApartValidator());
        RuleFor(r => r.Relatives).Must(r => r is null || r.Count <= SectionRules.ListAtMost).WithErrorCode("field.too-many");
        RuleForEach(r => r.Relatives).NotNull().SetValidator(new ReportedRelativeValidator());
    }
}

/// <summary>The children of one report must be distinguishable: one without a name is identified by something else.</summary>
internal sealed class ToldApartValidator : AbstractValidator<FirstKnown>
{
    public ToldApartValidator() => RuleFor(c => c.Note).NotEmpty().When(c => c.ShortName.Length == 0).WithErrorCode("child.describe");
}

internal sealed class ReportedRelativeValidator : AbstractValidator<Relative>
{
    public ReportedRelativeValidator()
    {
        RuleFor(r => r.Relation).NotEmpty().MaximumLength(40);
        RuleFor(r => r.FullName).NotEmpty().OfAPerson(SectionRules.ShortText);
        RuleFor(r => r.Country).MaximumLength(SectionRules.ShortText);
        RuleFor(r => r.Whereabouts).MaximumLength(SectionRules.ShortText);
        RuleFor(r => r.Phone).MaximumLength(SectionRules.ShortText);
    }
}
