namespace Registry.Contracts;

/// <summary>How great the danger to the child is.</summary>
public enum Risk
{
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>What the specialist concludes [13b.3].</summary>
public enum Conclusion
{
    InDifficultSituation,
    AtRisk,
    NotConfirmed,
}
