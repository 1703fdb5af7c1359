using Ardalis.Specification;
using Registry.Basics.Access;

namespace Registry.Integration.Model;

/// <summary>Given to the calling system, inside its territory, and still readable.</summary>
internal sealed class DisclosuresReadableBy : Specification<Disclosure>
{
    public DisclosuresReadableBy(Caller system, DateOnly today)
    {
        var since = today.AddDays(-Disclosure.ReadableDays);
        Query.Where(d => d.SystemId == system.AccountId && d.Status == DisclosureStatus.Given && d.GivenOn >= since);
        if (system.Scope.Condition<Disclosure>() is { } within)
            Query.Where(within);
    }
}
