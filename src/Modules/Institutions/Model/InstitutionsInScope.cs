using Ardalis.Specification;
using Registry.Basics.Access;

namespace Registry.Institutions.Model;

/// <summary>The administrator sees every institution, others those in their scope [5.admin, 25.1].</summary>
internal sealed class InstitutionsInScope : Specification<Institution>
{
    public InstitutionsInScope(Caller caller)
    {
        if (!caller.May(Permission.ManageInstitutions) && caller.Scope.Condition<Institution>() is { } within)
            Query.Where(within);
    }
}
