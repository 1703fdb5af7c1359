using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Attesting;
using Registry.Platform.Checks;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Benchmarks;

/// <summary>A signal with its child, sealed and durably saved, with and without MACs, alternating (ADR 46); and the nightly checks over all rows.</summary>
internal static class MacFigures
{
    private const int Rounds = 600;
    private const int WarmUp = 50;
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static async Task MeasureAsync(IServiceProvider services)
    {
        List<double> with = [];
        List<double> without = [];
        for (var round = 0; round < Rounds; round++)
        {
            var (one, other) = (await SavedAsync(services, macs: true), await SavedAsync(services, macs: false));
            if (round < WarmUp)
                continue;
            with.Add(one);
            without.Add(other);
        }
        with.Sort();
        without.Sort();
        var (w, o) = (with[with.Count / 2], without[without.Count / 2]);
        Console.WriteLine(
            $"\n| a signal saved | p50 ms |\n|---|---|\n| with MACs | {w:F3} |\n| without | {o:F3} |\n| ratio | {w / o:F3} |"
        );
        var made = Stopwatch.StartNew();
        var signer = await services.GetRequiredService<RowMacs>().SignerAsync(default);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChildrenDbContext>();
        var row = await db.Children.AsNoTracking().FirstAsync();
        var table = AttestedTable.Of(db.Model.FindEntityType(typeof(Child))!);
        made.Restart();
        for (var i = 0; i < 100_000; i++)
            signer.Of(table.Text(row));
        Console.WriteLine($"| one MAC of a child's row | {made.Elapsed.TotalMilliseconds / 100:F1} µs |");
        foreach (var check in scope.ServiceProvider.GetServices<Registry.Platform.Checks.INightlyCheck>())
            if (check is SealsCheck or ChangedRowsCheck)
            {
                made.Restart();
                var found = await check.FindAsync(default);
                Console.WriteLine(
                    $"| {check.Key}, all rows, {found.Count} found, {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB at most | {made.ElapsedMilliseconds:N0} ms |"
                );
            }
    }

    private static async Task<double> SavedAsync(IServiceProvider services, bool macs)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        using var work = new UnitOfWork(
            provider.GetRequiredService<WriteGate>(),
            provider.GetRequiredService<OutboxSignal>(),
            TimeProvider.System,
            macs ? provider.GetRequiredService<RowMacs>() : null
        );
        await using var db = (ChildrenDbContext)
            ActivatorUtilities.CreateInstance(provider, provider.GetRequiredService<ChildrenDbContext>().GetType(), work);
        var seal = await provider.GetRequiredService<Vault>().NewSubjectAsync(default);
        var known = new FirstKnown("Асанов", "Нурлан", BirthDate: new DateOnly(2015, 5, 4));
        var request = new SignalReport(
            SignalSource.ReportReceived,
            "school",
            Urgency.Ordinary,
            Today,
            "41702205000000",
            "x",
            new(true),
            known,
            Today
        );
        var caller = new Caller(Ids.New(), Guid.Empty, Ids.New(), Guid.Empty, Role.Holder, [], DataScope.Nothing);
        var watch = Stopwatch.StartNew();
        var signal = Signal.Register(
            request,
            $"M-{seal.Subject:N}"[..34],
            (new SignalContents("x", null, null, null, new(true), known), seal),
            caller,
            DateTime.UnixEpoch,
            SignalReceiver.Holders,
            null
        );
        db.AddRange(signal, Child.Report(signal, known, seal));
        await db.SaveChangesAsync();
        return watch.Elapsed.TotalMilliseconds;
    }
}
