using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Signals;

internal sealed record GetSignalRequest(Guid Id);

internal sealed record GetSignalResponse(
    Guid Id,
    string Number,
    SignalSource Source,
    string Channel,
    Urgency Urgency,
    DateOnly FoundOn,
    bool FoundOnInDoubt,
    DateOnly ReceivedOn,
    string Territory,
    SignalStatus Status,
    string? UnfoundedReason,
    DateTime RegisteredAt,
    string? RegisteredBy,
    SignalContents Contents,
    Guid? ChildId,
    string? CaseNumber,
    IReadOnlyList<SignalSibling> Siblings,
    bool CanForward,
    bool WithoutHolder,
    WaitingNoAssessment? NoAssessment,
    bool AwaitsAssessment,
    IReadOnlyList<DeadlineView> Deadlines,
    IReadOnlyList<AttachmentView> Attachments,
    string FoundTerritory,
    IReadOnlyList<CorrectionView> Corrections
);

/// <summary>A pending request for consent to no new assessment [20.9].</summary>
internal sealed record WaitingNoAssessment(Guid Id, bool CanDecide, Guid Version);

/// <summary>A signal with its contents and clocks [13b.1].</summary>
internal sealed class GetSignalEndpoint(
    ChildrenDbContext db,
    Vault vault,
    ISpecialists specialists,
    DeadlineViews deadlines,
    AttachmentViews attachments
) : ApiEndpoint<GetSignalRequest, GetSignalResponse>
{
    public override void Configure()
    {
        Get("children/signals/{id}");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(GetSignalRequest request, CancellationToken ct)
    {
        var s = await db.FindSignalAsync(request.Id, Caller.Scope, ct);
        var contents = s.Open(await vault.OfAsync(s.ChildId, ct));
        var inBase = s.Status is SignalStatus.CardOpened or SignalStatus.Linked;
        var number = inBase ? (await db.FindAnyCaseAsync(s.ChildId, DataScope.Republic, ct))?.Number : null;
        var corrections = contents.Corrections ?? [];
        var names = await specialists.NamesAsync([.. corrections.Select(c => c.By).Append(s.RegisteredBy).Distinct()], ct);
        var files = await db
            .Attachments.AsNoTracking()
            .Where(a => a.To == AttachedTo.Signal && a.AboutId == s.Id)
            .OrderBy(a => a.Id)
            .ToListAsync(ct);
        var asked = await db.NoAssessments()
            .AsNoTracking()
            .FirstOrDefaultAsync(c => c.AboutId == s.Id && c.State == ConfirmationState.Requested, ct);
        HttpContext.ShowVersion(s.Version);
        await Send.OkAsync(
            new(
                s.Id,
                s.Number,
                s.Source,
                s.Channel,
                s.Urgency,
                s.FoundOn,
                s.FoundOnInDoubt,
                s.ReceivedOn,
                s.Territory,
                s.Status,
                s.UnfoundedReason,
                s.RegisteredAt,
                names.GetValueOrDefault(s.RegisteredBy),
                contents with
                {
                    Corrections = null,
                },
                inBase ? s.ChildId : null,
                number,
                await db.SiblingsAsync(vault, s, Caller.Scope, ct),
                s.Status is SignalStatus.New && s.MayBeForwardedBy(Caller),
                s is { Status: SignalStatus.New, ActorBodyId: not null },
                asked is null ? null : new(asked.Id, Caller.May(Permission.ConsentToClosing), asked.Version),
                asked is null && contents.NoAssessment is null && await db.AwaitsAssessmentAsync(s, ct),
                await deadlines.AboutAsync(s.Id, ct),
                await attachments.OfAsync(s.ChildId, files, ct),
                s.FoundTerritory,
                [.. corrections.Select(c => new CorrectionView(c.Kind, c.At, names.GetValueOrDefault(c.By), c.Reason, c.Items ?? []))]
            ),
            ct
        );
    }
}
