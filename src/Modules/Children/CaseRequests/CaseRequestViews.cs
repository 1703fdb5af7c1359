using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Children.CaseRequests;

/// <summary>Who reads a request.</summary>
internal enum CaseRequestSide
{
    /// <summary>Those who work with, or supervise, the requested child.</summary>
    Holder,

    /// <summary>The requester: nothing about the child found is shown.</summary>
    Asker,
}

/// <param name="ChildId">The requested child; like its name and number shown to the holder's side only.</param>
/// <param name="AskedBy">The requester, their body and territory; shown to the holder's side only.</param>
/// <param name="AtSignalId">The requester's own signal or card; shown to the requester only.</param>
/// <param name="DueOn">The day by which the holder answers or settles.</param>
/// <param name="Mark">Shown to the holder's side only.</param>
internal sealed record CaseRequestView(
    Guid Id,
    CaseRequestSide Side,
    CaseRequestStatus Status,
    Guid? ChildId,
    string? ChildName,
    string? Number,
    Guid? AskerId,
    string? AskedBy,
    string? BodyKy,
    string? BodyRu,
    string? ForTerritory,
    Guid? AtSignalId,
    Guid? AtChildId,
    string? AtNumber,
    string Pin,
    string Reason,
    DateOnly RequestedOn,
    DateOnly DueOn,
    WrongNumberAt? WrongAt,
    string? Answer,
    DateOnly? AnsweredOn,
    NumberSettling? Settling,
    string? Because,
    DateOnly? SettledOn,
    bool CanAnswer,
    bool CanSettle,
    bool CanWithdraw,
    Guid Version,
    CaseMark? Mark = null
);

/// <summary>Shows each side of a request what that side may know.</summary>
internal sealed class CaseRequestViews(ChildrenDbContext db, ICases cases, ISpecialists specialists, Vault vault)
{
    public async Task<Dictionary<Guid, CaseRequestView>> OfAsync(
        IReadOnlyCollection<CaseRequest> requests,
        CaseRequestSide side,
        Caller reader,
        CancellationToken ct
    )
    {
        var children = requests.Select(r => r.ChildId).Distinct().ToList();
        var seals = await vault.OfAsync(children, ct);
        var found = requests.Where(r => seals.ContainsKey(r.ChildId)).ToList();
        if (side is CaseRequestSide.Asker)
            return found.ToDictionary(r => r.Id, r => ForAsker(r, seals[r.ChildId]));
        var named = await db.Children.AsNoTracking().Where(c => children.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var askers = await specialists.WithBodiesAsync([.. requests.Select(r => r.RequestedBy).Distinct()], ct);
        var marks = await cases.MarksAsync(children, ct);
        return found.ToDictionary(
            r => r.Id,
            r =>
                ForHolder(r, named[r.ChildId], seals[r.ChildId], askers.GetValueOrDefault(r.RequestedBy), reader) with
                {
                    Mark = marks.Of(r.ChildId),
                }
        );
    }

    private static CaseRequestView ForHolder(CaseRequest r, Child child, Seal seal, SpecialistOfBody? asker, Caller reader)
    {
        var edits = reader.May(Permission.EditChildren);
        return Common(r, CaseRequestSide.Holder, seal) with
        {
            ChildId = r.ChildId,
            ChildName = child.NameShown(seal),
            Number = r.Number,
            AskerId = r.RequestedBy,
            AskedBy = asker?.FullName,
            BodyKy = asker?.BodyKy,
            BodyRu = asker?.BodyRu,
            ForTerritory = r.ForTerritory,
            CanAnswer = edits && r.Status is CaseRequestStatus.Asked,
            CanSettle = edits && r.Status is CaseRequestStatus.Conflict,
        };
    }

    private static CaseRequestView ForAsker(CaseRequest r, Seal seal) =>
        Common(r, CaseRequestSide.Asker, seal) with
        {
            AtSignalId = r.AtSignalId,
            AtChildId = r.AtChildId,
            AtNumber = r.AtNumber,
            CanWithdraw = r.IsOpen,
        };

    private static CaseRequestView Common(CaseRequest r, CaseRequestSide side, Seal seal)
    {
        var contents = r.Open(seal);
        return new(
            r.Id,
            side,
            r.Status,
            ChildId: null,
            ChildName: null,
            Number: null,
            AskerId: null,
            AskedBy: null,
            BodyKy: null,
            BodyRu: null,
            ForTerritory: null,
            AtSignalId: null,
            AtChildId: null,
            AtNumber: null,
            contents.Pin,
            contents.Reason,
            r.RequestedOn,
            r.DueOn,
            r.WrongAt,
            contents.Answer,
            r.AnsweredOn,
            r.Settling,
            contents.Because,
            r.SettledOn,
            CanAnswer: false,
            CanSettle: false,
            CanWithdraw: false,
            r.Version
        );
    }
}
