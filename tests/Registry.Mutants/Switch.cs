namespace Registry.Mutation;

/// <summary>Which of the changed lines is in force, and which of them were reached. Lives only in the copy of the sources that is mutated.</summary>
public static class Mutant
{
    private static volatile int _on = -1;

    /// <summary>The changed line in force; -1: none.</summary>
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

    /// <summary>Rules that are set up once are reached by every call that they judge.</summary>
    public static void Reach(params int[] indices)
    {
        foreach (var index in indices)
            Touched[index] = 1;
    }
}
