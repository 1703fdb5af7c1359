using System.Globalization;
using System.Text.Json;
using Registry.Tests.Host;
using Registry.Tests.Institutions;

namespace Registry.Tests.Walks.Acts;

/// <summary>[17.3, 13b.4] The child lives in an institution from today.</summary>
internal sealed class PlaceChild : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c ? new PlaceChild { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c } : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? NotOpen()
        ?? (model.PlacementsOf(Case.Card).Any(p => !p.Left) ? Verdict.Refused("placement.not-left-yet") : Verdict.Created);

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync(
            $"/api/institutions/placements/of-child/{Case.ChildId}",
            Homes.Placement(world.Home, world.Today.ToString("O", CultureInfo.InvariantCulture), gap: "Үйүндө")
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var placement = new PlacementLife(answer.Id());
        Case.Placements.Add(placement);
        model.Start("review-placement", placement, Case, Case.Responsible, model.Today, CaseModel.Review);
    }
}

/// <summary>About where the child lives or lived.</summary>
internal abstract class PlacementAct : CaseAct
{
    public required PlacementLife Placement { get; init; }

    public override string In(CaseModel model) => $"{(Placement.Left ? "left" : "lives")} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where) ?? NotOpen() ?? (Placement.Left ? Verdict.Refused("placement.ended") : Verdict.Done);

    protected Task<HttpResponseMessage> PostAsync(WalkWorld world, string act, object body) =>
        world.PostAsync<Registry.Institutions.Model.Placement>(
            By,
            $"/api/institutions/placements/{Placement.Id}/{act}",
            body,
            Placement.Id
        );
}

/// <summary>[20.8] Leaving an institution is itself a change.</summary>
internal sealed class LeavePlacement : PlacementAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c && d.Maybe([.. m.PlacementsOf(c.Card)]) is { } placement
            ? new LeavePlacement
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Placement = placement,
            }
            : null;

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        PostAsync(
            world,
            "leave",
            new
            {
                on = world.Today,
                learnedOn = world.Today,
                because = "Кайтты",
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        Placement.Left = true;
        model.Lapse("review-placement", Placement, "placement-ended");
        var change = new ChangeLife(Guid.Empty, "left-institution");
        Case.Changes.Add(change);
        model.Start("enter-change", change, Case, Case.Responsible, model.Today, CaseModel.EnterChange);
    }

    public override async Task LearnAsync(CaseModel model, WalkWorld world) => Case.Changes[^1].Id = await world.LastChangeAsync(Case);
}

internal sealed class ReviewPlacement : PlacementAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c && d.Maybe([.. m.PlacementsOf(c.Card)]) is { } placement
            ? new ReviewPlacement
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Placement = placement,
            }
            : null;

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        PostAsync(world, "review", new { on = world.Today, findings = "Кала берсин" });

    public override void Do(CaseModel model, JsonElement answer)
    {
        model.Meet("review-placement", Placement);
        model.Start("review-placement", Placement, Case, Case.Responsible, model.Today, CaseModel.Review);
    }
}
