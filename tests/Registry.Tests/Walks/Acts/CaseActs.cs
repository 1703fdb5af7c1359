using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>[17] Every section of the card is filled or explained.</summary>
internal sealed class FillCard : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases.FindAll(c => !c.Filled || !c.IsOpen)) is { } c
            ? new FillCard { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c }
            : null;

    public override Verdict Expect(CaseModel model) => Keeps(PersonRole.Holder, Case.Where) ?? Closed(Case) ?? Verdict.Shown;

    public override async Task<HttpResponseMessage> CallAsync(WalkWorld world)
    {
        HttpResponseMessage? last = null;
        // what was reported meanwhile is entered by its own act
        foreach (var (route, section) in Road.FullCard)
        {
            last = await By.Browser.PutAsync(
                $"/api/children/cards/{Case.ChildId}/{route}",
                new { section = route == "finding" ? Finding : section, changes = Array.Empty<Guid>() },
                await world.SectionVersionAsync(Case.ChildId, route)
            );
            if (!last.IsSuccessStatusCode)
                break;
        }
        return last!;
    }

    /// <summary>A day found long ago says why it is entered only now.</summary>
    private static readonly object Finding = new
    {
        address = "Теплоключенка",
        circumstances = "Үйүндө",
        lateBecause = "Азыр гана айтышты",
        unknown = new { cameFrom = "nobody-knows" },
    };

    public override void Do(CaseModel model, JsonElement answer) => Case.Filled = true;
}

/// <summary>[19.2] The initial information is declared entered.</summary>
internal sealed class EnterInformation : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c ? new EnterInformation { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c } : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? Closed(Case)
        ?? (
            !Case.Filled ? Verdict.Refused("card.incomplete")
            : Case.Informed ? Verdict.Refused("case.information-entered-already")
            : Verdict.Done
        );

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Children.Cases.Case>(
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

    /// <summary>Not said which changes it enters.</summary>
    public bool Silent { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c
            ? new SaveProperty
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Silent = d.Chance(4),
                Entered = d.Maybe(c.Changes.FindAll(x => x.Kind == "property")) is { } one && !d.Chance(4) ? [one] : [],
            }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? Closed(Case)
        ?? (
            Silent
                ? Case.Changes.Exists(x => x is { Kind: "property", State: ChangeState.Waits })
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
            housingAddress = $"Ленин {Case.Saves + 2}",
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
        Case.Saves++;
        if (Silent)
            return;
        foreach (var change in Entered)
        {
            change.State = ChangeState.Entered;
            model.Meet("enter-change", change);
        }
    }
}

/// <summary>[20] Somebody learned of a change.</summary>
internal sealed class ReportChange : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c ? new ReportChange { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c } : null;

    public override Verdict Expect(CaseModel model) => Keeps(PersonRole.Holder, Case.Where) ?? Closed(Case) ?? Verdict.Created;

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync(
            $"/api/children/cards/{Case.ChildId}/changes",
            new
            {
                kind = "property",
                learnedOn = world.Today,
                happenedOn = world.Today,
                what = "Үй",
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var change = new ChangeLife(answer.Id(), "property");
        Case.Changes.Add(change);
        model.Start("enter-change", change, Case, Case.Responsible, model.Today, CaseModel.EnterChange);
    }
}

internal sealed class WithdrawChange : CaseAct
{
    public required ChangeLife Change { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c && d.Maybe(c.Changes) is { } change
            ? new WithdrawChange
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Change = change,
            }
            : null;

    public override string In(CaseModel model) => $"{Change.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where) ?? (Change.State is ChangeState.Waits ? Verdict.Done : Verdict.Refused("change.not-open"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Children.Changes.ReportedChange>(
            By,
            $"/api/children/changes/{Change.Id}/withdraw",
            new { reason = "Жаңылыштык" },
            Change.Id
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        Change.State = ChangeState.Withdrawn;
        model.Lapse("enter-change", Change, "change-withdrawn");
    }
}

/// <summary>ADR 29: the card was opened by mistake; two people void it.</summary>
internal sealed class RequestVoid : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c ? new RequestVoid { By = d.Actor(m, PersonRole.Holder, c.Where), Case = c } : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? Closed(Case)
        ?? (Case.Void is { Answer: Answer.Waits } ? Verdict.Refused("confirmation.requested-already") : Verdict.Created);

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync($"/api/children/cards/{Case.ChildId}/void", new { reason = "Кош карточка" });

    public override void Do(CaseModel model, JsonElement answer)
    {
        Case.Void = new Question { Id = answer.Id(), By = By.Id };
        model.Start("decide-ending", Case.Void, Case, null, model.Today, CaseModel.Decide);
    }
}

internal sealed class WithdrawVoid : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases.FindAll(c => c.Void is not null)) is { } c ? new WithdrawVoid { By = d.Owner(m, c.Void!.By), Case = c } : null;

    public override string In(CaseModel model) => $"{Case.Void!.Answer} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? (
            Case.Void!.By != By.Id ? Verdict.Refused("not-found", 404)
            : Case.Void.Answer is Answer.Waits ? Verdict.Done
            : Verdict.Refused("confirmation.decided")
        );

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Kernel.Confirming.Confirmation>(
            By,
            $"/api/children/voids/{Case.Void!.Id}/withdraw",
            new { },
            Case.Void.Id
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        model.CallOff(Case.Void, "decide-ending", "request-withdrawn");
        model.KeepOnward(Case);
    }
}

internal sealed class DecideVoid : CaseAct
{
    public bool Confirm { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases.FindAll(c => c.Void is not null)) is { } c
            ? new DecideVoid
            {
                By = d.Actor(m, PersonRole.Unit, c.Where),
                Case = c,
                Confirm = d.Chance(2),
            }
            : null;

    public override string In(CaseModel model) => $"{Case.Void!.Answer} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Unit, Case.Where)
        ?? Closed(Case)
        ?? (Case.Void!.Answer is Answer.Waits ? Verdict.Done : Verdict.Refused("confirmation.decided"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Kernel.Confirming.Confirmation>(
            By,
            $"/api/children/voids/{Case.Void!.Id}/decide",
            new { confirm = Confirm },
            Case.Void.Id
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        Case.Void!.Answer = Confirm ? Answer.Yes : Answer.No;
        model.Meet("decide-ending", Case.Void);
        if (Confirm)
            model.VoidCard(Case);
        else
            model.KeepOnward(Case);
    }
}

/// <summary>[16] The case is offered to another specialist, perhaps of another district.</summary>
internal sealed class OfferTransfer : CaseAct
{
    public required Person To { get; init; }
    public required string Where { get; init; }

    public static Act? Draw(CaseModel m, Dice d)
    {
        if (d.Maybe(m.Cases) is not { } c)
            return null;
        var to = d.One([.. m.People.Where(p => p.Role is PersonRole.Holder)]);
        return new OfferTransfer
        {
            By = d.Actor(m, PersonRole.Holder, c.Where),
            Case = c,
            To = to,
            Where = d.One(Places.All),
        };
    }

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? Closed(Case)
        ?? (
            Case.Offers.Exists(o => o.State is OfferState.Offered) ? Verdict.Refused("transfer.offered-already")
            : To.Id == Case.Responsible ? Verdict.Refused("transfer.to-the-same")
            : model.HoldsThere(To.Id, Where) ? Verdict.Created
            : Verdict.Refused("transfer.no-holder-there")
        );

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync(
            $"/api/children/cards/{Case.ChildId}/transfers",
            new
            {
                to = To.Id,
                territory = Where,
                reason = "Көчтү",
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var offer = new OfferLife(answer.Id(), Case.Responsible, To.Id, Where);
        Case.Offers.Add(offer);
        model.Start("accept-transfer", offer, Case, To.Id, model.Today, CaseModel.Accept);
    }
}

/// <summary>The receiver alone answers.</summary>
internal sealed class DecideTransfer : CaseAct
{
    public required OfferLife Offer { get; init; }
    public bool Accept { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c && d.Maybe(c.Offers) is { } offer
            ? new DecideTransfer
            {
                By = d.Owner(m, offer.ToWhom),
                Case = c,
                Offer = offer,
                Accept = !d.Chance(3),
            }
            : null;

    public override string In(CaseModel model) => $"{Offer.State} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        By.Role is not PersonRole.Holder ? Verdict.Refused("not-allowed", 403)
        : By.Id != Offer.ToWhom ? Verdict.Refused("not-found", 404)
        : Offer.State is OfferState.Offered ? Verdict.Done
        : Verdict.Refused("transfer.decided-already");

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) => DecideAsync(world, By, Offer.Id, Accept);

    public static Task<HttpResponseMessage> DecideAsync(WalkWorld world, Person by, Guid offer, bool accept) =>
        world.PostAsync<Registry.Children.Transfers.Transfer>(
            by,
            $"/api/children/transfers/{offer}/decide",
            new { accept, remarks = "Жооп" },
            offer
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        Offer.State = Accept ? OfferState.Accepted : OfferState.Refused;
        model.Meet("accept-transfer", Offer);
        if (Accept)
            model.HandOver(Case, Offer);
    }
}

/// <summary>Only the giver takes an offer back.</summary>
internal sealed class WithdrawTransfer : CaseAct
{
    public required OfferLife Offer { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c && d.Maybe(c.Offers) is { } offer
            ? new WithdrawTransfer
            {
                By = d.Owner(m, offer.FromWhom),
                Case = c,
                Offer = offer,
            }
            : null;

    public override string In(CaseModel model) => $"{Offer.State} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        By.Role is not PersonRole.Holder ? Verdict.Refused("not-allowed", 403)
        : By.Id != Offer.FromWhom ? Verdict.Refused("not-found", 404)
        : Offer.State is OfferState.Offered ? Verdict.Done
        : Verdict.Refused("transfer.decided-already");

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Children.Transfers.Transfer>(By, $"/api/children/transfers/{Offer.Id}/withdraw", new { }, Offer.Id);

    public override void Do(CaseModel model, JsonElement answer)
    {
        Offer.State = OfferState.Withdrawn;
        model.Lapse("accept-transfer", Offer, "request-withdrawn");
    }
}

/// <summary>[15.2] An access that was narrowed since the offer does not widen again by it.</summary>
internal sealed class AcceptWithNarrowedAccess : CaseAct
{
    public required OfferLife Offer { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases) is { } c && d.Maybe(c.Offers.FindAll(o => o is { To: Road.Alamudun, State: OfferState.Offered })) is { } offer
            ? new AcceptWithNarrowedAccess
            {
                By = m.People.First(p => p.Id == offer.ToWhom),
                Case = c,
                Offer = offer,
            }
            : null;

    public override Verdict Expect(CaseModel model) => Verdict.Refused("not-found", 404);

    public override async Task<HttpResponseMessage> CallAsync(WalkWorld world)
    {
        await world.GiveAccessAsync(By.Login, Road.AkSuu);
        var answer = await DecideTransfer.DecideAsync(world, By, Offer.Id, accept: true);
        await world.GiveAccessAsync(By.Login, Road.Alamudun);
        return answer;
    }
}

/// <summary>[5.subject] The subject asks for their own data: seven calendar days, whatever becomes of the case.</summary>
internal sealed class RegisterDisclosure : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases.FindAll(c => c.Disclosures.Count == 0)) is { } c
            ? new RegisterDisclosure { By = m.People.First(p => p.Id == c.Responsible), Case = c }
            : null;

    public override Verdict Expect(CaseModel model) => Keeps(PersonRole.Holder, Case.Where) ?? Verdict.Created;

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync(
            $"/api/integration/disclosures/of-child/{Case.ChildId}",
            new
            {
                asker = "subject",
                askedBy = "Өзү",
                ground = "5-пункт",
                document = "№ 1",
                purpose = "Өз маалыматы",
                askedOn = world.Today,
                wanted = new[] { "card" },
            }
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        var asked = new Question { Id = answer.Id(), By = By.Id };
        Case.Disclosures.Add(asked);
        model.Start("answer-subject", asked, Case, By.Id, model.Today, CaseModel.AnswerDays, working: false);
    }
}

/// <summary>[27] The unit, as a second person, gives nothing this time: the refusal answers the subject.</summary>
internal sealed class DecideDisclosure : CaseAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cases.FindAll(c => c.Disclosures.Count > 0)) is { } c
            ? new DecideDisclosure { By = d.Actor(m, PersonRole.Unit, c.Where), Case = c }
            : null;

    public override string In(CaseModel model) => $"{Case.Disclosures[0].Answer} {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Unit, Case.Where)
        ?? (Case.Disclosures[0].Answer is Answer.Waits ? Verdict.Done : Verdict.Refused("disclosure.decided"));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        world.PostAsync<Registry.Integration.Disclosures.Disclosure>(
            By,
            $"/api/integration/disclosures/{Case.Disclosures[0].Id}/decide",
            new { grant = Array.Empty<string>(), remarks = "Берүүгө болбойт" },
            Case.Disclosures[0].Id
        );

    public override void Do(CaseModel model, JsonElement answer)
    {
        Case.Disclosures[0].Answer = Answer.No;
        model.Meet("answer-subject", Case.Disclosures[0]);
    }
}
