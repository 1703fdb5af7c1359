using Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Children.Attachments;
using Registry.Children.Cards;
using Registry.Children.CaseRequests;
using Registry.Children.Cases;
using Registry.Children.Demo;
using Registry.Children.Dictionaries;
using Registry.Children.Drafts;
using Registry.Children.Files;
using Registry.Children.Merging;
using Registry.Children.Model;
using Registry.Children.Purging;
using Registry.Children.Registers;
using Registry.Children.Search;
using Registry.Children.Signals;
using Registry.Children.Transfers;
using Registry.Contracts;
using Registry.Platform;
using Registry.Platform.Access;
using Registry.Platform.Checks;
using Registry.Platform.Data;
using Registry.Platform.Jobs;
using Registry.Platform.Parsing;
using Registry.Platform.Purging;

namespace Registry.Children;

/// <summary>Signals, cards, cases, search, the work list and the dictionaries [13b.1, 13b.2, 14.1, 14.2, 17, 19.1, 19.2].</summary>
public static class ChildrenModule
{
    /// <summary>The worker process's handling of a file; the format is detected from the content alone.</summary>
    /// <exception cref="DomainException">The file has an unsupported format, is damaged, locked or too large.</exception>
    public static ParsedFile ReadForeignFile(byte[] content) => Cleaning.Parse(content);

    public static IServiceCollection AddChildren(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleContext<ChildrenDbContext, SqliteChildrenDbContext>(DatabaseOptions.From(configuration), ChildrenDbContext.Name);
        services.AddSingleton<Numbers>();
        services.AddSingleton<DictionaryCheck>();
        services.AddSingleton<FurtherFields>();
        services.AddSingleton<IDictionaries, DictionaryNames>();
        services.AddScoped<IPaperSource, CardPaper>();
        services.AddSingleton<DeadlineViews>();
        services.AddSingleton<CardReads>();
        services.AddScoped<ICases, CaseReader>();
        services.AddScoped<ConfirmationPages>();
        services.AddScoped<IWorkOfSpecialists, WorkInCases>();
        services.AddScoped<ITerritoryUses, WorkInCases>();
        services.AddScoped<ICodeUses, CodesOfChildren>();
        services.AddScoped<SignalRegistrar>();
        services.AddScoped<SignalCorrector>();
        services.AddScoped<SignalLeaving>();
        services.AddScoped<DayFoundConfirmation>();
        services.AddScoped<Voiding>();
        services.AddScoped<CardMerger>();
        services.AddScoped<CardUnmerger>();
        services.AddScoped<MergeViews>();
        services.AddScoped<CardSplitter>();
        services.AddScoped<Reopening>();
        services.AddScoped<SearchIndex>();
        services.AddScoped<ChildSearch>();
        services.AddScoped<NumberSearch>();
        services.AddScoped<ChildFinder>();
        services.AddScoped<Duplicates>();
        services.AddScoped<SaveSectionTools>();
        services.AddScoped<SectionWriter>();
        services.AddScoped<PersonalNumbers>();
        services.AddScoped<ISubjectScope, SubjectScope>();
        services.AddScoped<LookUpRecorder>();
        services.AddScoped<CaseRequestViews>();
        services.AddScoped<ChangeRecorder>();
        services.AddScoped<DisagreementTracker>();
        services.AddScoped<FieldSources>();
        services.AddSingleton(RefreshSettings.From(configuration));
        services.AddScoped<RefreshFromRegisters>();
        services.AddScoped<TransferViews>();
        services.AddSingleton<FileCleaner>();
        services.AddSingleton<IFileCleaning>(s => s.GetRequiredService<FileCleaner>());
        services.AddScoped<AttachmentStore>();
        services.AddScoped<IAttachments>(s => s.GetRequiredService<AttachmentStore>());
        services.AddScoped<AttachmentViews>();
        services.AddScoped<IAttachable, AttachableChanges>();
        services.AddScoped<ISubjectStore, ChildSubjects>();
        services.AddScoped<PurgeAt28>();
        services.AddScoped<ForgetDrafts>();
        services.AddScoped<DraftSubjects>();
        services.AddScoped<PurgeSchedule>();
        services.AddScoped<PurgeFactsReader>();
        services.AddScoped<PurgeDueViews>();
        services.AddScoped<AnnouncePurges>();
        services.AddScoped<INightlyCheck, FindActors>();
        services.AddScoped<INightlyCheck, KeepCasesOnward>();
        return services.AddEventHandlers(typeof(ChildrenModule).Assembly);
    }

    public static void ScheduleChildren(this JobSchedules jobs)
    {
        jobs.Add<AnnouncePurges>("children.announce-purges", job => job.RunAsync(CancellationToken.None), Cron.Daily(1));
        jobs.Add<RefreshFromRegisters>("children.refresh-from-registers", job => job.RunAsync(CancellationToken.None), Cron.Daily(3));
        jobs.Add<ForgetDrafts>("children.forget-drafts", job => job.RunAsync(CancellationToken.None), Cron.Daily(3));
        jobs.Add<PurgeAt28>("children.purge-at-28", job => job.RunAsync(CancellationToken.None), Cron.Daily(2), pausedByTwo: true);
    }

    /// <summary>Loads the dictionaries into an empty database.</summary>
    public static async Task PrepareChildrenAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await ChildrenSeed.LoadAsync(scope.ServiceProvider, ct);
        await FollowSeverity.CatchUpAsync(
            scope.ServiceProvider.GetRequiredService<ChildrenDbContext>(),
            scope.ServiceProvider.GetRequiredService<IAssessments>(),
            ct
        );
        await scope.ServiceProvider.GetRequiredService<PersonalNumbers>().LearnAsync(ct);
        await scope
            .ServiceProvider.GetRequiredService<SearchIndex>()
            .CatchUpAsync(scope.ServiceProvider.GetRequiredService<ChildrenDbContext>(), ct);
    }

    /// <summary>Synthetic children for Development, registered by the given holders.</summary>
    public static Task<IReadOnlyList<CaseRef>> PrepareChildrenDemoAsync(
        IServiceProvider services,
        IReadOnlyList<(Guid AccountId, Guid SpecialistId, string Territory)> holders,
        CancellationToken ct
    ) => ChildrenDemo.LoadAsync(services, holders, ct);
}
