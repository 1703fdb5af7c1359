using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;

namespace Registry.Children.Model;

/// <summary>[19.2] Why a day found more than a year back is right, and what the territorial unit answered.</summary>
/// <param name="Confirmed">Null while undecided; false if returned.</param>
internal sealed record DayFound(string Reason, bool? Confirmed = null, string? Remarks = null);

/// <summary>
/// A day found more than a year before the signal was received starts clocks that ended long ago: the case is opened at once, and the
/// territorial unit confirms the day as second person, or returns it for correction [19.2].
/// </summary>
internal sealed class DayFoundConfirmation(ChildrenDbContext db, SecondPerson second, StatutoryClock clock, TimeProvider time)
{
    public const string Purpose = "day-found";

    private static bool IsLongAgo(Signal signal) => signal.FoundOn < Bishkek.DayOf(signal.RegisteredAt).AddYears(-1);

    /// <summary>Requests the unit's confirmation if the day lies that far back.</summary>
    public async Task AskAsync(Signal signal, Case @case, string? reason, Seal seal, Caller by, CancellationToken ct)
    {
        if (!IsLongAgo(signal))
            return;
        var said = (reason ?? "").Trim();
        var asked = await second.RequestAsync(
            db,
            Decision.ConfirmDayFound,
            new(signal.Id, @case.ChildId, @case.Number, @case.Territory),
            new(Purpose, said, seal),
            by,
            ct
        );
        signal.Write(signal.Open(seal) with { DayFound = new(said) }, seal);
        // owed by the unit, not by a specialist
        var about = @case.Subject() with
        {
            AboutId = asked.Id,
            ResponsibleId = null,
        };
        await clock.StartAsync(db, StatutoryTerm.ConfirmDayFound, time.Today(), about, ct);
        db.Publish(new DecisionAwaited(DecisionAbout.DayFound, asked.Id, "", @case.Id, @case.ChildId, @case.Number, @case.Territory), time);
    }

    /// <summary>The day was corrected: the request about the wrong one is settled, and the right one may lie as far back.</summary>
    public async Task FollowCorrectionAsync(Signal signal, Case @case, string reason, Seal seal, Caller by, CancellationToken ct)
    {
        await db.CallOffAsync(c => c.AboutId == signal.Id && c.Decision == Decision.ConfirmDayFound, LapseReason.DateCorrected, time, ct);
        await clock.MeetAsync(db, Step.CorrectDayFound, signal.Id, ct);
        signal.Write(signal.Open(seal) with { DayFound = null }, seal);
        // only one request per record is open at a time
        await db.SaveChangesAsync(ct);
        await AskAsync(signal, @case, reason, seal, by, ct);
    }
}

internal static class DayFoundQueries
{
    /// <summary>Requests to confirm a day found long ago, and their outcomes.</summary>
    public static IQueryable<Confirmation> DaysFound(this ChildrenDbContext db) =>
        db.Confirmations.Where(c => c.Decision == Decision.ConfirmDayFound && db.Signals.Any(s => s.Id == c.AboutId));
}
