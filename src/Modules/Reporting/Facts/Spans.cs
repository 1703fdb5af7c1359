using Registry.Contracts;
using Registry.Reporting.Model;

namespace Registry.Reporting.Facts;

/// <summary>Reads histories as published: oldest first, each state until the next one.</summary>
internal static class Spans
{
    public static IEnumerable<(DateOnly Since, DateOnly Until, T State)> Of<T>(IReadOnlyList<Since<T>> states)
    {
        for (var i = 0; i < states.Count; i++)
            yield return (states[i].On, i + 1 < states.Count ? states[i + 1].On : StateRow.Always, states[i].State);
    }

    /// <summary>The state on a day; null before the first.</summary>
    public static T? At<T>(this IReadOnlyList<Since<T>> states, DateOnly day)
        where T : class => states.LastOrDefault(s => s.On <= day)?.State;
}
