using Registry.Basics;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.ProtectionPlans.Model;

namespace Registry.ProtectionPlans.Plans;

/// <summary>Measures are given to specialists who can sign in and work for the place where the child's case lies [16].</summary>
internal sealed class Responsibles(ISpecialists specialists, TimeProvider time)
{
    /// <exception cref="DomainException"><c>measure.responsible-unknown</c> at the field.</exception>
    public async Task RequireAsync(Plan plan, Guid? responsible, CancellationToken ct)
    {
        if (responsible is { } id && (await specialists.WorkingForAsync(plan.Territory, time.Today(), ct)).All(s => s.Id != id))
            throw new DomainException("measure.responsible-unknown", 400, "responsibleId");
    }

    /// <exception cref="DomainException"><c>measure.body-unknown</c> at the field.</exception>
    public static void RequireBody(RuleCatalog rules, string body)
    {
        if (rules.Rules.All(r => r.Body != body))
            throw new DomainException("measure.body-unknown", 400, "body");
    }
}
