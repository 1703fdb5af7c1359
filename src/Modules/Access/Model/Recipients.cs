using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Platform.Model;

namespace Registry.Access.Model;

/// <summary>A link of the chain along which an overdue step goes up.</summary>
internal enum Recipient
{
    Specialist,
    HeadOfBody,
    TerritorialUnit,
    Centre,
}

/// <summary>Finds whom to notify: accounts in force today, read once per job.</summary>
internal sealed class Recipients
{
    private sealed record Person(Guid AccountId, Guid SpecialistId, Guid BodyId, bool HeadsBody, Role Role, string? Territory);

    private readonly List<Person> _people;
    private readonly ILookup<Guid, Person> _bySpecialist;
    private readonly Dictionary<Guid, Guid> _bodyOf;
    private readonly HashSet<Guid> _named;

    private Recipients(List<Person> people, Dictionary<Guid, Guid> bodyOf, HashSet<Guid> named)
    {
        _people = people;
        _bodyOf = bodyOf;
        _named = named;
        _bySpecialist = people.ToLookup(p => p.SpecialistId);
    }

    public static async Task<Recipients> ReadAsync(AccessDbContext db, DateOnly today, CancellationToken ct)
    {
        var people = await (
            from a in db.Accounts.AsNoTracking().WithSpecification(new AccountsInForce(db, today))
            join s in db.Specialists on a.SpecialistId equals s.Id
            select new Person(a.Id, s.Id, s.BodyId, s.HeadsBody, a.Role, a.Territory)
        ).ToListAsync(ct);
        var named = await db
            .SealedReaders.AsNoTracking()
            .Where(r => r.ConfirmedAt != null && r.EndedAt == null)
            .Select(r => r.SpecialistId)
            .ToListAsync(ct);
        return new(people, await db.Specialists.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.BodyId, ct), [.. named]);
    }

    public IEnumerable<Guid> OfSpecialist(Guid? specialist) =>
        specialist is { } id ? _bySpecialist[id].Select(p => p.AccountId).Distinct() : [];

    public IEnumerable<Guid> TerritorialUnits(string territory) =>
        _people
            .Where(p => p.Role is Role.TerritorialUnit && p.Territory is { } own && Soate.Contains(own, territory))
            .Select(p => p.AccountId);

    public IEnumerable<Guid> Holders(string territory) =>
        _people.Where(p => p.Role is Role.Holder && p.Territory is { } own && Soate.Contains(own, territory)).Select(p => p.AccountId);

    /// <summary>Those of a body who decide for the authorised body there.</summary>
    public IEnumerable<Guid> DecidersOf(Guid body) =>
        _people.Where(p => p.BodyId == body && p.Role is Role.TerritorialUnit or Role.AuthorisedBody).Select(p => p.AccountId);

    /// <summary>The named persons of the authorised body who open the records of adopted children.</summary>
    public IEnumerable<Guid> SealedReaders() =>
        _people.Where(p => p.Role is Role.AuthorisedBody && _named.Contains(p.SpecialistId)).Select(p => p.AccountId);

    /// <summary>Those of the authorised body who could confirm a request for access: neither the requester nor the person who would get it.</summary>
    public IEnumerable<Guid> GiversOfAccess(AccessRequest request) =>
        FurtherGiversOfAccess(request).Except(OfSpecialist(request.SpecialistId));

    /// <summary>Those of the authorised body who give access, except the requester.</summary>
    public IEnumerable<Guid> FurtherGiversOfAccess(AccessRequest request) => FurtherGiversOfAccess(request.RequestedBy);

    public IEnumerable<Guid> FurtherGiversOfAccess(Guid than) =>
        _people.Where(p => p.Role is Role.AuthorisedBody or Role.BaseAdministrator && p.SpecialistId != than).Select(p => p.AccountId);

    /// <summary>The head of the specialist's body; where there is no other head, the authorised body.</summary>
    public IEnumerable<Guid> HeadsOf(Guid specialist)
    {
        var body = _bodyOf[specialist];
        var heads = _people.Where(p => p.HeadsBody && p.BodyId == body && p.SpecialistId != specialist).Select(p => p.AccountId).ToList();
        return heads.Count > 0 ? heads : At(Recipient.Centre, specialist, "");
    }

    public IEnumerable<Guid> Administrators() => _people.Where(p => p.Role is Role.BaseAdministrator).Select(p => p.AccountId);

    /// <summary>The accounts of a link; an empty link hands on to the next one above, so that no step is left unassigned.</summary>
    public IReadOnlyList<Guid> Of(Recipient link, Guid? responsible, string territory)
    {
        for (var at = link; at <= Recipient.Centre; at++)
        {
            var found = At(at, responsible, territory).ToList();
            if (found.Count > 0)
                return found;
        }
        return [];
    }

    private IEnumerable<Guid> At(Recipient link, Guid? responsible, string territory) =>
        link switch
        {
            Recipient.Specialist => OfSpecialist(responsible),
            Recipient.HeadOfBody => responsible is { } id && _bodyOf.TryGetValue(id, out var body)
                ? _people.Where(p => p.HeadsBody && p.BodyId == body).Select(p => p.AccountId)
                : [],
            Recipient.TerritorialUnit => TerritorialUnits(territory),
            _ => _people.Where(p => p.Role is Role.AuthorisedBody).Select(p => p.AccountId),
        };
}
