using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Reporting.Model;

namespace Registry.Reporting.Training;

/// <summary>A test that can be both passed and failed, in the three languages.</summary>
internal sealed class CourseContentsValidator : AbstractValidator<CourseContents>
{
    private const int TextLength = 1000;
    private const int MostQuestions = 50;
    private const int MostOptions = 8;
    private const int LongestMonths = 60;

    public CourseContentsValidator()
    {
        RuleFor(c => c.Name).SetValidator(new LocalTextValidator(200));
        RuleFor(c => c.About).SetValidator(new LocalTextValidator(4000));
        RuleFor(c => c.PassPercent).InclusiveBetween(1, 100);
        RuleFor(c => c.ValidMonths).InclusiveBetween(1, LongestMonths);
        RuleFor(c => c.Materials).NotNull().Must(m => m is not { Count: > MostQuestions }).WithErrorCode("field.too-long");
        RuleFor(c => c.Roles).NotEmpty().Must(r => r is null || !r.Contains(Role.Integrator)).WithErrorCode("course.role-unknown");
        RuleFor(c => c.Questions).NotEmpty().Must(q => q is not { Count: > MostQuestions }).WithErrorCode("field.too-long");
        RuleForEach(c => c.Questions)
            .ChildRules(q =>
            {
                q.RuleFor(x => x.Text).SetValidator(new LocalTextValidator(TextLength));
                q.RuleFor(x => x.Options)
                    .NotEmpty()
                    .Must(o => o is null || (o.Count is >= 2 and <= MostOptions && o.Any(x => x.Right) && o.Any(x => !x.Right)))
                    .WithErrorCode("course.options-wrong");
                q.RuleForEach(x => x.Options).ChildRules(o => o.RuleFor(x => x.Text).SetValidator(new LocalTextValidator(TextLength)));
            });
    }
}

/// <summary>All three languages, none too long.</summary>
internal sealed class LocalTextValidator : AbstractValidator<LocalText>
{
    public LocalTextValidator(int length)
    {
        RuleFor(t => t.Ky).NotEmpty().MaximumLength(length);
        RuleFor(t => t.Ru).NotEmpty().MaximumLength(length);
        RuleFor(t => t.En).NotEmpty().MaximumLength(length);
    }
}
