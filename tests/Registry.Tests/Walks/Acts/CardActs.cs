using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>[17] Every section of the card is filled or explained.</summary>
internal sealed class FillCard : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards.FindAll(c => c.Card.Filled is not true || !c.IsOpen)) is { } c
            ? new FillCard { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c }
            : null;

    public override Verdict Expect(CaseModel model) => Keeps(PersonRole.Holder, Case.Where) ?? Closed(Case) ?? Verdict.Shown;

    private object Contents(string route, object section) =>
        route switch
        {
            "finding" => Finding,
            "identity" when Case.Card.Pin is not null => SavePin.Identity(Case.Card.Pin, Case.Card.InDoubt),
            _ => section,
        };

    public override async Task<HttpResponseMessage> CallAsync(WalkWorld world)
    {
        HttpResponseMessage? last = null;
        var versions = await world.SectionVersionsAsync(Case.ChildId);
        // changes reported meanwhile are entered by their own act
        foreach (var (route, section) in Road.FullCard)
        {
            last = await By.Browser.PutAsync(
                $"/api/children/cards/{Case.ChildId}/{route}",
                new { section = Contents(route, section), changes = Array.Empty<Guid>() },
                versions.GetValueOrDefault(route, default(Guid).Etag())
            );
            if (!last.IsSuccessStatusCode)
                break;
        }
        return last!;
    }

    /// <summary>A day found long ago needs a reason why it is entered only now.</summary>
    private static readonly object Finding = new
    {
        address = "Теплоключенка",
        circumstances = "Үйүндө",
        lateBecause = "Азыр гана айтышты",
        unknown = new { cameFrom = "nobody-knows" },
    };

    public override void Do(CaseModel model, JsonElement answer) => Case.Card.Filled = true;
}

/// <summary>[19.2] The initial information is declared entered.</summary>
internal sealed class EnterInformation : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards.FindAll(c => c.Card.Filled is not null)) is { } c
            ? new EnterInformation { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? Closed(Case)
        ?? (
            Case.Card.Filled is not true ? Verdict.Refused("card.incomplete")
            : Case.Informed ? Verdict.Refused("case.information-entered-already")
            : Verdict.Done
        );

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Children.Model.Case>(
            By,
            $"/api/children/cards/{Case.ChildId}/enter-initial-information",
            new { },
            Case.CaseId
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        Case.Informed = true;
        if (Case.State is CaseState.Opened)
            Case.State = CaseState.InformationEntered;
        model.ProcessReports(Case);
    }
}

/// <summary>[20.7] A save that enters reported changes, or none of them.</summary>
internal sealed class SaveProperty : CaseAct
{
    public IReadOnlyList<ChangeLife> Entered { get; init; } = [];

    /// <summary>Does not say which changes it enters.</summary>
    public bool Silent { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c
            ? new SaveProperty
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Silent = d.Chance(4),
                Entered = d.Maybe([.. m.ChangesOf(c.Card).Where(x => x.Kind == "property")]) is { } one && !d.Chance(4) ? [one] : [],
            }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? Closed(Case)
        ?? (
            Silent
                ? model.ChangesOf(Case.Card).Any(x => x is { Kind: "property", State: ChangeState.Waits })
                    ? Verdict.Refused("change.not-named", 400)
                    : Verdict.Shown
                : Entered.All(x => x.State is ChangeState.Waits)
                    ? Verdict.Shown
                    : Verdict.Refused("change.not-open")
        );

    public override async Task<HttpResponseMessage> CallAsync(WalkWorld world)
    {
        var section = new
        {
            housingAssigned = true,
            housingAddress = $"Ленин {Case.Card.Saves + 2}",
            hasOther = false,
        };
        return await By.Browser.PutAsync(
            $"/api/children/cards/{Case.ChildId}/property",
            Silent ? new { section } : new { section, changes = Entered.Select(x => x.Id) },
            await world.SectionVersionAsync(Case.ChildId, "property")
        );
    }

    public override void Do(CaseModel model, JsonElement answer)
    {
        Case.Card.Saves++;
        if (Silent)
            return;
        foreach (var change in Entered)
        {
            change.State = ChangeState.Entered;
            model.Meet("enter-change", change);
        }
    }
}
