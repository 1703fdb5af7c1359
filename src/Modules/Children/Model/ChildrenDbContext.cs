using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Children.Model;

/// <summary>Tables of the Children module. Names, addresses and free texts are stored in sealed columns only.</summary>
internal class ChildrenDbContext : ModuleDbContext
{
    public const string Name = "children";

    /// <summary>The index of the children in danger.</summary>
    public const string InDanger = "IX_children_in_danger";

    public ChildrenDbContext(DbContextOptions<ChildrenDbContext> options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    protected ChildrenDbContext(DbContextOptions options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    public DbSet<Signal> Signals => Set<Signal>();
    public DbSet<Child> Children => Set<Child>();
    public DbSet<CardSection> CardSections => Set<CardSection>();
    public DbSet<CardChange> CardChanges => Set<CardChange>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();
    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();
    public DbSet<SearchToken> SearchTokens => Set<SearchToken>();
    public DbSet<SearchDistrict> SearchDistricts => Set<SearchDistrict>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<DictionaryItem> DictionaryItems => Set<DictionaryItem>();
    public DbSet<FurtherField> FurtherFields => Set<FurtherField>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<OpenForm> OpenForms => Set<OpenForm>();

    public DbSet<ReportedChange> Changes => Set<ReportedChange>();
    public DbSet<Transfer> Transfers => Set<Transfer>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<AttachmentFile> AttachmentFiles => Set<AttachmentFile>();
    public DbSet<Merge> Merges => Set<Merge>();
    public DbSet<SignalNews> SignalNews => Set<SignalNews>();
    public DbSet<LookUp> LookUps => Set<LookUp>();
    public DbSet<KnownAsk> KnownAsks => Set<KnownAsk>();
    public DbSet<PurgeDecision> PurgeDecisions => Set<PurgeDecision>();
    public DbSet<FieldSource> FieldSources => Set<FieldSource>();
    public DbSet<Disagreement> Disagreements => Set<Disagreement>();
    public DbSet<CaseRequest> CaseRequests => Set<CaseRequest>();
    public DbSet<RegisterRefresh> RegisterRefreshes => Set<RegisterRefresh>();

    protected override string Module => Name;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await FollowSeverity.AllAsync(this, cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override async Task FillAsync(CancellationToken ct)
    {
        await Signals
            .Where(s => s.FoundTerritory == "")
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.FoundTerritory, x => x.Territory), ct);
        // reports from before the column was added, not yet processed or assessed
        foreach (var urgency in new[] { Urgency.Urgent, Urgency.Immediate })
        {
            var severity = FollowSeverity.Of(urgency);
            await Children
                .Where(c => c.Severity < severity)
                .Where(c => Signals.Any(s => s.ChildId == c.Id && s.Urgency == urgency && s.Status != SignalStatus.Unfounded))
                .Where(c =>
                    c.State == ChildState.Reported
                    || Cases.Any(k =>
                        k.ChildId == c.Id
                        && k.JudgedAt == null
                        && (k.Status == CaseStatus.Opened || k.Status == CaseStatus.InformationEntered)
                    )
                )
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.Severity, severity), ct);
        }
        var unknown = default(DateOnly);
        var entered = await Children
            .Where(c => c.EnteredOn == unknown)
            .Select(c => new { c.Id, At = Signals.Where(s => s.ChildId == c.Id).Min(s => (DateTime?)s.RegisteredAt) })
            .ToListAsync(ct);
        foreach (var child in entered)
            if (child.At is { } at)
            {
                var on = Bishkek.DayOf(at);
                await Children.Where(c => c.Id == child.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.EnteredOn, on), ct);
            }
    }

    protected override void CreateModel(ModelBuilder model)
    {
        base.CreateModel(model);
        model.ApplyConfiguration(new ChildConfiguration(Database.IsSqlite()));
    }
}

/// <summary>The same model with the SQLite migrations.</summary>
internal sealed class SqliteChildrenDbContext(DbContextOptions<SqliteChildrenDbContext> options, UnitOfWork unitOfWork)
    : ChildrenDbContext(options, unitOfWork);

internal sealed class ChildrenDesign : DesignTimeFactory<ChildrenDbContext>
{
    protected override ChildrenDbContext Create(DbContextOptions<ChildrenDbContext> options) => new(options, NoUnitOfWork);
}

internal sealed class SqliteChildrenDesign : DesignTimeFactory<SqliteChildrenDbContext>
{
    protected override SqliteChildrenDbContext Create(DbContextOptions<SqliteChildrenDbContext> options) => new(options, NoUnitOfWork);
}
