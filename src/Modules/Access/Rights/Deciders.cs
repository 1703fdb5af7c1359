using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Bodies;
using Registry.Access.Database;
using Registry.Contracts;

namespace Registry.Access.Rights;

/// <summary>The one table of who takes which decision as the second person [3, 20.9, 25.2, 27]: a role in a body of the authorised body.</summary>
internal sealed class Deciders(AccessDbContext db) : IDeciders
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
    }.ToFrozenDictionary();

    public async Task<DeciderProblem?> ProblemAsync(
        Decision decision,
        Guid decider,
        string role,
        IReadOnlyCollection<Guid> askedBy,
        CancellationToken ct
    )
    {
        // a person is registered once, under one personal number, however many accounts they have
        if (askedBy.Contains(decider))
            return DeciderProblem.SamePerson;
        var rule = Rules[decision];
        var body = await (
            from s in db.Specialists.AsNoTracking()
            join b in db.Bodies.AsNoTracking() on s.BodyId equals b.Id
            where s.Id == decider
            select new { b.Kind, b.Level }
        ).FirstOrDefaultAsync(ct);
        var fits =
            rule.Roles.Any(r => r.ToString() == role)
            && body is { Kind: BodyKind.AuthorisedBody }
            && (rule.Level is null || body.Level == rule.Level);
        return fits ? null : DeciderProblem.WrongBody;
    }
}
