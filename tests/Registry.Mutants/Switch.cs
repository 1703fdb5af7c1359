namespace Registry.Mutation;

/// <summary>Which mutant is active, and which were reached. Exists only in the mutated copy of the sources.</summary>
public static class Mutant
{
    private static volatile int _on = -1;

    /// <summary>The active mutant; -1: none.</summary>
    public static int On
    {
        get => _on;
        set => _on = value;
    }

    public static byte[] Touched { get; } = new byte[65536];

    public static bool Is(int index)
    {
        Touched[index] = 1;
        return index == _on;
    }

    /// <summary>Rules that are set up once are reached by every call they judge.</summary>
    public static void Reach(params int[] indices)
    {
        foreach (var index in indices)
            Touched[index] = 1;
    }
}
