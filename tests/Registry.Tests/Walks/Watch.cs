namespace Registry.Tests.Walks;

/// <summary>What an act changed, value by value, so that it can be reverted where it is still as the act left it.</summary>
internal sealed class Watch
{
    private readonly List<(Func<object?> Get, Action<object?> Set, object? Before)> _seen = [];
    private readonly List<(Func<object?> Get, Action<object?> Set, object? Before, object? After)> _changed = [];

    public void See<T>(Func<T> get, Action<T> set) => _seen.Add((() => get(), value => set((T)value!), get()));

    /// <summary>The act is over.</summary>
    public void Note()
    {
        foreach (var (get, set, before) in _seen)
            if (get() is var after && !Equals(before, after))
                _changed.Add((get, set, before, after));
    }

    public void Undo()
    {
        foreach (var (get, set, before, after) in _changed.AsEnumerable().Reverse())
            if (Equals(get(), after))
                set(before);
    }
}
