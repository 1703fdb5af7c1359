using System.Text.Json.Serialization;
using FluentValidation;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Children.Model;

/// <summary>[17.1] Surname, name, patronymic, sex, date of birth, personal number. Three name styles; by custom the patronymic may be missing.</summary>
/// <param name="ForeignNumber">A personal or passport number that another state gave.</param>
/// <param name="Typed">The name as typed, if stored differently.</param>
/// <param name="BirthDateInDoubt">It is being clarified which of contradicting values is right: such a date never triggers a purge [25.2].</param>
/// <param name="PinInDoubt">The number is claimed for another child too and is being clarified. Set only when a conflict is settled.</param>
/// <param name="AdultBecause">Why a person of 18 or older on the day found is registered.</param>
internal sealed record Identity(
    string? Surname = null,
    string? Name = null,
    string? Patronymic = null,
    bool NoPatronymic = false,
    Sex? Sex = null,
    DateOnly? BirthDate = null,
    bool BirthDateEstimated = false,
    string? Pin = null,
    string? Citizenship = null,
    string? ForeignNumber = null,
    IReadOnlyDictionary<string, string>? Unknown = null,
    string? Typed = null,
    bool BirthDateInDoubt = false,
    string? AdultBecause = null,
    bool PinInDoubt = false
) : ICardSection
{
    public const int NameMaxLength = 100;
    public const int NumberMaxLength = 40;

    /// <summary>The item that explains why there is no name: such a child is registered as «name unknown».</summary>
    public const string NameItem = "name";

    /// <summary>The warning that the personal number implies another birth date.</summary>
    public const string OtherBirthDate = "pin.other-birth-date";

    [JsonIgnore]
    public string FullName => NameOf(Surname, Name, Patronymic);

    /// <summary>The child's name is unknown, and the reason is given.</summary>
    [JsonIgnore]
    public bool IsNameUnknown => !Surname.Has() && !Name.Has() && Unknown?.ContainsKey(NameItem) == true;

    /// <summary>Names in their normal form; the text as typed stays alongside them in the history.</summary>
    public ICardSection Normalised()
    {
        var names = NormalNames.Of(Surname, Name, Patronymic);
        return this with { Surname = names.Surname, Name = names.Name, Patronymic = names.Patronymic, Typed = names.Typed };
    }

    /// <summary>A number stays in doubt until it changes; a plain save does not put it in doubt.</summary>
    public Identity DoubtedAs(Identity? before, bool clarifies) =>
        this with
        {
            PinInDoubt = Pin.Has() && (clarifies || (PinInDoubt && before is { PinInDoubt: true } && before.Pin == Pin)),
        };

    public static string NameOf(params string?[] parts) =>
        string.Join(' ', parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim()));

    public IEnumerable<(string, bool)> Items()
    {
        yield return ("surname", Surname.Has());
        yield return ("name", Name.Has());
        yield return ("patronymic", Patronymic.Has() || NoPatronymic);
        yield return ("sex", Sex is not null);
        yield return ("birthDate", BirthDate is not null);
        yield return ("pin", Pin.Has());
        yield return ("citizenship", Citizenship.Has());
    }

    /// <summary>The personal number implies another sex, or another birth date that is being clarified: a warning, never a refusal.</summary>
    public IEnumerable<string> Warnings()
    {
        if (!Pin.Has() || Registry.Basics.People.Pin.BirthDate(Pin) is not { } born)
            yield break;
        if (BirthDate is { } birthDate && birthDate != born)
            yield return OtherBirthDate;
        if (Sex is { } sex && Registry.Basics.People.Pin.SexOf(Pin!) is { } told && told != sex)
            yield return "pin.other-sex";
    }
}

/// <summary>Names and numbers of an identity; dates are checked by <see cref="Registry.Children.Model.DatePlausibility"/> across signal and card.</summary>
internal sealed class IdentityValidator : AbstractValidator<Identity>
{
    public IdentityValidator(TimeProvider clock)
    {
        RuleFor(i => i.Surname).OfAPerson(Identity.NameMaxLength);
        RuleFor(i => i.Name).NotEmpty().When(i => !i.Surname.Has() && !i.IsNameUnknown).WithErrorCode("child.name-required");
        RuleFor(i => i.Name).OfAPerson(Identity.NameMaxLength);
        RuleFor(i => i.Patronymic).OfAPerson(Identity.NameMaxLength);
        RuleFor(i => i.Pin).Must(pin => string.IsNullOrEmpty(pin) || Pin.IsValid(pin, clock.Today())).WithErrorCode("pin.wrong-format");
        RuleFor(i => i.Citizenship).MaximumLength(SectionRules.ShortText);
        RuleFor(i => i.ForeignNumber).MaximumLength(Identity.NumberMaxLength);
        RuleFor(i => i.AdultBecause).MaximumLength(SectionRules.LongText);
    }
}

internal sealed class IdentityKind : SectionKind<Identity>
{
    public override SectionCode Code => SectionCode.Identity;
    public override bool IsSearched => true;
    protected override Identity Empty => new();

    protected override Identity? Of(CardContents card) => card.Identity;

    protected override void Rules(AbstractValidator<Identity> rules, TimeProvider clock) => rules.Include(new IdentityValidator(clock));

    protected override IEnumerable<string> Warnings(Identity contents) => contents.Warnings();

    protected override IEnumerable<string> Circumstances(Identity? contents, DateOnly today)
    {
        if (contents is null)
            yield break;
        if (contents.BirthDate is { } born)
            yield return $"age.{Age.On(born, today)}";
        yield return contents.Pin.Has() ? "document.pin" : "document.no-pin";
    }

    protected override IEnumerable<PrintedItem> Print(Identity contents, PaperWords say)
    {
        yield return new("surname", contents.Surname);
        yield return new("name", contents.Name);
        yield return new(
            "patronymic",
            contents.NoPatronymic && !contents.Patronymic.Has() ? say.Text("paper.no-patronymic") : contents.Patronymic
        );
        if (contents.Typed.Has())
            yield return new("typed", contents.Typed);
        yield return new("sex", say.Code("sex", contents.Sex));
        yield return new("birthDate", With(PaperWords.Day(contents.BirthDate), Doubts()));
        yield return new("pin", With(contents.Pin ?? "", contents.PinInDoubt ? say.Text("paper.being-clarified") : ""));
        yield return new("citizenship", contents.Citizenship);
        if (contents.ForeignNumber.Has())
            yield return new("foreignNumber", contents.ForeignNumber);
        if (contents.AdultBecause.Has())
            yield return new("adultBecause", contents.AdultBecause);

        string Doubts() =>
            PaperWords.Join(
                contents.BirthDateEstimated ? say.Text("paper.estimated") : null,
                contents.BirthDateInDoubt ? say.Text("paper.being-clarified") : null
            );

        static string With(string value, string note) => value.Has() && note.Has() ? $"{value} ({note})" : value;
    }
}

/// <summary>The parts of a name in their normal form; <c>Typed</c> is the full name as typed, if it differs.</summary>
internal sealed record NormalNames(string? Surname, string? Name, string? Patronymic, string? Typed)
{
    public static NormalNames Of(string? surname, string? name, string? patronymic)
    {
        var (a, b, c) = (Normal(surname), Normal(name), Normal(patronymic));
        var typed = Identity.NameOf(surname, name, patronymic);
        return new(a, b, c, typed == Identity.NameOf(a, b, c) ? null : typed);
    }

    private static string? Normal(string? text) =>
        NameText.Normalise(text) is { Length: > 0 } normal && NameRules.IsName(normal) ? normal : null;
}

internal static class Filled
{
    public static bool Has(this string? text) => !string.IsNullOrWhiteSpace(text);
}
