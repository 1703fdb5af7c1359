using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Web;

namespace Registry.Children.Cases;

internal sealed record WithdrawVoidRequest(Guid Id);

/// <summary>The requester withdraws a request to void a card.</summary>
internal sealed class WithdrawVoidEndpoint(ChildrenDbContext db, SecondPerson second, StatutoryClock clock)
    : ApiEndpoint<WithdrawVoidRequest, object?>
{
    public override void Configure()
    {
        Post("children/voids/{id}/withdraw");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(WithdrawVoidRequest request, CancellationToken ct)
    {
        var asked =
            await db.Voids().Within(Caller.Scope).FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(asked);
        second.Withdraw(asked, Caller);
        await clock.LapseAsync(db, Step.DecideEnding, asked.Id, LapseReason.RequestWithdrawn, ct);
        if (await db.Cases.SingleAsync(c => c.Id == asked.AboutId, ct) is { IsClosed: false } @case)
            await clock.KeepOnwardAsync(db, @case.Subject(), ct);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
