namespace Registry.Contracts;

/// <summary>The territories, administered in Access.</summary>
public interface ITerritories
{
    /// <summary>True when a territory of this SOATE code is in force today.</summary>
    Task<bool> ExistsAsync(string code, CancellationToken ct);
}

/// <summary>The responsible specialists, registered in Access [16].</summary>
public interface ISpecialists
{
    /// <summary>Full names by specialist id; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);
}
