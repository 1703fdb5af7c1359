using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;

namespace Registry.Children.Signals;

/// <summary>Corrects a signal and everything that follows from it.</summary>
internal sealed class SignalCorrector(
    ChildrenDbContext db,
    Vault vault,
    StatutoryClock clock,
    SectionWriter sections,
    SearchIndex index,
    DictionaryCheck dictionaries,
    ITerritories territories,
    DayFoundConfirmation days,
    TimeProvider time
)
{
    /// <exception cref="DomainException"><c>signal.nothing-corrected</c>, <c>case.closed</c>, or an unknown place or code.</exception>
    public async Task CorrectAsync(Signal signal, SignalAmendment right, Caller by, CancellationToken ct)
    {
        if (!await territories.ExistsAsync(right.Territory, ct))
            throw new DomainException("territory.unknown", 400, "territory");
        await dictionaries.RequireAsync("channel", right.Channel, "channel", ct);
        var inBase = signal.Status is SignalStatus.CardOpened or SignalStatus.Linked;
        var @case = inBase ? await db.OpenCaseAsync(signal.ChildId, by.Scope, ct) : null;
        var seal = await vault.OfAsync(signal.ChildId, ct);
        var before = SignalStatement.Of(signal, seal);
        var (address, receivedOn) = (before.Contents.Address, signal.ReceivedOn);
        var corrected = SignalStatement.Of(right);
        var items = SignalStatement.Differences(before, corrected);
        if (items.Count == 0)
            throw new DomainException("signal.nothing-corrected");
        // a pending one moves within the corrector's own territory; to another one it is forwarded, which notifies both ends [11.3]
        var follows = signal.Status is SignalStatus.New && right.Territory != before.Territory && by.Scope.Covers(right.Territory);
        signal.Correct(
            right,
            follows,
            before
                .Contents.With(right, before.Territory == right.Territory && address == right.Address)
                .With(new(CorrectionKind.Contents, time.Utc(), by.SpecialistId, right.Reason.Trim(), items)),
            seal
        );

        await clock.RestartAsync(db, Step.ProcessReport, signal.Id, receivedOn, signal.ReceivedOn, ct);
        await clock.RestartAsync(db, Step.EnterFoundChild, signal.Id, before.FoundOn, signal.FoundOn, ct);
        if (before.Source != signal.Source)
            await FollowSourceAsync(signal, @case, by, ct);
        if (!inBase)
            await FollowReportedAsync(signal, right.Child, seal, ct);
        if (@case is not null)
            await FollowCaseAsync(signal, @case, before.FoundOn, (address, right.Address), right.Reason, seal, by, ct);
        if (@case is not null && before.FoundOn != signal.FoundOn)
            await days.FollowCorrectionAsync(signal, @case, right.Reason, seal, by, ct);
    }

    /// <summary>[19.1] is owed for a child found by a specialist, and only for such a child.</summary>
    private async Task FollowSourceAsync(Signal signal, Case? @case, Caller by, CancellationToken ct)
    {
        await clock.AnnulAsync(db, Step.EnterFoundChild, signal.Id, ct);
        if (signal.Source is not SignalSource.FoundBySpecialist)
            return;
        var about = new DeadlineSubject(
            signal.Id,
            @case?.Number ?? signal.Number,
            signal.ChildId,
            signal.Territory,
            @case?.ResponsibleId ?? by.SpecialistId
        );
        var owed = await clock.StartAsync(db, StatutoryTerm.EnterFoundChild, signal.FoundOn, about, ct);
        if (signal.Status is SignalStatus.Unfounded)
            owed.Lapse(LapseReason.Unfounded, signal.ProcessedOn!.Value);
        else if (signal.ProcessedOn is { } processed)
            owed.Meet(processed);
    }

    private async Task FollowReportedAsync(Signal signal, FirstKnown known, Seal seal, CancellationToken ct)
    {
        var child = await db.ReportedChildAsync(signal, ct);
        child.Correct(known, signal, seal);
        child.CallToo(OtherNames.Of(signal.Open(seal)), seal);
        await CaseRows.MoveAsync(db, child.Id, signal.Territory, withPlatform: true, ct);
        await index.ReplaceAsync(db, child, known.AsIdentity(), seal, ct);
        foreach (var owed in await db.Deadlines.Where(d => d.AboutId == signal.Id && d.IsOpen).ToListAsync(ct))
            owed.Move(signal.Territory, from: Guid.Empty, to: Guid.Empty);
    }

    private async Task FollowCaseAsync(
        Signal signal,
        Case @case,
        DateOnly foundOn,
        (string? Before, string? After) address,
        string reason,
        Seal seal,
        Caller by,
        CancellationToken ct
    )
    {
        // of two merged cases the earlier day applies: it belongs to the signal that reported it
        var opener = signal.Status is SignalStatus.CardOpened && foundOn == @case.FoundOn;
        // another signal's day, if it equals the case's own, is the opener's to move
        if (opener || foundOn != @case.FoundOn)
            await clock.RestartAsync(db, Step.Assess, @case.Id, foundOn, signal.FoundOn, ct);
        if (!opener)
            return;
        @case.CorrectFinding(signal.FoundOn, signal.FoundTerritory);
        var child = await db.RegisteredAsync(@case.ChildId, by.Scope, ct);
        var card = await db.CardSections.Where(s => s.ChildId == child.Id).ToListAsync(ct);
        var finding = Card.Open(card, seal).Finding ?? new Finding();
        var right = finding with
        {
            FoundOn = signal.FoundOn,
            Territory = signal.FoundTerritory,
            // the correction is the reason for a day that lies far back
            LateBecause = finding.LateBecause.Has() || foundOn == signal.FoundOn ? finding.LateBecause : reason.Trim(),
            Address = finding.Address == address.Before ? address.After : finding.Address,
        };
        card.Single(s => s.Code is SectionCode.Finding).Version = Ids.New();
        await sections.EnterAsync(child, card, SectionCode.Finding, right, [], seal, by, ct);
    }
}
