using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Bodies;

internal sealed record PreviewSuspendBodyRequest(Guid Id);

/// <summary>Whose cases and steps are left without anybody when a body is suspended.</summary>
internal sealed class PreviewSuspendBodyEndpoint(AccessDbContext db, WorkLeft work, TimeProvider time)
    : PreviewEndpoint<PreviewSuspendBodyRequest>
{
    public override void Configure() => Previews("access/bodies/{id}/consequences", Permission.ManageBodies, Reach.Administration);

    public override async Task HandleAsync(PreviewSuspendBodyRequest request, CancellationToken ct)
    {
        var body = await db.Bodies.AsNoTracking().FirstOrDefaultAsync(b => b.Id == request.Id, ct) ?? throw DomainException.NotFound();
        var accounts = await db
            .Accounts.Where(a => db.Specialists.Any(s => s.Id == a.SpecialistId && s.BodyId == body.Id))
            .Select(a => a.Id)
            .ToListAsync(ct);
        var today = time.Today();
        var systems = await db
            .Clients.Where(c => c.BodyId == body.Id && c.RevokedAt == null && c.ValidFrom <= today && c.ValidUntil >= today)
            .OrderBy(c => c.Name)
            .Select(c => c.Name)
            .ToListAsync(ct);
        var consequences = await work.OfAsync(accounts, Texts.LanguageOf(HttpContext.Request), ct);
        consequences.Add(new(ConsequenceKind.SystemsStopped, systems.Count, [.. systems.Select(s => new ConsequenceShare(s, 1))]));
        await ShowAsync(body.Name, canBeUndone: true, consequences, ct);
    }
}
