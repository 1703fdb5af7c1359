namespace Registry.Mutants;

/// <summary>The command line.</summary>
internal sealed record Arguments
{
    public int Seed { get; private init; } = 16;
    public int Count { get; private init; } = 300;

    /// <summary>The named mutants, instead of a draw.</summary>
    public bool Named { get; private init; }

    /// <summary>Only lists what would be judged.</summary>
    public bool Dry { get; private init; }

    /// <summary>Judges survivors again: tests were added since.</summary>
    public bool Again { get; private init; }

    /// <summary>Seconds after which no further tests are tried on one mutant.</summary>
    public int Seconds { get; private init; } = 60;

    /// <summary>Processes that run tests in parallel.</summary>
    public int Workers { get; private init; } = Environment.ProcessorCount;

    /// <summary>Location of the mutated copy and the results.</summary>
    public string Folder { get; private init; } = Path.Combine(Path.GetTempPath(), "registry-mutants");

    /// <summary>Tests that reach everything and prove little, or stop the program: not used.</summary>
    public string Without { get; private init; } =
        "Kill|Malformed|LinqText|QueryText|RandomWorld|RandomWalk|TwoHosts|ForeignFile|SignInOverload|SealedRows|AttestedRows|Depth|Migrations|OpenApi|Regulation|\\.TextsTests|Settings|XRoad|FileCleaner|Restore|SpellingTable|OutsideSign|RegisterServices|Copies|Mutants\\.|Expiry";

    public static Arguments? Parse(string[] args)
    {
        var arguments = new Arguments();
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            var read = args[i] switch
            {
                "--seed" when int.TryParse(value, out var seed) => arguments with { Seed = seed },
                "--count" when int.TryParse(value, out var count) => arguments with { Count = count },
                "--seconds" when int.TryParse(value, out var seconds) => arguments with { Seconds = seconds },
                "--workers" when int.TryParse(value, out var workers) => arguments with { Workers = workers },
                "--folder" when value.Length > 0 => arguments with { Folder = value },
                "--without" when value.Length > 0 => arguments with { Without = value },
                "--named" => arguments with { Named = true },
                "--dry" => arguments with { Dry = true },
                "--again" => arguments with { Again = true },
                _ => null,
            };
            if (read is null)
                return null;
            arguments = read;
            if (args[i] is not ("--named" or "--dry" or "--again"))
                i++;
        }
        return arguments;
    }
}
