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
        model.Entity<Signal>(e =>
        {
            e.ToTable("signals");
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Number).HasMaxLength(40);
            e.Property(s => s.Channel).HasMaxLength(40);
            e.Property(s => s.UnfoundedReason).HasMaxLength(40);
            Place(e.Property(s => s.Territory), e.Property(s => s.District));
            e.Property(s => s.FoundTerritory).HasMaxLength(Soate.Length).IsUnicode(false);
            e.HasIndex(s => s.ReportId);
            e.HasIndex(s => s.Number).IsUnique();
            e.HasIndex(s => new
            {
                s.District,
                s.Status,
                s.Id,
            });
            // those to be processed, urgent ones first
            e.HasIndex(s => new
            {
                s.District,
                s.Status,
                s.Urgency,
                s.Id,
            });
            e.HasIndex(s => s.ChildId);
        });
        model.Entity<Child>(e =>
        {
            e.ToTable("children");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Ignore(c => c.BirthDate).Ignore(c => c.PurgeBirthDate).Ignore(c => c.SureBirthDate);
            e.Ignore(c => c.Causes).Ignore(c => c.Statuses).Ignore(c => c.StateHistory);
            e.Property(c => c.PlainBirthDate).HasColumnName(nameof(Child.BirthDate));
            e.Property(c => c.PlainPurgeBirthDate).HasColumnName(nameof(Child.PurgeBirthDate));
            e.Property(c => c.PlainCauses).HasColumnName(nameof(Child.Causes)).HasMaxLength(1000).IsUnicode(false);
            e.Property(c => c.PlainStatuses).HasColumnName(nameof(Child.Statuses)).HasMaxLength(1000).IsUnicode(false);
            e.Property(c => c.PlainHistory).HasColumnName(nameof(Child.StateHistory)).IsUnicode(false);
            Place(e.Property(c => c.Territory), e.Property(c => c.District));
            // covers what a search shows: neighbours of one district share a page, and the rows themselves are not read. SQLite has no INCLUDE
            if (Database.IsSqlite())
                e.HasIndex(c => new
                    {
                        c.District,
                        c.Id,
                        c.State,
                        c.Territory,
                        c.Sex,
                        c.VeiledBirth,
                        c.SealNo,
                        c.SealedName,
                    })
                    .HasDatabaseName(ChildFinder.Index);
            else
                e.HasIndex(c => new { c.District, c.Id })
                    .IncludeProperties(c => new
                    {
                        c.State,
                        c.Territory,
                        c.Sex,
                        c.VeiledBirth,
                        c.SealNo,
                        c.SealedName,
                    });
            e.HasIndex(c => c.BirthYear);
            // the few that a work list shows before all others
            e.HasIndex(c => c.District, InDanger)
                .HasFilter($"{(Database.IsSqlite() ? "\"Severity\"" : "[Severity]")} = {(int)Severity.Danger}");
            // one number, one card in the republic; a sealed record is hidden from everyone, including this index
            e.HasIndex(c => c.PinToken, "IX_one_pin").IsUnique().HasFilter(OnePin());
            e.HasIndex(c => c.PurgeOn);
            e.HasIndex(c => c.PurgeHeldOn);
            e.HasIndex(c => c.MergedInto);
        });
        model.Entity<CardSection>(e =>
        {
            e.ToTable("card_sections");
            e.HasKey(s => new { s.ChildId, s.Code });
            e.Property(s => s.Code).HasConversion<string>().HasMaxLength(20);
            e.Property(s => s.Missing).HasMaxLength(1000);
        });
        model.Entity<CardChange>(e =>
        {
            e.ToTable("card_changes");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Section).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(c => new { c.ChildId, c.Id });
        });
        model.Entity<Case>(e =>
        {
            e.ToTable("cases");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Number).HasMaxLength(40);
            e.Property(c => c.FoundTerritory).HasMaxLength(Soate.Length).IsUnicode(false);
            e.Property(c => c.SealedFrom).HasMaxLength(Soate.Length).IsUnicode(false);
            Place(e.Property(c => c.Territory), e.Property(c => c.District));
            e.HasIndex(c => c.Number).IsUnique();
            e.Ignore(c => c.IsClosed);
            e.HasIndex(c => new { c.ChildId, c.Number });
            e.HasIndex(c => new { c.District, c.Id });
        });
        model.Entity<CaseEvent>(e =>
        {
            e.ToTable("case_events");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.HasIndex(c => c.CaseId);
        });
        model.Entity<NumberSeries>(e =>
        {
            e.ToTable("number_series");
            e.HasKey(s => s.Key);
            e.Property(s => s.Key).HasMaxLength(40);
        });
        model.Entity<SearchToken>(e =>
        {
            e.ToTable("search_tokens");
            e.HasKey(t => new
            {
                t.Token,
                t.High,
                t.Low,
            });
        });
        model.Entity<SearchDistrict>(e =>
        {
            e.ToTable("search_districts");
            e.HasKey(d => d.District);
            e.Property(d => d.District).HasMaxLength(Soate.DistrictLength).IsUnicode(false);
        });
        model.Entity<SearchEntry>(e =>
        {
            e.ToTable("search_entries");
            e.Property(s => s.Id).ValueGeneratedNever();
        });
        model.Entity<DictionaryItem>(e =>
        {
            e.ToTable("dictionary_items");
            e.HasKey(i => new { i.Dictionary, i.Code });
            e.Ignore(i => i.Name);
            e.Property(i => i.Dictionary).HasMaxLength(40);
            e.Property(i => i.Code).HasMaxLength(40);
            e.Property(i => i.NameKy).HasMaxLength(300);
            e.Property(i => i.NameRu).HasMaxLength(300);
            e.Property(i => i.NameEn).HasMaxLength(300);
        });
        model.Entity<FurtherField>(e =>
        {
            e.ToTable("further_fields");
            e.Ignore(f => f.Name);
            e.HasKey(f => f.Code);
            e.Property(f => f.Code).HasMaxLength(40);
            e.Property(f => f.NameKy).HasMaxLength(300);
            e.Property(f => f.NameRu).HasMaxLength(300);
            e.Property(f => f.NameEn).HasMaxLength(300);
            e.Property(f => f.Choices).HasMaxLength(4000);
        });
        model.Entity<Attachment>(e =>
        {
            e.ToTable("attachments");
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.To).HasConversion<string>().HasMaxLength(20);
            e.Property(a => a.Format).HasConversion<string>().HasMaxLength(8);
            e.HasIndex(a => new { a.ChildId, a.Id });
            e.HasIndex(a => a.AboutId);
            e.HasOne<AttachmentFile>().WithOne().HasForeignKey<AttachmentFile>(f => f.Id).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AttachmentFile>(e =>
        {
            e.ToTable("attachment_files");
            e.Property(f => f.Id).ValueGeneratedNever();
        });
        model.Entity<ReportedChange>(e =>
        {
            e.ToTable("changes");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
            Place(e.Property(c => c.Territory), e.Property(c => c.District));
            e.HasIndex(c => new { c.ChildId, c.Id });
        });
        model.Entity<Transfer>(e =>
        {
            e.ToTable("transfers");
            e.Property(t => t.Id).ValueGeneratedNever();
            e.Property(t => t.Status).HasConversion<string>().HasMaxLength(20);
            e.Property(t => t.Number).HasMaxLength(40);
            e.Property(t => t.FromTerritory).HasMaxLength(Soate.Length).IsUnicode(false);
            e.Property(t => t.ToTerritory).HasMaxLength(Soate.Length).IsUnicode(false);
            e.HasIndex(t => t.CaseId, "IX_open_transfer")
                .IsUnique()
                .HasFilter(Database.IsSqlite() ? "\"Status\" = 'Offered'" : "[Status] = 'Offered'");
            e.HasIndex(t => new { t.ChildId, t.Id });
            e.HasIndex(t => new { t.ToId, t.Status });
            e.HasIndex(t => new { t.FromId, t.Status });
        });
        model.Entity<Merge>(e =>
        {
            e.ToTable("merges");
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
            e.Ignore(m => m.UndoUntil);
            // one open decision or merge per pair
            e.HasIndex(m => new { m.ChildId, m.OtherId }, "IX_open_merge")
                .IsUnique()
                .HasFilter(Database.IsSqlite() ? "\"State\" IN ('Asked', 'Decided', 'Done')" : "[State] IN ('Asked', 'Decided', 'Done')");
            e.HasIndex(m => m.OtherId);
        });
        model.Entity<CaseRequest>(e =>
        {
            e.ToTable("case_requests");
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Status).HasConversion<string>().HasMaxLength(20);
            e.Property(r => r.WrongAt).HasConversion<string>().HasMaxLength(20);
            e.Property(r => r.Settling).HasConversion<string>().HasMaxLength(20);
            e.Property(r => r.Number).HasMaxLength(40);
            e.Property(r => r.AtNumber).HasMaxLength(40);
            e.Property(r => r.ForTerritory).HasMaxLength(Soate.Length).IsUnicode(false);
            Place(e.Property(r => r.Territory), e.Property(r => r.District));
            e.HasIndex(r => new { r.ChildId, r.RequestedBy }, "IX_open_case_request")
                .IsUnique()
                .HasFilter(Database.IsSqlite() ? "\"Status\" IN ('Asked', 'Conflict')" : "[Status] IN ('Asked', 'Conflict')");
            // enforces the daily limit even for concurrent requests
            e.HasIndex(r => new
                {
                    r.RequestedBy,
                    r.RequestedOn,
                    r.OfDay,
                })
                .IsUnique();
            e.HasIndex(r => new { r.District, r.Id });
            e.HasIndex(r => r.AtChildId);
            e.HasIndex(r => r.AtSignalId);
        });
        model.Entity<SignalNews>(e =>
        {
            e.ToTable("signal_news");
            e.Property(n => n.Id).ValueGeneratedNever();
            e.HasIndex(n => new
            {
                n.SentBy,
                n.At,
                n.Id,
            });
            e.HasIndex(n => n.SignalId);
        });
        model.Entity<LookUp>(e =>
        {
            e.ToTable("look_ups");
            e.Property(l => l.Id).ValueGeneratedNever();
            e.Property(l => l.Kind).HasConversion<string>().HasMaxLength(20);
            // one question counts once a day
            e.HasIndex(l => new
                {
                    l.AskedBy,
                    l.On,
                    l.Kind,
                    l.Question,
                    l.AboutId,
                })
                .IsUnique();
            e.HasIndex(l => l.AboutId);
            e.HasIndex(l => l.ChildId);
        });
        model.Entity<KnownAsk>(e =>
        {
            e.ToTable("known_asks");
            e.Property(k => k.Id).ValueGeneratedNever();
            e.HasIndex(k => k.ChildId);
        });
        model.Entity<PurgeDecision>(e =>
        {
            e.ToTable("purge_decisions");
            e.HasKey(d => d.ChildId);
            e.Property(d => d.ChildId).ValueGeneratedNever();
            e.Property(d => d.Ruling).HasConversion<string>().HasMaxLength(20);
            e.Property(d => d.Reasons).HasMaxLength(400).IsUnicode(false);
            e.HasIndex(d => d.On);
        });
        model.Entity<FieldSource>(e =>
        {
            e.ToTable("field_sources");
            e.HasKey(s => new
            {
                s.ChildId,
                s.Section,
                s.Field,
            });
            e.Property(s => s.Section).HasConversion<string>().HasMaxLength(20);
            e.Property(s => s.Field).HasMaxLength(FieldSource.FieldMaxLength);
            e.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
            e.Property(s => s.Source).HasMaxLength(500);
        });
        model.Entity<Disagreement>(e =>
        {
            e.ToTable("disagreements");
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.Kind).HasConversion<string>().HasMaxLength(20);
            e.Property(d => d.Section).HasConversion<string>().HasMaxLength(20);
            e.Property(d => d.Field).HasMaxLength(FieldSource.FieldMaxLength);
            e.Property(d => d.State).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(d => d.ChildId);
        });
        model.Entity<RegisterRefresh>(e =>
        {
            e.ToTable("register_refreshes");
            e.HasKey(r => r.ChildId);
            e.Property(r => r.ChildId).ValueGeneratedNever();
            e.HasIndex(r => r.On);
        });
        model.Entity<Draft>(e =>
        {
            e.ToTable("drafts");
            e.HasKey(d => new { d.AccountId, d.Key });
            e.Property(d => d.Key).HasMaxLength(Draft.LongestKey);
            e.Property(d => d.Place).HasMaxLength(Draft.LongestPlace);
            e.HasIndex(d => d.ChildId);
        });
        model.Entity<OpenForm>(e =>
        {
            e.ToTable("open_forms");
            e.HasKey(f => new { f.AccountId, f.Key });
            e.Property(f => f.Key).HasMaxLength(Draft.LongestKey);
            e.HasIndex(f => f.ChildId);
        });
    }

    private string OnePin()
    {
        var registered = (int)ChildState.Registered;
        return Database.IsSqlite()
            ? $"\"PinToken\" <> 0 AND \"PinShared\" = 0 AND \"State\" = {registered} AND \"District\" <> '{Soate.SealedDistrict}'"
            : $"[PinToken] <> 0 AND [PinShared] = 0 AND [State] = {registered} AND [District] <> '{Soate.SealedDistrict}'";
    }

    private static void Place(
        Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<string> territory,
        Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<string> district
    )
    {
        territory.HasMaxLength(Soate.Length).IsUnicode(false);
        district.HasMaxLength(8).IsUnicode(false);
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
