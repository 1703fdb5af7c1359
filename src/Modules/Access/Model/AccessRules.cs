using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;

namespace Registry.Access.Model;

/// <summary>What must hold of an access when it is requested, and again when it is confirmed.</summary>
internal sealed class AccessRules(AccessDbContext db, TerritoryCatalog territories, SpecialistPins pins, TimeProvider time)
{
    /// <summary>No one has power over their own access, whichever account they use [15.2].</summary>
    /// <exception cref="DomainException"><c>account.own</c></exception>
    public async Task RequireOtherAsync(Caller caller, Guid specialist, CancellationToken ct)
    {
        if (await pins.AreOnePersonAsync(db, caller.SpecialistId, [specialist], ct))
            throw new DomainException("account.own");
    }

    /// <returns>Which access of the person it will be.</returns>
    /// <exception cref="DomainException">As <see cref="RequireFitAsync"/>; <c>account.login-taken</c> or <c>account.two-already</c>.</exception>
    public async Task<int> RequireGrantAsync(Guid specialist, string login, AccessData access, CancellationToken ct)
    {
        await RequireFitAsync(specialist, access, null, ct);
        if (await db.Accounts.AnyAsync(a => a.Login == login, ct))
            throw new DomainException("account.login-taken", 409, "login");
        var has = await db.Accounts.CountAsync(a => a.SpecialistId == specialist, ct);
        return has < Account.MostOfPerson ? has + 1 : throw new DomainException("account.two-already", 409, "specialistId");
    }

    /// <summary>The place exists and is the body's, the body may hold the role, and no other access of the person excludes it.</summary>
    /// <param name="self">The account that gets the parameters.</param>
    /// <exception cref="DomainException">Whatever of this does not hold, at its field.</exception>
    public async Task RequireFitAsync(Guid specialist, AccessData access, Guid? self, CancellationToken ct)
    {
        if (access.Territory is { } territory)
            await territories.RequireAsync(territory, "access.territory", ct);
        await db.RequireFitAsync(specialist, access.Role, access.Territory, "access.", ct);
        await RequireCompatibleAsync(specialist, access.Role, self, "access.role", ct);
    }

    /// <exception cref="DomainException"><c>account.roles-exclude</c></exception>
    public async Task RequireCompatibleAsync(Guid specialist, Role role, Guid? self, string? field, CancellationToken ct)
    {
        var today = time.Today();
        // a suspended one can be resumed
        var others = await db
            .Accounts.Where(a => a.SpecialistId == specialist && a.Id != self && a.ValidUntil >= today)
            .Select(a => a.Role)
            .ToListAsync(ct);
        if (others.Exists(other => ExclusiveRoles.Exclude(role, other)))
            throw new DomainException("account.roles-exclude", 409, field);
    }
}
