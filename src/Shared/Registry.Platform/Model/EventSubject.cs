using System.Collections.Concurrent;
using System.Reflection;
using Registry.Contracts;

namespace Registry.Platform.Model;

/// <summary>Whose events keep their order: a fact's its row, any other event's the child; without a child what it names first, such as the account.</summary>
internal static class EventSubject
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Properties = new();

    public static Guid? Of(object @event) => (Guid?)Properties.GetOrAdd(@event.GetType(), PropertyOf)?.GetValue(@event);

    private static PropertyInfo? PropertyOf(Type type)
    {
        // records name their properties in their constructor, in order
        var ids = type.GetConstructors()
            .SelectMany(c => c.GetParameters())
            .Where(p => p.ParameterType == typeof(Guid))
            .Select(p => p.Name!)
            .ToList();
        var child = typeof(IFact).IsAssignableFrom(type) ? null : ids.Find(name => name == nameof(CaseOpened.ChildId));
        return (child ?? ids.FirstOrDefault()) is { } name ? type.GetProperty(name) : null;
    }
}
