using Registry.Access;
using Registry.Kernel;
using Registry.Kernel.Backups;
using Registry.Kernel.Data;
using Registry.Kernel.Journal;
using Registry.Kernel.Purging;
using Registry.Kernel.Vault;
using Registry.Reporting;

namespace Registry.Host;

/// <summary>What an operator does from the command line: <c>dotnet run --project src/Host -- journal verify</c>.</summary>
internal static class Commands
{
    /// <summary>Runs the command named by the arguments; false when there is none and the host should start.</summary>
    public static async Task<bool> TryRunAsync(WebApplication app, string[] args)
    {
        var words = args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToArray();
        if (words.Length == 0)
            return false;
        await using var scope = app.Services.CreateAsyncScope();
        Environment.ExitCode = words switch
        {
            ["journal", "verify"] => await VerifyJournalAsync(scope.ServiceProvider),
            ["purge", "verify"] => await VerifyPurgesAsync(scope.ServiceProvider),
            ["backup"] => await BackUpAsync(scope.ServiceProvider),
            ["restore", var registry] => await RestoreAsync(scope.ServiceProvider, registry, null),
            ["restore", var registry, var keys] => await RestoreAsync(scope.ServiceProvider, registry, keys),
            ["vault", "rotate"] => await RotateAsync(scope.ServiceProvider),
            ["statistics", "rebuild"] => await RebuildStatisticsAsync(app, scope.ServiceProvider),
            ["administrator", var login] => await FirstAdministratorAsync(app, scope.ServiceProvider, login),
            _ => Unknown(words),
        };
        return true;
    }

    private static async Task<int> VerifyJournalAsync(IServiceProvider services)
    {
        await KernelModule.MigrateAsync(services, CancellationToken.None);
        var verdict = await services
            .GetRequiredService<JournalChain>()
            .VerifyAsync(services.GetRequiredService<KernelDbContext>(), CancellationToken.None);
        Console.WriteLine(
            verdict.IsWhole
                ? $"The journal is whole: {verdict.Entries} entries."
                : $"The journal is broken between entries {verdict.BrokenFrom} and {verdict.BrokenTo}; {verdict.Entries} entries before it are whole."
        );
        return verdict.IsWhole ? 0 : 1;
    }

    private static async Task<int> VerifyPurgesAsync(IServiceProvider services)
    {
        await KernelModule.MigrateAsync(services, CancellationToken.None);
        var (count, broken) = await services.GetRequiredService<VerifyPurges>().RunAsync(CancellationToken.None);
        foreach (var certificate in broken)
            Console.WriteLine($"{certificate.Number} does not hold: {certificate.What}");
        Console.WriteLine($"{count} certificates, {broken.Select(b => b.Number).Distinct().Count()} of them do not hold.");
        return broken.Count == 0 ? 0 : 1;
    }

    private static async Task<int> BackUpAsync(IServiceProvider services)
    {
        await KernelModule.MigrateAsync(services, CancellationToken.None);
        if (services.GetRequiredService<BackupSettings>().Folder is null)
        {
            Console.Error.WriteLine("Registry__Backup__Folder is not set.");
            return 1;
        }
        var began = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await services.GetRequiredService<MakeBackup>().RunAsync(CancellationToken.None);
        var made = services.GetRequiredService<KernelDbContext>().Backups.Where(b => b.At >= began.AddSeconds(-1)).ToList();
        foreach (var backup in made)
            Console.WriteLine(
                $"{backup.File}: {backup.Size} bytes, {(backup.Problem is null ? "restored and whole" : $"FAILED: {backup.Problem}")}"
            );
        return made.Count > 0 && made.TrueForAll(b => b.Problem is null) ? 0 : 1;
    }

    private static async Task<int> RestoreAsync(IServiceProvider services, string registry, string? keys)
    {
        try
        {
            await services.GetRequiredService<RestoreBackup>().RunAsync(registry, keys, CancellationToken.None);
        }
        catch (Exception problem)
            when (problem is InvalidOperationException or IOException or System.Security.Cryptography.CryptographicException)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
        Console.WriteLine("Restored. The next start replays purges and revoked access from the ledger before it opens its port.");
        return 0;
    }

    private static async Task<int> RotateAsync(IServiceProvider services)
    {
        var count = await services.GetRequiredService<KeyStore>().RotateMasterKeyAsync(CancellationToken.None);
        Console.WriteLine($"{count} keys are wrapped by the current master key now.");
        return 0;
    }

    private static async Task<int> RebuildStatisticsAsync(WebApplication app, IServiceProvider services)
    {
        await app.PrepareAsync();
        var count = await ReportingModule.RebuildFactsAsync(services, CancellationToken.None);
        Console.WriteLine($"{count} facts were told; the statistics are counted anew.");
        return 0;
    }

    private static async Task<int> FirstAdministratorAsync(WebApplication app, IServiceProvider services, string login)
    {
        await app.PrepareAsync();
        Console.WriteLine(
            $"Login: {login}\nOne-time password: {await AccessModule.CreateFirstAdministratorAsync(services, login, CancellationToken.None)}"
        );
        return 0;
    }

    private static int Unknown(string[] words)
    {
        Console.Error.WriteLine(
            $"Unknown command '{string.Join(' ', words)}'. Commands: journal verify | purge verify | backup | restore FILE [KEYS-FILE] | vault rotate | statistics rebuild | administrator LOGIN"
        );
        return 2;
    }
}
