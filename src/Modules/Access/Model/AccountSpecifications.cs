using Ardalis.Specification;

namespace Registry.Access.Model;

/// <summary>The accounts that can sign in on a day: in their term, and neither they nor their body suspended.</summary>
internal sealed class AccountsInForce : Specification<Account>
{
    public AccountsInForce(AccessDbContext db, DateOnly today) =>
        Query.Where(a =>
            a.SuspendedAt == null
            && a.ValidFrom <= today
            && a.ValidUntil >= today
            && db.Specialists.Any(s => s.Id == a.SpecialistId && db.Bodies.Any(b => b.Id == s.BodyId && b.SuspendedAt == null))
        );
}

/// <summary>Suspended, or the term is over.</summary>
internal sealed class EndedAccounts : Specification<Account>
{
    public EndedAccounts(DateOnly today) => Query.Where(a => a.SuspendedAt != null || a.ValidUntil < today);
}
