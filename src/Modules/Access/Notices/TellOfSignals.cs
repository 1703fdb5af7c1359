using Registry.Access.Model;
using Registry.Contracts;

namespace Registry.Access.Notices;

/// <summary>
/// Notifies the holders of a signal's territory, except whoever registered it; an urgent signal also goes to the territorial unit [13b.1, 19.2].
/// </summary>
internal sealed class TellOfNewSignals(AccessDbContext db, NoticeWriter book, TimeProvider time) : TellOf<SignalRegistered>(db, book, time)
{
    protected override News NewsOf(SignalRegistered e) =>
        new(
            e.IsUrgent ? NoticeKind.UrgentSignal : NoticeKind.SignalCame,
            $"signal:{e.SignalId:N}",
            e.Number,
            e.SignalId,
            e.ChildId,
            On: e.FoundOn,
            Matter: SignalMatter.Of(e.SignalId)
        );

    protected override IEnumerable<Guid> ReadersOf(SignalRegistered e, Recipients recipients)
    {
        IEnumerable<Guid> readers = recipients.Holders(e.Territory);
        if (e.IsUrgent)
            readers = readers.Concat(recipients.TerritorialUnits(e.Territory));
        return readers.Except(recipients.OfSpecialist(e.By));
    }
}

/// <summary>Notifies whoever forwarded a signal and the holders at both ends [11.3].</summary>
internal sealed class TellOfForwarding(AccessDbContext db, NoticeWriter book, TimeProvider time) : TellOf<SignalForwarded>(db, book, time)
{
    protected override News NewsOf(SignalForwarded e) =>
        new(NoticeKind.SignalForwarded, $"forwarded:{e.Round:N}", e.Number, e.SignalId, e.ChildId, Matter: SignalMatter.Of(e.SignalId));

    protected override IEnumerable<Guid> ReadersOf(SignalForwarded e, Recipients recipients) =>
        recipients.Holders(e.To).Concat(recipients.Holders(e.From)).Concat(recipients.OfSpecialist(e.By)).Distinct();
}

/// <summary>Notifies the body that must find a holder for a signal [19.2].</summary>
internal sealed class TellOfSignalWithoutHolder(AccessDbContext db, NoticeWriter book, TimeProvider time)
    : TellOf<SignalWithoutHolder>(db, book, time)
{
    protected override News NewsOf(SignalWithoutHolder e) =>
        new(
            NoticeKind.SignalWithoutHolder,
            $"no-holder:{e.Round:N}:{e.BodyId:N}",
            e.Number,
            e.SignalId,
            e.ChildId,
            Matter: SignalMatter.Of(e.SignalId)
        );

    protected override IEnumerable<Guid> ReadersOf(SignalWithoutHolder e, Recipients recipients) => recipients.DecidersOf(e.BodyId);
}

internal static class SignalMatter
{
    public static string Of(Guid signal) => $"signal:{signal:N}";
}
