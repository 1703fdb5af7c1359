using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Bodies;

internal sealed record SuspendBodyRequest(Guid Id, string Reason, string? Confirm = null) : IConfirmed;

internal sealed class SuspendBodyValidator : Validator<SuspendBodyRequest>
{
    public SuspendBodyValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(Account.ReasonMaxLength);
}

/// <summary>Suspends a whole body: none of its people signs in and none of its systems calls until it is resumed [15.2].</summary>
internal sealed class SuspendBodyEndpoint(AccessDbContext db, TimeProvider time) : ApiEndpoint<SuspendBodyRequest, object?>
{
    public override void Configure()
    {
        Post("access/bodies/{id}/suspend");
        Guarded(Permission.ManageBodies, Reach.Administration, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(SuspendBodyRequest request, CancellationToken ct)
    {
        var body = await db.Bodies.FirstOrDefaultAsync(b => b.Id == request.Id, ct) ?? throw DomainException.NotFound();
        // no one may lock themselves out, and with them the last person who could undo it
        if (body.Id == Caller.BodyId)
            throw new DomainException("body.own");
        HttpContext.Expect(body);
        request.RequireConfirmed(body.Name);
        body.Suspend(request.Reason, time.Utc());
        db.Publish(new AccessSuspended(body.Id), time);
        var people = db.Accounts.Where(a => db.Specialists.Any(s => s.Id == a.SpecialistId && s.BodyId == body.Id)).Select(a => a.Id);
        foreach (var session in await db.Sessions.Where(s => s.EndedAt == null && people.Contains(s.AccountId)).ToListAsync(ct))
            session.End(time.Utc());
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
