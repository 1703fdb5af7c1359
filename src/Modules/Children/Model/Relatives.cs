using FluentValidation;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Children.Model;

/// <summary>[17.4] Parents and close relatives: whether they exist, their names, abroad for work, whereabouts.</summary>
internal sealed record Relatives(
    ParentState? Mother = null,
    ParentState? Father = null,
    IReadOnlyList<Relative>? List = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("mother", Mother is not null && (Mother is ParentState.Dead or ParentState.NotRecorded || Named("mother")));
        yield return ("father", Father is not null && (Father is ParentState.Dead or ParentState.NotRecorded || Named("father")));
    }

    public ICardSection Normalised() =>
        List is null ? this : this with { List = [.. List.Select(r => r with { FullName = NameText.Normalise(r.FullName) })] };

    private bool Named(string relation) => List?.Any(r => r.Relation == relation && r.FullName.Has()) == true;

    public IEnumerable<(string, string, string)> Codes() =>
        (List ?? []).Select((r, i) => ("relation", r.Relation, $"section.list[{i}].relation"));
}

internal enum ParentState
{
    RaisesChild,
    LivesApart,
    AbroadForWork,
    WhereaboutsUnknown,
    InPrison,
    RightsRemoved,
    Dead,
    NotRecorded,
}

internal sealed record Relative(
    string Relation,
    string FullName,
    DateOnly? BirthDate = null,
    bool AbroadForWork = false,
    string? Country = null,
    string? Whereabouts = null,
    string? Phone = null,
    bool LivesWithChild = false
);

internal sealed class RelativesKind : SectionKind<Relatives>
{
    public override SectionCode Code => SectionCode.Relatives;
    public override IReadOnlyList<string> Dictionaries => ["relation"];
    public override bool IsSearched => true;
    protected override Relatives Empty => new();

    protected override Relatives? Of(CardContents card) => card.Relatives;

    protected override void Rules(AbstractValidator<Relatives> rules, TimeProvider clock)
    {
        rules.RuleFor(s => s.List).Short();
        rules
            .RuleForEach(s => s.List)
            .ChildRules(d =>
            {
                d.RuleFor(x => x.Relation).NotEmpty();
                d.RuleFor(x => x.FullName).NotEmpty().OfAPerson(SectionRules.ShortText);
                d.RuleFor(x => x.Country).MaximumLength(SectionRules.ShortText);
                d.RuleFor(x => x.Whereabouts).MaximumLength(SectionRules.ShortText);
                d.RuleFor(x => x.Phone).MaximumLength(SectionRules.ShortText);
                d.RuleFor(x => x.BirthDate).Must(day => day is null || day <= clock.Today()).WithErrorCode("child.born-in-future");
            });
    }

    protected override IEnumerable<string> Circumstances(Relatives? contents, DateOnly today) =>
        new[] { contents?.Mother, contents?.Father }.OfType<ParentState>().Select(state => $"parent.{CircumstanceOf(state)}");

    private static string CircumstanceOf(ParentState state) =>
        state switch
        {
            ParentState.AbroadForWork => "abroad",
            ParentState.WhereaboutsUnknown => "whereabouts-unknown",
            ParentState.InPrison => "in-prison",
            ParentState.RightsRemoved => "rights-removed",
            ParentState.Dead => "dead",
            ParentState.LivesApart => "lives-apart",
            ParentState.NotRecorded => "not-recorded",
            _ => "raises-child",
        };

    protected override void Count(Child child, Relatives contents) => child.Count(contents);

    protected override IEnumerable<PrintedItem> Print(Relatives contents, PaperWords say) =>
        [
            new("mother", say.Code("parent", contents.Mother)),
            new("father", say.Code("parent", contents.Father)),
            .. (contents.List ?? []).Select(r => new PrintedItem(
                "relative",
                PaperWords.Join(
                    say.Name("relation", r.Relation),
                    r.FullName,
                    PaperWords.Day(r.BirthDate),
                    r.LivesWithChild ? say.Text("paper.lives-with-child") : null,
                    r.AbroadForWork ? say.Text("paper.abroad") : null,
                    r.Country,
                    say.Labelled("whereabouts", r.Whereabouts),
                    // do not break a number at the end of a line
                    r.Phone?.Replace(' ', '\u00a0')
                )
            )),
        ];
}
