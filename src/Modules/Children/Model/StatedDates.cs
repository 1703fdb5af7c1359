namespace Registry.Children.Model;

/// <summary>What an entry says about a child's days, with the reasons given for what is unusual.</summary>
/// <param name="EnteredOn">The day on which the child came into the Base; today for a first entry.</param>
/// <param name="Age">Full years on the day found, as stated.</param>
/// <param name="InDoubt">Values contradict each other, and it is being clarified which is right.</param>
/// <param name="AdultBecause">Why a person of 18 or older is registered.</param>
/// <param name="LateBecause">Why the day found is only entered now.</param>
internal sealed record StatedDates(
    DateOnly EnteredOn,
    DateOnly? FoundOn,
    DateOnly? BirthDate = null,
    string? Pin = null,
    int? Age = null,
    bool InDoubt = false,
    string? AdultBecause = null,
    string? LateBecause = null
);
