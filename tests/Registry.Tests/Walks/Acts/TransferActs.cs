using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>[16] The case is offered to another specialist, perhaps of another district.</summary>
internal sealed class OfferTransfer : CaseAct
{
    public required Person To { get; init; }
    public required string Where { get; init; }

    public static Act? Draw(CaseModel m, Dice d)
    {
        if (d.Maybe(m.Cards) is not { } c)
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
        // ADR 34: offering the case to the requester is the answer
        foreach (var asked in Case.Requests.Where(r => r.IsOpen && r.By == To.Id))
        {
            asked.State = RequestState.Offered;
            model.Meet("answer-case-request", asked);
            model.Meet("settle-number-conflict", asked);
        }
        model.Start("accept-transfer", offer, Case, To.Id, model.Today, CaseModel.Accept);
    }
}

/// <summary>Only the receiver answers.</summary>
internal sealed class DecideTransfer : CaseAct
{
    public required OfferLife Offer { get; init; }
    public bool Accept { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c && d.Maybe(c.Offers) is { } offer
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
        world.PostAsync<Registry.Children.Model.Transfer>(
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

/// <summary>Only the giver withdraws an offer.</summary>
internal sealed class WithdrawTransfer : CaseAct
{
    public required OfferLife Offer { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c && d.Maybe(c.Offers) is { } offer
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
        world.PostAsync<Registry.Children.Model.Transfer>(By, $"/api/children/transfers/{Offer.Id}/withdraw", new { }, Offer.Id);

    public override void Do(CaseModel model, JsonElement answer)
    {
        Offer.State = OfferState.Withdrawn;
        model.Lapse("accept-transfer", Offer, "request-withdrawn");
    }
}

/// <summary>[15.2] An access that was narrowed since the offer is not widened by it.</summary>
internal sealed class AcceptWithNarrowedAccess : CaseAct
{
    public required OfferLife Offer { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Cards) is { } c && d.Maybe(c.Offers.FindAll(o => o is { To: Road.Alamudun, State: OfferState.Offered })) is { } offer
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
        await world.GiveAccessAsync(By.Login, Road.AlamudunAimak);
        var answer = await DecideTransfer.DecideAsync(world, By, Offer.Id, accept: true);
        await world.GiveAccessAsync(By.Login, Road.Alamudun);
        return answer;
    }
}
