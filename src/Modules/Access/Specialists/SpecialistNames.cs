using Registry.Contracts;
using Registry.Kernel.Data;

namespace Registry.Access.Specialists;

/// <summary>Tells other modules how a specialist is called.</summary>
internal sealed class SpecialistNames(HotReads reads) : ISpecialists
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return new Dictionary<Guid, string>();
        var rows = await reads.ListAsync(
            reads.Sql().Add("SELECT Id, Surname, Name, Patronymic FROM {access.specialists} WHERE Id IN (").AddList(ids).Add(")"),
            row =>
                KeyValuePair.Create(
                    row.GetGuid(0),
                    Specialist.FullNameOf(row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3))
                ),
            ct
        );
        return rows.ToDictionary();
    }
}
