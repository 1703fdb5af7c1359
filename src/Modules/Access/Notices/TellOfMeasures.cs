using Registry.Access.Model;
using Registry.Contracts;

namespace Registry.Access.Notices;

/// <summary>Notifies the specialists, of any body, who carry out measures of an approved plan [13b.4, 16].</summary>
internal sealed class TellOfAssignedMeasures(AccessDbContext db, NoticeWriter book, TimeProvider time)
    : TellOf<MeasuresAssigned>(db, book, time)
{
    protected override News NewsOf(MeasuresAssigned e) =>
        new(
            NoticeKind.MeasuresAssigned,
            $"measures:{e.PlanId:N}:{e.Round}",
            e.Number,
            e.PlanId,
            e.ChildId,
            Count: e.Count,
            On: e.FirstDueOn,
            Matter: $"measures:{e.CaseId:N}"
        );

    protected override IEnumerable<Guid> ReadersOf(MeasuresAssigned e, Recipients recipients) => recipients.OfSpecialist(e.ResponsibleId);
}

/// <summary>Notifies the specialist responsible for the case of other people's reports [13b.4].</summary>
internal sealed class TellOfReportedMeasures(AccessDbContext db, NoticeWriter book, TimeProvider time)
    : TellOf<MeasureReported>(db, book, time)
{
    protected override News NewsOf(MeasureReported e) =>
        new(
            NoticeKind.MeasureReported,
            $"measure-reported:{e.MeasureId:N}:{e.Round}",
            e.Number,
            e.MeasureId,
            e.ChildId,
            Matter: $"measure:{e.MeasureId:N}"
        );

    protected override IEnumerable<Guid> ReadersOf(MeasureReported e, Recipients recipients) =>
        recipients.OfSpecialist(e.ResponsibleId).Except(recipients.OfSpecialist(e.By));
}
