using System.Globalization;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks;

/// <summary>What was tried in which state, and how often it was done and refused.</summary>
internal sealed class Tried
{
    private readonly Dictionary<(string Act, string State), (int Done, int Refused)> _counts = [];

    public int Calls { get; set; }

    public void Add(string act, string state, bool done)
    {
        var (d, r) = _counts.GetValueOrDefault((act, state));
        _counts[(act, state)] = done ? (d + 1, r) : (d, r + 1);
        Calls++;
    }

    public void Add(Tried other)
    {
        foreach (var (key, (d, r)) in other._counts)
        {
            var (mine, refused) = _counts.GetValueOrDefault(key);
            _counts[key] = (mine + d, refused + r);
        }
        Calls += other.Calls;
    }

    public int States => _counts.Count;

    /// <summary>The writes that were done, and those that were refused, at least once.</summary>
    public HashSet<string> Done => [.. _counts.Where(c => c.Value.Done > 0).Select(c => c.Key.Act)];

    public HashSet<string> Refused => [.. _counts.Where(c => c.Value.Refused > 0).Select(c => c.Key.Act)];

    public IEnumerable<string> Lines() =>
        _counts
            .GroupBy(c => c.Key.Act)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g =>
                $"{g.Key}: "
                + string.Join(
                    "; ",
                    g.OrderBy(c => c.Key.State, StringComparer.Ordinal)
                        .Select(c => $"{(c.Key.State.Length == 0 ? "-" : c.Key.State)} {c.Value.Done}/{c.Value.Refused}")
                )
            );
}

/// <summary>A walk of one child or two through all modules: at every step a write that the model allows, and one that it forbids.</summary>
internal sealed class Walk(WalkWorld world, int seed, Tried tried)
{
    private const int Longest = 26;
    private const int Draws = 80;
    private readonly Dice _dice = new(seed);
    private readonly List<string> _path = [];

    public CaseModel Model { get; } = new(world.Calendar, world.People, world.Today);

    /// <returns>What is wrong, with the way that led there; null when nothing is.</returns>
    public async Task<string?> GoAsync()
    {
        var began = world.Today;
        var steps = 10 + _dice.Upto(Longest - 10);
        for (var i = 0; i < steps; i++)
        {
            if (_dice.Chance(40))
                await PassAsync();
            if (_dice.Chance(400))
                await DayOffAsync();
            if (Draw(allowed: false) is { } forbidden && await TryAsync(forbidden) is { } broken)
                return Told(broken, began);
            if (Draw(allowed: true) is { } next && await TryAsync(next) is { } wrong)
                return Told(wrong, began);
        }
        return null;
    }

    private string Told(string wrong, DateOnly began) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"REGISTRY_WALK={seed}@{began:yyyy-MM-dd}\n  {string.Join("\n  ", _path)}\n  {wrong.Replace("\n", "\n    ", StringComparison.Ordinal)}"
        );

    private Act? Draw(bool allowed)
    {
        for (var i = 0; i < Draws; i++)
            if (AllActs.Draw(Model, _dice) is { } act && act.Expect(Model).Allows == allowed)
                return act;
        return null;
    }

    private async Task<string?> TryAsync(Act act)
    {
        var expected = act.Expect(Model);
        var state = act.In(Model);
        _path.Add($"{Model.Today:dd.MM} {act.By} {act.Name} [{state}] {expected.Status} {expected.Code}");
        var answer = await act.CallAsync(world);
        var text = await answer.Content.ReadAsStringAsync();
        tried.Add(act.Name, state, expected.Allows);
        if ((int)answer.StatusCode != expected.Status || (expected.Code is { } code && !Says(text, code)))
            return $"answered {(int)answer.StatusCode} {text}";
        if (expected.Allows)
            act.Do(Model, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
        await world.Host.SettleAsync();
        if (expected.Allows)
        {
            await act.LearnAsync(Model, world);
            await world.LearnDaysAsync(Model);
        }
        var wrong = await Snapshot.DifferencesAsync(world, Model);
        return wrong.Count == 0 ? null : string.Join('\n', wrong);
    }

    /// <summary>The code in the problem itself or at one of its fields.</summary>
    private static bool Says(string text, string code) => text.Contains($"\"{code}\"", StringComparison.Ordinal);

    private async Task PassAsync()
    {
        var hours = 1 + _dice.Upto(60);
        _path.Add($"{hours} hours pass");
        await world.PassAsync(hours);
        Model.Today = world.Today;
    }

    private async Task DayOffAsync()
    {
        var day = Model.Today.AddDays(1 + _dice.Upto(14));
        if (!world.Calendar.Works(day) || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            return;
        _path.Add($"{day:dd.MM} becomes a day off");
        await world.DayOffAsync(day);
    }
}
