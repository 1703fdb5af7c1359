using Registry.Access;
using Registry.Platform;
using Registry.Platform.Attesting;
using Registry.Platform.Backups;
using Registry.Platform.Journal;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Purging;
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
            ["journal", "verify"] => await VerifyJournalAsync(scope.ServiceProvider, all: false),
            ["journal", "verify", "all"] => await VerifyJournalAsync(scope.ServiceProvider, all: true),
            ["journal", "compare", var file] => await CompareAnchorAsync(scope.ServiceProvider, file),
            ["journal", "restored", var file] => await DeclareRestoreAsync(scope.ServiceProvider, file),
            ["purge", "verify"] => await VerifyPurgesAsync(scope.ServiceProvider),
            ["backup"] => await BackUpAsync(scope.ServiceProvider),
            ["restore", var registry] => await RestoreAsync(scope.ServiceProvider, registry, null),
            ["restore", var registry, var keys] => await RestoreAsync(scope.ServiceProvider, registry, keys),
            ["row", "accept", var table, var id] => await AcceptRowAsync(scope.ServiceProvider, table, id),
            ["vault", "rotate"] => await RotateAsync(scope.ServiceProvider),
            ["statistics", "rebuild"] => await RebuildStatisticsAsync(app, scope.ServiceProvider),
            ["access", "confirm", var login] => await ConfirmAccessAsync(app, scope.ServiceProvider, login),
            ["administrator", var login] => await FirstAdministratorAsync(app, scope.ServiceProvider, login),
            _ => Unknown(words),
        };
        return true;
    }

    private static async Task<int> VerifyJournalAsync(IServiceProvider services, bool all)
    {
        await PlatformModule.MigrateAsync(services, CancellationToken.None);
        var verdict = await services.GetRequiredService<VerifyJournal>().RunAsync(all, CancellationToken.None);
        foreach (var note in verdict.Notes)
            Console.WriteLine($"Note: {note}.");
        foreach (var finding in verdict.Findings)
            Console.WriteLine($"Broken: {finding}.");
        var since = verdict.Since == 0 ? "" : $", looked at from entry {verdict.Since + 1} on";
        Console.WriteLine(
            verdict.IsWhole
                ? $"The journal is whole: {verdict.Entries} entries{since}."
                : $"The journal is broken; {verdict.Entries} entries before it are whole{since}."
        );
        return verdict.IsWhole ? 0 : 1;
    }

    private static async Task<int> CompareAnchorAsync(IServiceProvider services, string file)
    {
        await PlatformModule.MigrateAsync(services, CancellationToken.None);
        var (heads, wrong) = await services.GetRequiredService<CompareAnchor>().RunAsync(file, CancellationToken.None);
        foreach (var line in wrong)
            Console.WriteLine($"Broken: {line}.");
        Console.WriteLine($"{heads} heads in {Path.GetFileName(file)}, {wrong.Count} of them wrong.");
        return heads > 0 && wrong.Count == 0 ? 0 : 1;
    }

    private static async Task<int> DeclareRestoreAsync(IServiceProvider services, string file)
    {
        await PlatformModule.MigrateAsync(services, CancellationToken.None);
        var restore = await services.GetRequiredService<DeclareRestore>().RunAsync(Path.GetFileName(file), CancellationToken.None);
        Console.WriteLine($"The journal goes on: restored to {restore.ToSeq} from {restore.File}, head was {restore.HeadSeq}.");
        return 0;
    }

    private static async Task<int> VerifyPurgesAsync(IServiceProvider services)
    {
        await PlatformModule.MigrateAsync(services, CancellationToken.None);
        foreach (var line in await services.GetRequiredService<Ledger>().DamagedAsync(CancellationToken.None))
            Console.WriteLine($"{line.File}, line {line.Line}, cannot be read: it was torn by a crash or damaged.");
        var (count, broken) = await services.GetRequiredService<VerifyPurges>().RunAsync(CancellationToken.None);
        foreach (var certificate in broken)
            Console.WriteLine($"{certificate.Number} does not hold: {certificate.What}");
        Console.WriteLine($"{count} certificates, {broken.Select(b => b.Number).Distinct().Count()} of them do not hold.");
        return broken.Count == 0 ? 0 : 1;
    }

    private static async Task<int> BackUpAsync(IServiceProvider services)
    {
        await PlatformModule.MigrateAsync(services, CancellationToken.None);
        if (services.GetRequiredService<BackupSettings>().Folder is null)
        {
            Console.Error.WriteLine("Registry__Backup__Folder is not set.");
            return 1;
        }
        var began = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await services.GetRequiredService<MakeBackup>().RunAsync(CancellationToken.None);
        var made = services.GetRequiredService<PlatformDbContext>().Backups.Where(b => b.At >= began.AddSeconds(-1)).ToList();
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
            await DeclareRestoreAsync(services, registry);
        }
        catch (Exception problem)
            when (problem
                    is InvalidOperationException
                        or IOException
                        or HttpRequestException
                        or System.Security.Cryptography.CryptographicException
            )
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
        Console.WriteLine("Restored. The next start replays purges and revoked access from the ledger before it opens its port.");
        return 0;
    }

    private static async Task<int> AcceptRowAsync(IServiceProvider services, string table, string id)
    {
        await PlatformModule.MigrateAsync(services, CancellationToken.None);
        if (!Guid.TryParse(id, out var row) || !await AcceptRow.RunAsync(services, table, row, CancellationToken.None))
        {
            Console.Error.WriteLine("There is no such row: name the table and the id as the finding shows them.");
            return 1;
        }
        Console.WriteLine("The row counts again as it lies there; the journal says so.");
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
        Console.WriteLine($"{count} facts were published; the statistics were rebuilt.");
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

    private static async Task<int> ConfirmAccessAsync(WebApplication app, IServiceProvider services, string login)
    {
        await app.PrepareAsync();
        try
        {
            var password = await AccessModule.ConfirmAccessOnMachineAsync(services, login, CancellationToken.None);
            Console.WriteLine($"The request about '{login}' is in force; the next person of the authorised body will be shown it.");
            if (password is not null)
                Console.WriteLine($"To be handed over, shown this once: {password}");
            return 0;
        }
        catch (InvalidOperationException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }

    private static int Unknown(string[] words)
    {
        Console.Error.WriteLine(
            $"Unknown command '{string.Join(' ', words)}'. Commands: journal verify [all] | journal compare FILE | journal restored FILE | purge verify | backup | restore FILE [KEYS-FILE] | row accept TABLE ID | vault rotate | statistics rebuild | access confirm LOGIN | administrator LOGIN"
        );
        return 2;
    }
}
