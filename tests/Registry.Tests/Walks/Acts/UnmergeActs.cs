using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Walks.Acts;

/// <summary>The two were not one child: within 30 days both cards can be restored as they were.</summary>
internal sealed class UndoMerge : MergeAct
{
    public const int Days = 30;

    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Merges) is { } merge ? new UndoMerge { By = d.Actor(m, PersonRole.Holder, PlaceOf(m, merge.Kept)), Merge = merge } : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, PlaceOf(model, Merge.Kept))
        ?? (
            Merge.State is not MergeState.Done ? Verdict.Refused("merge.not-done")
            : model.Today > Merge.DoneOn!.Value.AddDays(Days) ? Verdict.Refused("merge.undo-is-over")
            : !Merge.Kept.Stands || Merge.Other.MergedInto != Merge.Kept ? Verdict.Refused("merge.cannot-be-undone")
            : Verdict.Done
        );

    public override Task<HttpResponseMessage> CallAsync(WalkWorld world) => PostAsync(world, "undo", new { });

    public override void Do(CaseModel model, JsonElement answer) => model.Merging.Undo(Merge);
}

/// <summary>Later each row is assigned by hand: here everything that came goes back.</summary>
internal sealed class SplitCards : MergeAct
{
    public static Act? Draw(CaseModel m, Dice d) =>
        d.Maybe(m.Merges) is { } merge
            ? new SplitCards { By = d.Actor(m, PersonRole.Holder, PlaceOf(m, merge.Kept)), Merge = merge }
            : null;

    public override Verdict Expect(CaseModel model) =>
        Keeps(PersonRole.Holder, PlaceOf(model, Merge.Kept))
        ?? (
            Merge.State is not MergeState.Done ? Verdict.Refused("merge.not-done")
            : model.Today <= Merge.DoneOn!.Value.AddDays(UndoMerge.Days) ? Verdict.Refused("merge.can-be-undone")
            : Merge.Kept.Voided ? Verdict.Refused("case.voided")
            : Merge.Kept.MergedInto is not null ? Verdict.Refused("not-found", 404)
            : Merge.Other.MergedInto != Merge.Kept ? Verdict.Refused("merge.cannot-be-undone")
            : Verdict.Done
        );

    public override async Task<HttpResponseMessage> CallAsync(WalkWorld world)
    {
        var rows = await By.Browser.GetAsync($"/api/children/merges/{Merge.Id}/rows");
        List<Guid> goBack = rows.IsSuccessStatusCode
            ?
            [
                .. (await Task.FromResult(rows).JsonAsync())
                    .GetProperty("rows")
                    .EnumerateArray()
                    .Where(r => r.GetProperty("came").GetBoolean() && !r.GetProperty("withCase").GetBoolean())
                    .Select(r => r.Id()),
            ]
            : [];
        if (goBack.Count == 0)
            goBack.Add(Merge.Id);
        return await PostAsync(
            world,
            "split",
            new
            {
                goBack,
                reason = "Башка бала",
                confirm = MergeCards.NameOfAll,
            }
        );
    }

    public override void Do(CaseModel model, JsonElement answer) => model.Splitting.Split(Merge);
}
