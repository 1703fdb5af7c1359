using System.Globalization;
using System.Text.Json;
using Registry.Tests.Host;
using Registry.Tests.Walks.Acts;

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

/// <summary>A walk of one or two children through all modules: at every step a write that the model allows, and one that it forbids.</summary>
internal sealed class Walk(WalkWorld world, int seed, Tried tried)
{
    private const int Shortest = 6;
    private const int Longest = 14;
    private const int Draws = 80;

    /// <summary>The main road: a walk starts somewhere along it.</summary>
    private static readonly Func<CaseModel, Dice, Act?>[] Road =
    [
        RegisterSignal.Draw,
        OpenCard.Draw,
        FillCard.Draw,
        EnterInformation.Draw,
        StartAssessment.Draw,
        SaveAnswers.Draw,
        CompleteAssessment.Draw,
        FormPlan.Draw,
        SubmitPlan.Draw,
        DecidePlan.Draw,
        RequestClosing.Draw,
        DecideClosing.Draw,
    ];
    private static readonly Func<CaseModel, Dice, Act?>[] Second = [RegisterSignal.Draw, OpenCard.Draw];
    private readonly Dice _dice = new(seed);
    private readonly List<string> _path = [];

    public CaseModel Model { get; } = new(world.Calendar, world.People, world.Today, [world.NextPin(), world.NextPin()], world.Asking);

    /// <returns>What is wrong, with the path that led there; null if nothing is.</returns>
    public async Task<string?> GoAsync()
    {
        var began = world.Today;
        // the information may wait until after the assessment
        var skipped = _dice.Chance(2) ? 2 : Road.Length;
        foreach (var (draw, at) in Road.Take(1 + _dice.Upto(Road.Length)).Select((draw, at) => (draw, at)))
            if (at != skipped && Draw(draw, allowed: true) is { } along && await TryAsync(along) is { } lost)
                return Told(lost, began);
        // two cards, perhaps of one child
        if (_dice.Chance(2))
            foreach (var draw in Second)
                if (Draw(draw, allowed: true) is { } along && await TryAsync(along) is { } lost)
                    return Told(lost, began);
        for (var i = Shortest + _dice.Upto(Longest - Shortest); i > 0; i--)
        {
            if (_dice.Chance(60))
                await PassAsync();
            if (_dice.Chance(80))
                await DayOffAsync();
            // beyond the period for undoing a merge
            if (Model.Merges.Exists(m => m.State is MergeState.Done) && _dice.Chance(30))
                await PassLongAsync();
            if (Draw(AllActs.Draw, allowed: false) is { } forbidden && await TryAsync(forbidden) is { } broken)
                return Told(broken, began);
            if (Draw(AllActs.Draw, allowed: true) is { } next && await TryAsync(next) is { } wrong)
                return Told(wrong, began);
        }
        var last = await Snapshot.DifferencesAsync(world, Model);
        return last.Count == 0 ? null : Told(string.Join('\n', last), began);
    }

    private string Told(string wrong, DateOnly began) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"REGISTRY_WALK={seed}@{began:yyyy-MM-dd}\n  {string.Join("\n  ", _path)}\n  {wrong.Replace("\n", "\n    ", StringComparison.Ordinal)}"
        );

    private Act? Draw(Func<CaseModel, Dice, Act?> draw, bool allowed)
    {
        for (var i = 0; i < Draws; i++)
            if (draw(Model, _dice) is { } act && act.Expect(Model).Allows == allowed)
                return act;
        return null;
    }

    private async Task<string?> TryAsync(Act act)
    {
        try
        {
            return await TakeAsync(act);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return $"did not come to an end: {problem.Message} {problem.StackTrace}";
        }
    }

    private async Task<string?> TakeAsync(Act act)
    {
        var expected = act.Expect(Model);
        var state = act.In(Model);
        _path.Add($"{Model.Today:dd.MM} {act.By} {act.Name} [{state}] {expected.Status} {expected.Code}");
        var answer = await act.CallAsync(world);
        var text = await answer.Content.ReadAsStringAsync();
        tried.Add(act.Name, state, expected.Allows);
        if ((int)answer.StatusCode != expected.Status || (expected.Code is { } code && !Says(text, code)))
            return $"answered {(int)answer.StatusCode} {text}";
        // side effects of a refusal are found after the next call, which compares everything
        if (!expected.Allows)
            return null;
        act.Do(Model, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
        await world.Host.SettleAsync();
        await act.LearnAsync(Model, world);
        await world.LearnDaysAsync(Model);
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

    private async Task PassLongAsync()
    {
        _path.Add($"{UndoMerge.Days + 1} days pass");
        await world.PassDaysAsync(UndoMerge.Days + 1);
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
