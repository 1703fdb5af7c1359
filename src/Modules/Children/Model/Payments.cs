using FluentValidation;

namespace Registry.Children.Model;

/// <summary>[17.6, 20.6] Social payments received, and those the child is entitled to but does not receive.</summary>
internal sealed record Payments(
    bool? ReceivesAny = null,
    IReadOnlyList<Payment>? List = null,
    IReadOnlyDictionary<string, string>? Unknown = null
) : ICardSection
{
    public IEnumerable<(string, bool)> Items()
    {
        yield return ("receivesAny", ReceivesAny is not null);
        if (ReceivesAny == true)
            yield return ("list", List is { Count: > 0 });
    }

    public IEnumerable<(string, string, string)> Codes() => (List ?? []).Select((p, i) => ("payment", p.Kind, $"section.list[{i}].kind"));
}

internal sealed record Payment(string Kind, bool Received, DateOnly? Since = null, DateOnly? Until = null);

internal sealed class PaymentsKind : SectionKind<Payments>
{
    public override SectionCode Code => SectionCode.Payments;
    public override IReadOnlyList<string> Dictionaries => ["payment"];
    protected override Payments Empty => new();

    protected override Payments? Of(CardContents card) => card.Payments;

    protected override void Rules(AbstractValidator<Payments> rules, TimeProvider clock)
    {
        rules.RuleFor(s => s.List).Short();
        rules
            .RuleForEach(s => s.List)
            .ChildRules(d =>
            {
                d.RuleFor(x => x.Kind).NotEmpty();
                d.RuleFor(x => x.Until).NotBefore(x => x.Since);
            });
    }

    protected override IEnumerable<string> Circumstances(Payments? contents, DateOnly today)
    {
        if (contents?.ReceivesAny == false)
            yield return "payment.none";
        foreach (var payment in contents?.List ?? [])
            yield return payment.Received ? $"payment.received.{payment.Kind}" : "payment.missing";
    }

    protected override IEnumerable<PrintedItem> Print(Payments contents, PaperWords say) =>
        [
            new("receivesAny", say.YesNo(contents.ReceivesAny)),
            .. (contents.List ?? []).Select(p => new PrintedItem(
                "payment",
                PaperWords.Join(
                    say.Name("payment", p.Kind),
                    say.Text(p.Received ? "paper.received" : "paper.not-received"),
                    say.Labelled("since", PaperWords.Day(p.Since)),
                    say.Labelled("until", PaperWords.Day(p.Until))
                )
            )),
        ];
}
