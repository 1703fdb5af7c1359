using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Registry.Basics;
using Registry.Contracts;

namespace Registry.Platform.Rows;

/// <summary>A row whose past counts: it keeps its state on each day beside its present one, and publishes both.</summary>
public interface IRemembers : ITells
{
    /// <summary>Notes the present state. Called at every save; a row that knows an earlier day of its own notes it itself.</summary>
    void Remember(DateOnly on);

    /// <summary>Of a row from before histories were kept, the day since which its present state is assumed; else null.</summary>
    DateOnly? Unremembered { get; }
}

/// <summary>The states of a row, each from its day on until the next one; the last of a day counts. Ids, codes and days only, kept as JSON in the row, or under the veil.</summary>
public sealed class History<T>
    where T : IEquatable<T>
{
    private readonly List<Since<T>> _states;

    public History() => _states = [];

    private History(IEnumerable<Since<T>> states) => _states = [.. states];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Since<T>> States => _states;

    /// <summary>See <see cref="IRemembers.Unremembered"/>.</summary>
    public DateOnly? Unless(DateOnly? since) => _states.Count > 0 ? null : since;

    /// <summary>Notes a state; one already in force is left alone, and a day before the last noted one counts as that one.</summary>
    public void Add(DateOnly on, T state)
    {
        if (_states is [.., var last])
        {
            if (last.State.Equals(state))
                return;
            on = on < last.On ? last.On : on;
            if (on == last.On)
                _states.RemoveAt(_states.Count - 1);
            if (_states is [.., var before] && before.State.Equals(state))
                return;
        }
        _states.Add(new(on, state));
    }

    /// <summary>Replaces the values of every noted state.</summary>
    public void Rewrite(Func<T, T> put)
    {
        for (var i = 0; i < _states.Count; i++)
            _states[i] = _states[i] with { State = put(_states[i].State) };
    }

    /// <summary>Of a row that keeps its states under the veil.</summary>
    public static History<T> Of(IReadOnlyList<Since<T>> states) => new(states);

    /// <summary>As an older row wrote it.</summary>
    public static History<T> Of(string json) => Read(json);

    internal static string Write(History<T> history) => JsonSerializer.Serialize(history._states, StoredJson.Options);

    internal static History<T> Read(string text) =>
        text.Length == 0 ? new() : new(JsonSerializer.Deserialize<List<Since<T>>>(text, StoredJson.Options)!);

    internal History<T> Copy() => new(_states);

    internal bool Same(History<T>? other) => other is not null && _states.SequenceEqual(other._states);
}

internal sealed class HistoryConverter<T>() : ValueConverter<History<T>, string>(h => History<T>.Write(h), text => History<T>.Read(text))
    where T : IEquatable<T>;

internal sealed class HistoryComparer<T>()
    : ValueComparer<History<T>>((a, b) => a == null ? b == null : a.Same(b), h => h.States.Count, h => h.Copy())
    where T : IEquatable<T>;

internal static class HistoryConvention
{
    public static bool Is(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(History<>);

    /// <summary>Every history that the module's rows keep.</summary>
    public static void Apply(ModelConfigurationBuilder model, System.Reflection.Assembly module)
    {
        var kept = module
            .GetTypes()
            .Where(t => typeof(IRemembers).IsAssignableFrom(t))
            .SelectMany(t => t.GetProperties())
            .Select(p => p.PropertyType)
            .Where(Is)
            .Distinct();
        foreach (var history in kept)
        {
            var state = history.GetGenericArguments()[0];
            model
                .Properties(history)
                .HaveConversion(typeof(HistoryConverter<>).MakeGenericType(state), typeof(HistoryComparer<>).MakeGenericType(state))
                .AreUnicode(false);
        }
    }
}
