using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Children.Model;
using Registry.Institutions.Model;
using Registry.Platform.Model;
using Registry.ProtectionPlans.Model;

namespace Registry.Tests.Walks;

/// <summary>What the Base holds of a walk's signals and cases, and the same from the model, line by line.</summary>
internal static class Snapshot
{
    public static async Task<List<string>> DifferencesAsync(WalkWorld world, CaseModel model)
    {
        var (told, steps) = await OfBaseAsync(world, model);
        var (expected, found) = (OfModel(model), told);
        List<string> wrong =
        [
            .. Without(expected, found).Select(line => $"missing: {line}"),
            .. Without(found, expected).Select(line => $"beyond the model: {line}"),
        ];
        wrong.AddRange(
            steps
                .Where(d => d.IsOpen)
                .GroupBy(d => (d.Step, d.AboutId))
                .Where(same => same.Count() > 1)
                .Select(same => $"owed twice: {same.Key.Step.Code()}")
        );
        wrong.AddRange(Unowed(model, steps));
        return wrong;
    }

    private static IEnumerable<string> Unowed(CaseModel model, List<Deadline> steps)
    {
        foreach (var step in model.Steps.Where(s => s.IsOpen))
            if (!model.IsSomebodys(step, PlaceOf(step)))
                yield return $"owed by nobody: {step.Step} in {PlaceOf(step)} by {step.Who}";
        foreach (var c in model.Cases.Where(c => c.IsOpen))
            if (!steps.Exists(d => d.IsOpen && d.ChildId == c.ChildId && Owed.Onward.Contains(d.Step.Code())))
                yield return $"a child at risk without a step: {c.State}";
        foreach (var signal in model.Signals.Where(s => s.State is SignalState.New))
            if (!steps.Exists(d => d.IsOpen && d.AboutId == signal.Id && d.Step.Code() == "process-report"))
                yield return "a signal that nobody processes";
    }

    public static string PlaceOf(Owed step) =>
        step.About switch
        {
            OfferLife offer => offer.To,
            SignalLife signal => signal.Where,
            _ => step.Case!.Where,
        };

    private static IEnumerable<string> Without(List<string> all, List<string> but)
    {
        var left = new List<string>(but);
        return all.Where(line => !left.Remove(line)).ToList();
    }

    private static List<string> OfModel(CaseModel model)
    {
        var lines = model
            .Steps.Select(s =>
                Line(s.Step, s.From, s.Met, s.Why, s.IsOpen ? model.Due(s) : null, s.IsOpen ? s.Who : null, s.IsOpen ? PlaceOf(s) : null)
            )
            .ToList();
        lines.AddRange(model.Signals.Select(s => $"signal {s.Id} {s.State} in {s.Where}, found {s.FoundOn:O}"));
        foreach (var c in model.Cases)
        {
            lines.Add($"case {c.CaseId} of {c.ChildId} {c.State} in {c.Where} with {c.Responsible}, found {c.FoundOn:O}");
            Add("plans", c.Plans.Select(p => $"{p.State}"));
            Add("visits", c.Visits.Select(v => $"{v.State}{(v.FollowUp ? " after the exit" : "")}"));
            Add("closings", c.Closings.Select(x => $"{x.State}"));
            Add("offers", c.Offers.Select(o => $"{o.State}"));
            Add("changes", c.Changes.Select(x => $"{x.State}"));
            Add("placements", c.Placements.Select(p => p.Left ? "left" : "lives"));
            Add("requests", c.Requests.Select(r => $"{r.State}"));

            void Add(string what, IEnumerable<string> states) => lines.Add($"case {c.CaseId} {what}: {string.Join(", ", states)}");
        }
        lines.AddRange(model.Merges.Select(m => $"merge {m.Id} {m.State} into {m.Kept.ChildId}"));
        lines.AddRange(model.AllCards.Select(c => CardLine(c.ChildId, c.MergedInto?.ChildId, c.Voided, c.Pin is not null, c.Shared)));
        return lines;
    }

    private static string CardLine(Guid child, Guid? into, bool voided, bool hasNumber, bool shared) =>
        $"card {child} {(voided ? "voided" : into is null ? "stands" : $"merged into {into}")}{(hasNumber ? shared ? ", shares its number" : ", has a number" : "")}";

    private static string Line(string step, DateOnly from, bool met, string? why, DateOnly? due, Guid? who, string? where) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{step} from {from:O} {(met ? "met" : why is null ? "owed" : $"lapsed by {why}")} {due:O} {who} {where}"
        );

    private static Task<(List<string> Lines, List<Deadline> Steps)> OfBaseAsync(WalkWorld world, CaseModel model) =>
        world.Host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            var plans = s.GetRequiredService<ProtectionPlansDbContext>();
            var homes = s.GetRequiredService<InstitutionsDbContext>();
            var signals = model.Signals.ConvertAll(x => x.Id);
            var children = model.AllCards.ConvertAll(c => c.ChildId);
            var steps = await db
                .Deadlines.AsNoTracking()
                .Where(d => signals.Contains(d.AboutId) || children.Contains(d.ChildId))
                .ToListAsync();
            var lines = steps.ConvertAll(d =>
                Line(
                    d.Step.Code(),
                    d.StartedOn,
                    d.MetOn is not null,
                    d.LapsedBecause?.Code(),
                    d.IsOpen ? d.DueOn : null,
                    d.IsOpen ? d.ResponsibleId : null,
                    d.IsOpen ? d.Territory : null
                )
            );
            foreach (var x in await db.Signals.AsNoTracking().Where(x => signals.Contains(x.Id)).ToListAsync())
                lines.Add($"signal {x.Id} {x.Status} in {x.Territory}, found {x.FoundOn:O}");
            var cases = await db.Cases.AsNoTracking().Where(c => children.Contains(c.ChildId)).ToListAsync();
            var ids = cases.ConvertAll(c => c.Id);
            // one query for each kind, whatever the number of cases
            var told = new[]
            {
                Of(
                    "plans",
                    await plans
                        .Plans.Where(p => ids.Contains(p.CaseId))
                        .OrderBy(p => p.Id)
                        .Select(p => new State(p.CaseId, $"{p.Status}"))
                        .ToListAsync()
                ),
                Of(
                    "visits",
                    (await plans.Visits.AsNoTracking().Where(v => ids.Contains(v.CaseId)).OrderBy(v => v.Id).ToListAsync()).ConvertAll(
                        v => new State(v.CaseId, StateOf(v))
                    )
                ),
                Of(
                    "closings",
                    await plans
                        .Closings.Where(x => ids.Contains(x.CaseId))
                        .OrderBy(x => x.Id)
                        .Select(x => new State(x.CaseId, $"{x.Status}"))
                        .ToListAsync()
                ),
                Of(
                    "offers",
                    await db
                        .Transfers.Where(t => ids.Contains(t.CaseId))
                        .OrderBy(t => t.Id)
                        .Select(t => new State(t.CaseId, $"{t.Status}"))
                        .ToListAsync()
                ),
                Of(
                    "changes",
                    (await db.Changes.AsNoTracking().Where(x => ids.Contains(x.CaseId)).OrderBy(x => x.Id).ToListAsync()).ConvertAll(
                        x => new State(x.CaseId, $"{StateOf(x)}")
                    )
                ),
                Of(
                    "placements",
                    await homes
                        .Placements.Where(p => ids.Contains(p.CaseId))
                        .OrderBy(p => p.Id)
                        .Select(p => new State(p.CaseId, p.Until == null ? "lives" : "left"))
                        .ToListAsync()
                ),
                Of(
                    "requests",
                    await db
                        .CaseRequests.Where(r => ids.Contains(r.CaseId))
                        .OrderBy(r => r.Id)
                        .Select(r => new State(r.CaseId, $"{r.Status}"))
                        .ToListAsync()
                ),
            };
            foreach (var c in cases)
            {
                lines.Add($"case {c.Id} of {c.ChildId} {c.Status} in {c.Territory} with {c.ResponsibleId}, found {c.FoundOn:O}");
                lines.AddRange(
                    told.Select(t => $"case {c.Id} {t.What}: {string.Join(", ", t.States.Where(s => s.Case == c.Id).Select(s => s.Is))}")
                );
            }
            foreach (var card in await db.Children.AsNoTracking().Where(c => children.Contains(c.Id)).ToListAsync())
                lines.Add(
                    CardLine(
                        card.Id,
                        card.MergedInto,
                        card.State is Registry.Children.Model.ChildState.Voided,
                        card.PinToken is > 0 or < 0,
                        card.PinShared
                    )
                );
            foreach (var m in await db.Merges.AsNoTracking().Where(m => children.Contains(m.ChildId)).ToListAsync())
                lines.Add($"merge {m.Id} {m.State} into {m.ChildId}");
            return (lines, steps);
        });

    private sealed record State(Guid Case, string Is);

    private static (string What, List<State> States) Of(string what, List<State> states) => (what, states);

    private static string StateOf(Registry.ProtectionPlans.Model.Visit visit) =>
        (
            visit.MadeOn is not null ? "Made"
            : visit.CalledOffOn is not null ? "CalledOff"
            : "Expected"
        ) + (visit.Kind is Registry.ProtectionPlans.Model.VisitKind.FollowUp ? " after the exit" : "");

    private static ChangeState StateOf(ReportedChange change) =>
        change.EnteredOn is not null ? ChangeState.Entered
        : change.WithdrawnOn is not null ? ChangeState.Withdrawn
        : change.EndedOn is not null ? ChangeState.Ended
        : ChangeState.Waits;
}
