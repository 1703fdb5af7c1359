namespace Registry.Web;

/// <summary>Marks a call of which one succeeds, however many come at once.</summary>
/// <param name="What">What there is at most one of.</param>
public sealed record AtMostOneRule(string What);
