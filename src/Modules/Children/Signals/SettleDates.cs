using Registry.Basics;
using Registry.Basics.Time;
using Registry.Children.Model;

namespace Registry.Children.Signals;

/// <summary>What opening a card says about the child's days: the birth date can be, and a day found in doubt is settled.</summary>
internal static class SettleDates
{
    /// <exception cref="DomainException">A date that cannot be, or a day found that is in doubt and was not settled.</exception>
    public static void Settle(this Signal signal, OpenCardRequest request, DateOnly today)
    {
        if (signal.FoundOnInDoubt && request.FoundOn is null)
            throw new DomainException("signal.found-in-doubt", 400, "foundOn");
        var said = request.Identity.DatesWith(Bishkek.DayOf(signal.RegisteredAt), request.FoundOn ?? signal.FoundOn) with
        {
            LateBecause = request.LateBecause,
        };
        var flaws = signal.FoundOnInDoubt ? DatePlausibility.Of(said, today) : DatePlausibility.OfBirth(said, today);
        flaws.Demand("identity.");
        if (signal.FoundOnInDoubt)
            signal.SettleFoundOn(said.FoundOn!.Value);
        else if (said.FoundOn != signal.FoundOn)
            throw new DomainException("signal.found-is-sure", 409, "foundOn");
    }
}
