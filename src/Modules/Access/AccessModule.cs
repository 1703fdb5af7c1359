using Hangfire;
using Hangfire.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Accounts;
using Registry.Access.Authentication;
using Registry.Access.Clients;
using Registry.Access.Demo;
using Registry.Access.Jobs;
using Registry.Access.Journal;
using Registry.Access.Model;
using Registry.Access.Operations;
using Registry.Access.Purging;
using Registry.Access.Rights;
using Registry.Access.SignIn;
using Registry.Access.Specialists;
using Registry.Access.Territories;
using Registry.Contracts;
using Registry.Platform;
using Registry.Platform.Data;
using Registry.Platform.Jobs;
using Registry.Platform.Purging;
using Registry.Web;

namespace Registry.Access;

/// <summary>Bodies, specialists, accounts, rights, sign-in, territories and the working calendar [5–8, 15.1, 15.2, 16, 26].</summary>
public static class AccessModule
{
    /// <summary>The number of password hash iterations, and the setting for it.</summary>
    public const string PasswordRoundsSetting = Passwords.RoundsSetting;
    public const int PasswordRounds = Passwords.Rounds;

    /// <summary>The setting that names the operator's list of breached passwords.</summary>
    public const string BreachedPasswordsSetting = BreachedPasswords.Setting;

    /// <summary>True for names of signature algorithms that the outside provider may use, separated by spaces.</summary>
    public static bool AreSignatures(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words
        && words.All(OutsideProvider.KnownAlgorithms.Contains);

    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<AccessDbContext, SqliteAccessDbContext>(DatabaseOptions.From(configuration), AccessDbContext.Name);
        services.AddOpenIdConnectSignIn(configuration);
        services.AddSingleton<Passwords>();
        services.AddSingleton<OwnWrites>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<DevicePasskeys>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<PresentPassword>();
        services.AddScoped<FreshSignIn>();
        services.AddSingleton<KnownBrowsers>();
        services.AddSingleton<SessionRules>();
        services.AddSingleton<SessionUse>();
        services.AddScoped<SignInPasses>();
        services.AddScoped<DoorParts>();
        services.AddScoped<OutsideSessions>();
        services.AddSingleton<EndSessionForms>();
        services.AddSingleton<ClientUse>();
        services.AddSingleton<ICallers, Callers>();
        services.AddScoped<SpecialistPins>();
        services.AddScoped<TerritoryCatalog>();
        services.AddScoped<TerritoryImport>();
        services.AddScoped<ITerritories>(s => s.GetRequiredService<TerritoryCatalog>());
        services.AddSingleton<SpecialistNames>();
        services.AddSingleton<ISpecialists>(s => s.GetRequiredService<SpecialistNames>());
        services.AddScoped<IStateSystems, StateSystems>();
        services.AddSingleton<ISignalReceivers, SignalReceivers>();
        services.AddScoped<Deciders>();
        services.AddScoped<IDeciders>(s => s.GetRequiredService<Deciders>());
        services.AddScoped<AccessRules>();
        services.AddScoped<AccessRequests>();
        services.AddScoped<AccessNews>();
        services.AddScoped<ClientNews>();
        services.AddScoped<AccessRequestViews>();
        services.AddScoped<WarnOfLateRequests>();
        services.AddSingleton<IAccounts>(s => s.GetRequiredService<SpecialistNames>());
        services.AddSingleton(MailSettings.Read(configuration));
        services.AddSingleton(EscalationChain.Read(configuration));
        services.AddScoped<NoticeWriter>();
        services.AddSingleton<JournalReader>();
        services.AddSingleton<UseSums>();
        services.AddScoped<Revocations>();
        services.AddScoped<WorkLeft>();
        services.AddScoped<ForgetSignIns>();
        services.AddScoped<EscalateOverdue>();
        services.AddScoped<WarnOfExpiry>();
        services.AddScoped<WarnOfAbsent>();
        services.AddScoped<SendMail>();
        services.AddScoped<JobRuns>();
        services.AddScoped<RetryJobs>();
        services.AddScoped<ForgetEndedAccounts>();
        services.AddScoped<DeadLetterOffice>();
        services.AddScoped<ISubjectStore, NoticeSubjects>();
        return services.AddEventHandlers(typeof(AccessModule).Assembly);
    }

    public static void ScheduleAccess(this JobSchedules jobs)
    {
        jobs.Add<ForgetSignIns>("access.forget-sign-ins", job => job.RunAsync(CancellationToken.None), Cron.Hourly());
        jobs.Add<EscalateOverdue>("access.escalate-overdue", job => job.RunAsync(CancellationToken.None), "*/15 * * * *");
        jobs.Add<WarnOfAbsent>("access.warn-of-absent", job => job.RunAsync(CancellationToken.None), Cron.Daily(8));
        jobs.Add<WarnOfExpiry>("access.warn-of-expiry", job => job.RunAsync(CancellationToken.None), Cron.Daily(8));
        jobs.Add<WarnOfLateRequests>("access.warn-of-late-requests", job => job.RunAsync(CancellationToken.None), Cron.Daily(8));
        jobs.Add<RetryJobs>("access.retry-jobs", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
        jobs.Add<ForgetEndedAccounts>("access.forget-ended-accounts", job => job.RunAsync(CancellationToken.None), Cron.Daily(3));
        jobs.Add<SendMail>("access.send-mail", job => job.RunAsync(CancellationToken.None), Cron.Minutely());
    }

    /// <summary>This module's part of the health.</summary>
    public static IHealthChecksBuilder AddAccessHealth(this IHealthChecksBuilder health, params string[] tags) =>
        health.AddCheck<MailHealth>("mail", tags: tags).AddCheck<JobsHealth>("jobs", tags: tags);

    /// <summary>The schedules that administrators set, over those of the modules.</summary>
    public static Task ApplySchedulesAsync(IServiceProvider services, CancellationToken ct) => JobSettings.ApplyAsync(services, ct);

    /// <summary>Records how each recurring job ended.</summary>
    public static IServerFilter RecordRuns(IServiceProvider services) =>
        new RecordJobRuns(services.GetRequiredService<IServiceScopeFactory>());

    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenIdConnectSignIn();
        if (routes.ServiceProvider.GetRequiredService<OutsideProviders>().One is not null)
            routes.MapOutsideSignIn();
    }

    /// <summary>The outside provider's address, the only one to which a page may submit a form; null when there is none.</summary>
    public static Uri? OutsideProviderOf(IServiceProvider services) => services.GetRequiredService<OutsideProviders>().One?.Authority;

    /// <summary>Loads territories and calendar into an empty database, and makes the embedded provider's keys and client.</summary>
    public static async Task PrepareAccessAsync(IServiceProvider services, IConfiguration configuration, CancellationToken ct)
    {
        await AccessSeed.LoadAsync(services, ct);
        await SpecialistPins.AddMissingTokensAsync(services, ct);
        await ProviderKeys.EnsureAsync(services, ct);
        await OpenIdConnectSignIn.EnsureClientAsync(services, configuration, ct);
    }

    /// <summary>Suspends again what an older backup reopened; before the port opens.</summary>
    public static Task<int> ReplayRevocationsAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<Revocations>().ReplayAsync(ct);

    /// <summary>Demo bodies, specialists and users of every role; returns their lines for the console. Development only.</summary>
    public static Task<IReadOnlyList<DemoUser>> PrepareAccessDemoAsync(IServiceProvider services, CancellationToken ct) =>
        AccessDemo.LoadAsync(services, ct);

    /// <summary>Makes the first administrator of an empty Base and returns the one-time password.</summary>
    /// <exception cref="InvalidOperationException">There is an administrator already.</exception>
    public static Task<string> CreateFirstAdministratorAsync(IServiceProvider services, string login, CancellationToken ct) =>
        FirstAdministrator.CreateAsync(services, login, ct);

    /// <summary>Confirms the access requested under a login when no one else of the authorised body can; returns a one-time password, if there is one.</summary>
    /// <exception cref="InvalidOperationException">It was not requested, or is not for the operator to confirm.</exception>
    public static Task<string?> ConfirmAccessOnMachineAsync(IServiceProvider services, string login, CancellationToken ct) =>
        ConfirmAccessOnMachine.RunAsync(services, login, ct);
}
