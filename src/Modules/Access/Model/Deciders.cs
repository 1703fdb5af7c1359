using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Access.Model;

/// <summary>The one table of who takes which decision as the second person [3, 8, 20.9, 25.2, 27]: a role in a body of the authorised body.</summary>
internal sealed class Deciders(AccessDbContext db, SpecialistPins pins, TimeProvider time) : IDeciders
{
    private sealed record Rule(BodyLevel? Level, params Role[] Roles);

    private static readonly Rule Unit = new(BodyLevel.Local, Role.TerritorialUnit);
    private static readonly Rule Centre = new(BodyLevel.Central, Role.AuthorisedBody);

    private static readonly FrozenDictionary<Decision, Rule> Rules = new Dictionary<Decision, Rule>
    {
        [Decision.ConsentToEnding] = Unit,
        [Decision.ApprovePlan] = Unit,
        [Decision.DecideDisclosure] = new(null, Role.TerritorialUnit, Role.AuthorisedBody),
        [Decision.ConfirmPurge] = Centre,
        [Decision.ConfirmVoid] = Unit,
        [Decision.ConfirmDayFound] = Unit,
        [Decision.MergeAcrossDistricts] = Centre,
        [Decision.NameSealedReader] = Centre,
        // the Base's administrator is a person of the authorised body too [RoleBodies]
        [Decision.ConfirmAccess] = new(BodyLevel.Central, Role.AuthorisedBody, Role.BaseAdministrator),
        [Decision.PauseJob] = new(BodyLevel.Central, Role.BaseAdministrator),
    }.ToFrozenDictionary();

    public async Task<DeciderProblem?> ProblemAsync(
        Decision decision,
        Guid decider,
        Role role,
        IReadOnlyCollection<Guid> askedBy,
        CancellationToken ct
    )
    {
        if (await pins.AreOnePersonAsync(db, decider, askedBy, ct))
            return DeciderProblem.SamePerson;
        var rule = Rules[decision];
        var body = await (
            from s in db.Specialists.AsNoTracking()
            join b in db.Bodies.AsNoTracking() on s.BodyId equals b.Id
            where s.Id == decider
            select new { b.Kind, b.Level }
        ).FirstOrDefaultAsync(ct);
        var fits =
            rule.Roles.Contains(role) && body is { Kind: BodyKind.AuthorisedBody } && (rule.Level is null || body.Level == rule.Level);
        if (!fits)
            return DeciderProblem.WrongBody;
        // whichever access was reset, the person's approvals wait
        var now = time.Utc();
        return await db.Accounts.AnyAsync(a => a.SpecialistId == decider && a.ApprovesFrom > now, ct) ? DeciderProblem.ResetLately : null;
    }

    /// <summary>The specialists whose active access lets them take a decision of one level.</summary>
    public async Task<List<Guid>> ActiveAsync(Decision decision, CancellationToken ct)
    {
        var rule = Rules[decision];
        return await (
            from a in db.Accounts.AsNoTracking().WithSpecification(new AccountsInForce(db, time.Today()))
            join s in db.Specialists on a.SpecialistId equals s.Id
            join b in db.Bodies on s.BodyId equals b.Id
            where b.Kind == BodyKind.AuthorisedBody && (rule.Level == null || b.Level == rule.Level) && rule.Roles.Contains(a.Role)
            select s.Id
        )
            .Distinct()
            .ToListAsync(ct);
    }
}
