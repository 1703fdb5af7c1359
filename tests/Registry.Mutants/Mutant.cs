namespace Registry.Mutants;

/// <summary>One changed line.</summary>
/// <param name="Index">Its number in the mutated sources; changes with them.</param>
/// <param name="Id">Stays the same as long as the mutated code does.</param>
/// <param name="Before">The original code.</param>
/// <param name="After">The mutated code; empty if removed.</param>
/// <param name="SetUp">It runs once, when rules are set up: judged in a separate process.</param>
internal sealed record Mutant(int Index, string Id, string File, int Line, string Operator, string Before, string After, bool SetUp)
{
    public override string ToString() => $"{File}:{Line} {Operator}: {Short(Before)} → {(After.Length == 0 ? "removed" : Short(After))}";

    private static string Short(string code)
    {
        var line = string.Join(' ', code.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 90 ? line[..90] + "…" : line;
    }
}
