using FluentValidation;
using Registry.Basics.Time;

namespace Registry.Children.Model;

/// <summary>[17.8, 20.1, 11.4] Legal statuses of the child and the causes of the difficult situation.</summary>
internal sealed record LegalStatus(
    IReadOnlyList<string>? Statuses = null,
    bool NoSpecialStatus = false,
    IReadOnlyList<string>? Causes = null,
    DateOnly? Since = null,
    string? Ground = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("statuses", NoSpecialStatus || Statuses is { Count: > 0 });
        yield return ("causes", Causes is { Count: > 0 });
    }

    public IEnumerable<(string, string, string)> Codes() =>
        (Statuses ?? [])
            .Select((s, i) => ("legal-status", s, $"section.statuses[{i}]"))
            .Concat((Causes ?? []).Select((c, i) => ("cause", c, $"section.causes[{i}]")));
}

internal sealed class LegalStatusKind : SectionKind<LegalStatus>
{
    public override SectionCode Code => SectionCode.LegalStatus;
    public override IReadOnlyList<string> Dictionaries => ["legal-status", "cause"];

    /// <summary>A legal status determines the names a child is found by: for an adopted child, only the new one.</summary>
    public override bool IsSearched => true;
    protected override LegalStatus Empty => new();

    protected override LegalStatus? Of(CardContents card) => card.LegalStatus;

    protected override void Rules(AbstractValidator<LegalStatus> rules, TimeProvider clock)
    {
        rules.RuleFor(s => s.Statuses).Short();
        rules.RuleFor(s => s.Causes).Short();
        rules
            .RuleFor(s => s.Statuses)
            .Must(l => l is not { Count: > 0 })
            .When(s => s.NoSpecialStatus)
            .WithErrorCode("card.status-contradiction");
        rules.RuleFor(s => s.Since).Must(day => day is null || day <= clock.Today()).WithErrorCode("field.in-future");
        rules.RuleFor(s => s.Ground).MaximumLength(SectionRules.LongText);
    }

    protected override IEnumerable<string> Circumstances(LegalStatus? contents, DateOnly today) =>
        [.. (contents?.Statuses ?? []).Select(s => $"status.{s}"), .. (contents?.Causes ?? []).Select(c => $"cause.{c}")];

    protected override void Count(Child child, LegalStatus contents) => child.Count(contents);

    protected override IEnumerable<PrintedItem> Print(LegalStatus contents, PaperWords say)
    {
        yield return new(
            "statuses",
            contents.NoSpecialStatus
                ? say.Text("paper.no-status")
                : string.Join("; ", (contents.Statuses ?? []).Select(s => say.Name("legal-status", s)))
        );
        yield return new("causes", string.Join("; ", (contents.Causes ?? []).Select(c => say.Name("cause", c))));
        if (contents.Since is not null)
            yield return new("since", PaperWords.Day(contents.Since));
        yield return new("ground", contents.Ground);
    }
}
