using Registry.Tests.Walks.Acts;

namespace Registry.Tests.Walks;

/// <summary>Every write that the walks know. Each draws itself with a person who tries it, or reports that there is nothing to try it on.</summary>
internal static class AllActs
{
    public static readonly IReadOnlyList<(int Weight, Func<CaseModel, Dice, Act?> Draw)> Table =
    [
        (3, RegisterSignal.Draw),
        (2, ForwardSignal.Draw),
        (1, SendSignal.Draw),
        (8, OpenCard.Draw),
        (4, LinkSignal.Draw),
        (2, CloseUnfounded.Draw),
        (2, ReopenSignal.Draw),
        (2, UnlinkSignal.Draw),
        (2, CorrectSignal.Draw),
        (3, RequestNoAssessment.Draw),
        (3, DecideNoAssessment.Draw),
        (2, DecideDayFound.Draw),
        (2, RequestDayFound.Draw),
        (9, MergeCards.Draw),
        (5, AskMerge.Draw),
        (7, DecideMerge.Draw),
        (1, WithdrawMerge.Draw),
        (5, UndoMerge.Draw),
        (3, SplitCards.Draw),
        (1, WriteToMergedCard.Draw),
        (3, SavePin.Draw),
        (4, RequestCase.Draw),
        (4, AnswerRequest.Draw),
        (4, SettleNumber.Draw),
        (2, WithdrawRequest.Draw),
        (4, FillCard.Draw),
        (3, EnterInformation.Draw),
        (2, SaveProperty.Draw),
        (2, ReportChange.Draw),
        (2, WithdrawChange.Draw),
        (1, RequestVoid.Draw),
        (1, WithdrawVoid.Draw),
        (2, DecideVoid.Draw),
        (3, OfferTransfer.Draw),
        (3, DecideTransfer.Draw),
        (1, WithdrawTransfer.Draw),
        (1, AcceptWithNarrowedAccess.Draw),
        (6, StartAssessment.Draw),
        (6, SaveAnswers.Draw),
        (8, CompleteAssessment.Draw),
        (6, FormPlan.Draw),
        (8, SubmitPlan.Draw),
        (8, DecidePlan.Draw),
        (3, ReportMeasure.Draw),
        (2, PlanVisit.Draw),
        (4, RecordVisit.Draw),
        (3, RequestClosing.Draw),
        (4, DecideClosing.Draw),
        (4, ReopenCase.Draw),
        (2, PlaceChild.Draw),
        (2, LeavePlacement.Draw),
        (2, ReviewPlacement.Draw),
        (1, RegisterDisclosure.Draw),
        (1, DecideDisclosure.Draw),
    ];

    private static readonly int Weights = Table.Sum(a => a.Weight);

    public static Act? Draw(CaseModel model, Dice dice)
    {
        var at = dice.Upto(Weights);
        foreach (var (weight, draw) in Table)
            if ((at -= weight) < 0)
                return draw(model, dice);
        return null;
    }
}
