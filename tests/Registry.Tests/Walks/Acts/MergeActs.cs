using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>ADR 35: two cards belong to one child; across districts only after the authorised body's decision.</summary>
internal sealed class MergeCards : CaseAct
{
    /// <summary>The name that every card of the walks has.</summary>
    public const string NameOfAll = "Сынова Жыпаргүл";
    public required CaseLife Other { get; init; }

    public static Act? Draw(CaseModel m, Dice d)
    {
        if (m.Cards is not { Count: > 1 } cards)
            return null;
        var decided = m.Merges.FindAll(x => x.State is MergeState.Decided && x.Kept.Stands && x.Other.Stands);
        var (kept, other) =
            d.Maybe(decided) is { } one && !d.Chance(3) ? (m.MainOf(one.Kept), m.MainOf(one.Other)) : (d.One(cards), d.One(cards));
        return new MergeCards
        {
            By = d.Actor(m, PersonRole.Holder, kept.Where),
            Case = kept,
            Other = other,
        };
    }

    public override string In(CaseModel model) => $"{Other.State} into {Case.State}{(Decided(model) is null ? "" : " as decided")}";

    private MergeLife? Decided(CaseModel model) =>
        model.Merges.Find(x => x.State is MergeState.Decided && x.Kept == Case.Card && x.Other == Other.Card);

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? (
            Case.Card.Voided ? Verdict.Refused("case.voided")
            : Case == Other ? Verdict.Refused("merge.same-card")
            : !Other.Card.Stands || Other.Where == Places.Nowhere || (Decided(model) is null && !By.Sees(Other.Where))
                ? Verdict.Refused("merge.other-unknown")
            : model.Merging.IsPending(Case) || model.Merging.IsPending(Other) ? Verdict.Refused("merge.decision-pending")
            : Verdict.Created
        );

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync($"/api/children/cards/{Case.ChildId}/merge", new { otherId = Other.ChildId, confirm = NameOfAll });

    public override void Do(CaseModel model, JsonElement answer)
    {
        var merge = Decided(model);
        if (merge is null)
            model.Merges.Add(merge = new MergeLife(answer.Id(), Case.Card, Other.Card));
        model.Merging.Merge(merge);
    }
}

/// <summary>[7.central] The card in the other district is named by its number alone; the authorised body is consulted.</summary>
internal sealed class AskMerge : CaseAct
{
    public required CaseLife Other { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        m.Cards is { Count: > 1 } cards && d.One(cards) is var c
            ? new AskMerge
            {
                By = d.Actor(m, PersonRole.Holder, c.Where),
                Case = c,
                Other = d.One(m.Cases),
            }
            : null;

    public override string In(CaseModel model) => $"{Other.State} into {Case.State}";

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, Case.Where)
        ?? (
            Case.Card.Voided ? Verdict.Refused("case.voided")
            : Other.Where == Places.Nowhere ? Verdict.Refused("merge.other-unknown")
            : Other.Card == Case.Card ? Verdict.Refused("merge.same-card")
            : !Other.Card.Stands ? Verdict.Refused("merge.other-unknown")
            : By.Sees(Other.Where) ? Verdict.Refused("merge.in-your-territory")
            : model.Merges.Exists(IsOfBoth) ? Verdict.Refused("merge.asked-already")
            : Verdict.Created
        );

    private bool IsOfBoth(MergeLife merge) =>
        merge.State is MergeState.Asked or MergeState.Decided
        && ((merge.Kept == Case.Card && merge.Other == Other.Card) || (merge.Kept == Other.Card && merge.Other == Case.Card));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        By.Browser.PostAsync($"/api/children/cards/{Case.ChildId}/ask-merge", new { otherNumber = Other.Number, reason = "Бир бала" });

    public override void Do(CaseModel model, JsonElement answer)
    {
        var merge = new MergeLife(answer.Id(), Case.Card, Other.Card) { AskedBy = By.Id };
        model.Merges.Add(merge);
        model.Start("decide-merge", merge, Case, null, model.Today, CaseModel.Merge);
    }
}

/// <summary>About a merge that was requested or done.</summary>
internal abstract class MergeAct : Act
{
    public required MergeLife Merge { get; init; }

    public override string In(CaseModel model) => $"{Merge.State}";

    protected Task<HttpResponseMessage> PostAsync(WalkWorld world, string act, object body) =>
        world.PostAsync<Registry.Children.Model.Merge>(By, $"/api/children/merges/{Merge.Id}/{act}", body, Merge.Id);

    /// <summary>Where the card lies; a merged one lies with the one that it was merged into.</summary>
    protected static string PlaceOf(CaseModel model, CardLife card)
    {
        while (card.MergedInto is { } next)
            card = next;
        return model.MainOf(card).Where;
    }
}

/// <summary>[7.central] Both belong to one child and one district keeps the card; or they do not.</summary>
internal sealed class DecideMerge : MergeAct
{
    public bool Same { get; init; }
    public bool KeepsOther { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Merges) is { } merge
            ? new DecideMerge
            {
                By = d.Chance(6) ? d.One(m.People) : m.People[^1],
                Merge = merge,
                Same = !d.Chance(4),
                KeepsOther = d.Chance(2),
            }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Centre, PlaceOf(model, Merge.Kept))
        ?? (
            Merge.State is not MergeState.Asked ? Verdict.Refused("merge.not-asked")
            : Same && !(Stands(model, Merge.Kept) && Stands(model, Merge.Other)) ? Verdict.Refused("merge.other-unknown")
            : Verdict.Done
        );

    private static bool Stands(CaseModel model, CardLife card) => card.Stands && model.MainOf(card).Where != Places.Nowhere;

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        PostAsync(world, "decide", new { sameChild = Same, keepId = Same ? (KeepsOther ? Merge.Other : Merge.Kept).ChildId : (Guid?)null });

    public override void Do(CaseModel model, JsonElement answer)
    {
        model.Meet("decide-merge", Merge);
        Merge.State = Same ? MergeState.Decided : MergeState.Refused;
        if (!Same)
            return;
        if (KeepsOther)
            (Merge.Kept, Merge.Other) = (Merge.Other, Merge.Kept);
        var kept = model.MainOf(Merge.Kept);
        model.Start("merge-cards", Merge, kept, kept.Responsible, model.Today, CaseModel.Merge);
    }
}

/// <summary>The requester withdraws it, decided or not, as long as nothing was merged.</summary>
internal sealed class WithdrawMerge : MergeAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Merges.FindAll(x => x.AskedBy is not null)) is { } merge
            ? new WithdrawMerge { By = d.Owner(m, merge.AskedBy!.Value), Merge = merge }
            : null;

    public override Verdict Expect(CaseModel model) =>
        By.Role is not PersonRole.Holder ? Verdict.Refused("not-allowed", 403)
        : !Finds(model) ? Verdict.Refused("not-found", 404)
        : Merge.State is MergeState.Asked or MergeState.Decided
            ? By.Id == Merge.AskedBy ? Verdict.Done
                : Verdict.Refused("not-found", 404)
        : Verdict.Refused("merge.not-decided");

    private bool Finds(CaseModel model) => IsOwn(model, Merge.Kept) || (By.Id == Merge.AskedBy && IsOwn(model, Merge.Other));

    private bool IsOwn(CaseModel model, CardLife card) => card.MergedInto is null && By.Sees(PlaceOf(model, card));

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) => PostAsync(world, "withdraw", new { });

    public override void Do(CaseModel model, JsonElement answer)
    {
        Merge.State = MergeState.Withdrawn;
        model.Lapse("decide-merge", Merge, "request-withdrawn");
        model.Lapse("merge-cards", Merge, "request-withdrawn");
    }
}

/// <summary>Nothing is entered into a card that was merged into another.</summary>
internal sealed class WriteToMergedCard : Act
{
    public required CardLife Card { get; init; }

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.AllCards.FindAll(c => c.MergedInto is not null)) is { } card
            ? new WriteToMergedCard { By = d.One(m.People), Card = card }
            : null;

    public override string In(CaseModel model) => "";

    public override Verdict Expect(CaseModel model) =>
        By.Role is PersonRole.Holder ? Verdict.Refused("not-found", 404) : Verdict.Refused("not-allowed", 403);

    public override async Task<HttpResponseMessage> CallAsync(WalkWorld world) =>
        await By.Browser.PutAsync(
            $"/api/children/cards/{Card.ChildId}/identity",
            new { section = SavePin.Identity(null, inDoubt: false), changes = Array.Empty<Guid>() },
            await world.SectionVersionAsync(Card.ChildId, "identity")
        );
}
