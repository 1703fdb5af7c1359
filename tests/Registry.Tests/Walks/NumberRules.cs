namespace Registry.Tests.Walks;

/// <summary>ADR 34: one personal number, one card in the republic; a sealed record is as good as unknown.</summary>
internal sealed class NumberRules(CaseModel model)
{
    /// <summary>The card that holds the number exclusively; a sealed one only if no other has it.</summary>
    public CardLife? HolderOf(string? pin, CardLife? except) =>
        pin is null
            ? null
            : model
                .Cases.Select(c => c.Card)
                .Distinct()
                .Where(c => c.Stands && c != except && c.Pin == pin && !c.Shared)
                .OrderBy(c => IsSealed(c) ? 1 : 0)
                .FirstOrDefault();

    public bool IsSealed(CardLife card) => model.MainOf(card).Where == Places.Nowhere;

    /// <summary>The refusal for entering the number into a card; null if it is allowed.</summary>
    public Verdict? Refusal(CardLife? card, string? pin, Person by)
    {
        if (card is { InDoubt: false } && card.Pin == pin)
            return null;
        return HolderOf(pin, card) is { } holder && !IsSealed(holder) ? Held(holder, by) : null;
    }

    /// <summary>In one's own territory the card is one click away; elsewhere only its existence is revealed.</summary>
    public Verdict Held(CardLife holder, Person by) =>
        Verdict.Refused(by.Sees(model.MainOf(holder).Where) ? "pin.held-here" : "pin.held-elsewhere");

    public void Enter(CardLife card, string? pin)
    {
        var kept = card is { InDoubt: false } && card.Pin == pin;
        var other = HolderOf(pin, card);
        // saving the same number while another card holds it exclusively changes nothing
        if (kept && (!card.Shared || (other is not null && !IsSealed(other))))
            return;
        if (other is not null)
            other.Shared = true;
        card.Hold(pin, inDoubt: false, shared: false);
    }
}

/// <summary>How many requests for cases each person made on a day: the limit is per person, not per walk.</summary>
internal sealed class Asking
{
    public const int MostADay = 10;
    private readonly Dictionary<(Guid By, DateOnly On), int> _made = [];

    public int Made(Guid by, DateOnly on) => _made.GetValueOrDefault((by, on));

    public void Make(Guid by, DateOnly on) => _made[(by, on)] = Made(by, on) + 1;
}
