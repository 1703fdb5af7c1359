using Microsoft.EntityFrameworkCore;
using Registry.Children.Attachments;
using Registry.Children.Cards;
using Registry.Children.Cases;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.Kernel.Access;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;

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
    IReadOnlyList<DeadlineView> Deadlines,
    IReadOnlyList<AttachmentView> Attachments
);

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
        var contents = (await vault.OfAsync(s.ChildId, ct)).Open<SignalContents>(Signal.ContentsPurpose, s.SealedContents);
        var inBase = s.Status is SignalStatus.CardOpened or SignalStatus.Linked;
        var number = inBase
            ? await db.Cases.Where(c => c.ChildId == s.ChildId).OrderByDescending(c => c.Id).Select(c => c.Number).FirstOrDefaultAsync(ct)
            : null;
        var by = (await specialists.NamesAsync([s.RegisteredBy], ct)).GetValueOrDefault(s.RegisteredBy);
        var files = await db
            .Attachments.AsNoTracking()
            .Where(a => a.To == AttachedTo.Signal && a.AboutId == s.Id)
            .OrderBy(a => a.Id)
            .ToListAsync(ct);
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
                by,
                contents,
                inBase ? s.ChildId : null,
                number,
                await deadlines.AboutAsync(s.Id, ct),
                await attachments.OfAsync(s.ChildId, files, ct)
            ),
            ct
        );
    }
}
