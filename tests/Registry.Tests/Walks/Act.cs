using System.Text.Json;

namespace Registry.Tests.Walks;

/// <summary>The model's prediction for a call.</summary>
internal sealed record Verdict(int Status, string? Code = null)
{
    public static readonly Verdict Created = new(201);
    public static readonly Verdict Done = new(204);
    public static readonly Verdict Shown = new(200);

    public bool Allows => Code is null;

    public static Verdict Refused(string code, int status = 409) => new(status, code);
}

/// <summary>
/// One write that a person tries: the model's prediction, the call, and its effect in the model. To add one: a class here and a line in <see cref="AllActs"/>.
/// </summary>
internal abstract class Act
{
    public required Person By { get; init; }

    public string Name => GetType().Name;

    /// <summary>The state in which it was tried, for the table of what was tried where.</summary>
    public abstract string In(CaseModel model);

    public abstract Verdict Expect(CaseModel model);

    public abstract Task<HttpResponseMessage> CallAsync(WalkWorld world);

    /// <summary>The call was answered as expected: its effect in the model. Events have not been dispatched yet.</summary>
    public virtual void Do(CaseModel model, JsonElement answer) { }

    /// <summary>After the events were dispatched: ids assigned by the Base itself.</summary>
    public virtual Task LearnAsync(CaseModel model, WalkWorld world) => Task.CompletedTask;

    /// <summary>Rights come first, then the place: what lies elsewhere looks as if it did not exist.</summary>
    protected Verdict? Keeps(PersonRole role, string place) =>
        By.Role != role ? Verdict.Refused("not-allowed", 403)
        : By.Sees(place) ? null
        : Verdict.Refused("not-found", 404);
}

/// <summary>About a signal.</summary>
internal abstract class SignalAct : Act
{
    public required SignalLife Signal { get; init; }

    public override string In(CaseModel model) => $"{Signal.State}";

    /// <summary>The refusal if the case is not open; null if it is.</summary>
    protected Verdict? OfOpenCase() => Signal.Case is { } c ? CaseAct.Closed(c) : null;

    protected Task<HttpResponseMessage> PostAsync(WalkWorld world, string act, object body) =>
        world.PostAsync<Registry.Children.Model.Signal>(By, $"/api/children/signals/{Signal.Id}/{act}", body, Signal.Id);
}

/// <summary>About a case.</summary>
internal abstract class CaseAct : Act
{
    public required CaseLife Case { get; init; }

    public override string In(CaseModel model) => $"{Case.State}";

    public static Verdict? Closed(CaseLife c) =>
        c.State switch
        {
            CaseState.Closed => Verdict.Refused("case.closed"),
            CaseState.Voided or CaseState.Merged => Verdict.Refused("case.voided"),
            _ => null,
        };

    /// <summary>The other modules know only that it no longer continues.</summary>
    protected Verdict? NotOpen(string code = "case.closed") => Case.IsOpen ? null : Verdict.Refused(code);
}

/// <summary>The random choices of a walk, by its seed.</summary>
internal sealed class Dice(int seed)
{
#pragma warning disable CA5394 // a repeatable walk, not a secret
    private readonly Random _random = new(seed);

    public int Upto(int below) => _random.Next(below);
#pragma warning restore CA5394

    public bool Chance(int of) => Upto(of) == 0;

    public T One<T>(IReadOnlyList<T> of) => of[Upto(of.Count)];

    public T? Maybe<T>(IReadOnlyList<T> of)
        where T : class => of.Count == 0 ? null : One(of);

    /// <summary>Usually someone whom it concerns, sometimes anyone.</summary>
    public Person Actor(CaseModel m, PersonRole role, string place) =>
        !Chance(6) && m.People.Where(p => p.Role == role && p.Sees(place)).ToList() is { Count: > 0 } fitting
            ? One(fitting)
            : One(m.People);

    public Person Owner(CaseModel m, Guid who) => Chance(6) ? One(m.People) : m.People.First(p => p.Id == who);
}
