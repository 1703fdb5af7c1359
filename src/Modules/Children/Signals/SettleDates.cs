using Registry.Basics;
using Registry.Basics.Time;
using Registry.Children.Model;

namespace Registry.Children.Signals;

/// <summary>Date checks when opening a card: the birth date must be possible, and a day found in doubt must be settled.</summary>
internal static class SettleDates
{
    /// <exception cref="DomainException">An impossible date, or a day found in doubt that was not settled.</exception>
    public static void Settle(this Signal signal, OpenCardRequest request, DateOnly today)
    {
        if (signal.FoundOnInDoubt && request.FoundOn is null)
            throw new DomainException("signal.found-in-doubt", 400, "foundOn");
        var said = request.Identity.DatesWith(Bishkek.DayOf(signal.RegisteredAt), request.FoundOn ?? signal.FoundOn) with
        {
            LateBecause = request.LateBecause,
        };
        var flaws = signal.FoundOnInDoubt ? DatePlausibility.Of(said, today) : DatePlausibility.OfBirth(said, today);
        flaws.Require("identity.");
        if (signal.FoundOnInDoubt)
            signal.SettleFoundOn(said.FoundOn!.Value);
        else if (said.FoundOn != signal.FoundOn)
            throw new DomainException("signal.found-is-sure", 409, "foundOn");
    }
}
