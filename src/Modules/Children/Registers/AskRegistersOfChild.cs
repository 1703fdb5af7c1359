using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Registers;

/// <param name="Kinds">Which registers; all when empty.</param>
internal sealed record AskRegistersOfChildRequest(Guid Id, IReadOnlyList<RegisterKind>? Kinds = null);

/// <summary>
/// Queries the registers of other state bodies by the personal number on the card and shows the answers next to the card's values [18].
/// Nothing is overwritten; a disagreement becomes a task.
/// </summary>
internal sealed class AskRegistersOfChildEndpoint(
    ChildrenDbContext db,
    IRegisters registers,
    DisagreementTracker disagreements,
    LookUpRecorder lookUps,
    Vault vault
) : ApiEndpoint<AskRegistersOfChildRequest, RegistersResponse>
{
    public override void Configure()
    {
        Post("children/cards/{id}/registers");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(AskRegistersOfChildRequest request, CancellationToken ct)
    {
        await db.RegisteredAsync(request.Id, Caller.Scope, ct);
        var @case = await db.OpenCaseAsync(request.Id, Caller.Scope, ct);
        var seal = await vault.OfAsync(request.Id, ct);
        var card = Card.Open(await db.CardSections.AsNoTracking().Where(s => s.ChildId == request.Id).ToListAsync(ct), seal);
        if (card.Identity?.Pin is not { Length: > 0 } pin)
            throw new DomainException("registers.pin-required");
        // a number may be changed and queried again: few per card
        await lookUps.AskNowAsync(LookUpKind.CardRegister, pin, request.Id, @case.Id, Caller, null, ct);
        var kinds = request.Kinds is { Count: > 0 } chosen ? chosen : Enum.GetValues<RegisterKind>();
        var ask = new RegisterAsk(pin, request.Id, @case.Number, Caller.SpecialistId, Caller.BodyId);
        var answers = await registers.AskAsync(ask, [.. kinds.Distinct()], ct);
        var fields = CardComparison.Of(card, answers.Replies);
        await disagreements.OpenAsync(@case, answers, fields, seal, ct);
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(RegistersResponse.Of(answers, fields), ct);
    }
}
