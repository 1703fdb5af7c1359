using Registry.Benchmarks;

// dotnet run --project tests/Registry.Benchmarks -c Release -- scale --children 100000
return args switch
{
    ["raw", var file, var port] => await RawHost.RunAsync(file, int.Parse(port)),
    ["journal", "--entries", var entries] => await JournalFigures.RunAsync(int.Parse(entries)),
    ["journal", "--entries", var entries, "--blocks", var blocks] => await JournalFigures.RunAsync(int.Parse(entries), int.Parse(blocks)),
    // for the browser test of a large export
    ["rows", var folder, var count] => CountedRows.Add(folder, int.Parse(count)),
    ["scale", "--children", var children] => await Scale.RunAsync(int.Parse(children), null),
    ["scale", "--children", var children, "--only", var name] => await Scale.RunAsync(int.Parse(children), name),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine(
        "journal --entries N   measures verifying a journal of N entries (--blocks M: sealed in M blocks, beside one question a block)"
    );
    Console.WriteLine("scale --children N [--only NAME]   measures the slices at N children beside hand-written ADO.NET on the same file");
    return 2;
}
