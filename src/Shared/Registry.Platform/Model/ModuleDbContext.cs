using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Keys;
using Registry.Platform.Rows;

namespace Registry.Platform.Model;

/// <summary>
/// A module's own tables (its schema on SQL Server, its prefix on SQLite) together with the Platform's tables, so that a change, its journal entry,
/// its deadlines and its outbox rows commit in one transaction.
/// </summary>
public abstract class ModuleDbContext(DbContextOptions options, UnitOfWork unitOfWork) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>Schema or prefix, lower case.</summary>
    protected abstract string Module { get; }

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();
    public DbSet<JournalBlock> JournalBlocks => Set<JournalBlock>();
    public DbSet<JournalDay> JournalDays => Set<JournalDay>();
    public DbSet<JournalRestore> JournalRestores => Set<JournalRestore>();
    public DbSet<Deadline> Deadlines => Set<Deadline>();
    public DbSet<DeadlineMove> DeadlineMoves => Set<DeadlineMove>();
    public DbSet<DeadlinePlace> DeadlinePlaces => Set<DeadlinePlace>();
    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();
    public DbSet<CalendarVersion> CalendarVersions => Set<CalendarVersion>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();
    public DbSet<IdempotentAnswer> IdempotentAnswers => Set<IdempotentAnswer>();
    public DbSet<ClockDoubt> ClockDoubts => Set<ClockDoubt>();
    public DbSet<Discard> Discards => Set<Discard>();
    public DbSet<CheckFinding> Findings => Set<CheckFinding>();
    public DbSet<Backup> Backups => Set<Backup>();
    public DbSet<Purge> Purges => Set<Purge>();
    public DbSet<PurgeCount> PurgeCounts => Set<PurgeCount>();
    public DbSet<Confirmation> Confirmations => Set<Confirmation>();
    public DbSet<MovedRow> MovedRows => Set<MovedRow>();
    public DbSet<GuessCount> Guesses => Set<GuessCount>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    internal UnitOfWork UnitOfWork => unitOfWork;

    /// <summary>Fills the columns of older rows that a migration has added and SQL cannot compute; runs after every migration.</summary>
    protected internal virtual Task FillAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Puts an event into the outbox; it is handed on right after the commit.</summary>
    public void Publish(object @event, TimeProvider clock) => Outbox.Add(OutboxMessage.Of(@event, clock.Utc()));

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CloseVeils();
        Tell();
        // what was remembered and published is under the veil too
        CloseVeils();
        if (unitOfWork.Macs is { } macs)
            await macs.AttestAsync(this, cancellationToken);
        return await unitOfWork.SaveAsync(
            this,
            () => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>What was changed under the veil becomes a change of the row.</summary>
    internal void CloseVeils()
    {
        if (unitOfWork.Veil is not { } veil)
            return;
        foreach (var row in ChangeTracker.Entries<IVeiled>())
            if (row.State is not (EntityState.Deleted or EntityState.Detached))
                row.Entity.Close(veil);
    }

    /// <summary>Puts what was read under the veil without publishing anything: it says the same as before.</summary>
    internal async Task SaveVeilsAsync(CancellationToken ct)
    {
        CloseVeils();
        if (unitOfWork.Macs is { } macs)
            await macs.AttestAsync(this, ct);
        await SaveDirectlyAsync(ct);
        await unitOfWork.CommitAsync(ct);
        ChangeTracker.Clear();
    }

    /// <summary>The rows that others count note their state from today on and publish it with the same commit.</summary>
    private void Tell()
    {
        ChangeTracker.DetectChanges();
        var changed = ChangeTracker
            .Entries<ITells>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .Select(e => e.Entity)
            .ToList();
        var today = Bishkek.DayOf(unitOfWork.Now);
        foreach (var row in changed.OfType<IRemembers>())
            row.Remember(today);
        DeadlinePlaces.AddRange(
            ChangeTracker
                .Entries<Deadline>()
                .Where(e => e.State is EntityState.Modified)
                .Select(e => DeadlinePlace.Left(e, today))
                .OfType<DeadlinePlace>()
                .ToList()
        );
        var told = changed.Select(row => row.Fact()).OfType<Contracts.IFact>().ToList();
        foreach (var fact in told)
            Outbox.Add(OutboxMessage.Of(fact, unitOfWork.Now));
    }

    /// <summary>Only ASP.NET's own key ring saves synchronously, once every 90 days and outside any call's transaction.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(e => e.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Saving is asynchronous: the unit of work queues writers.");

    /// <summary>Opens the call's transaction before the first save, for a row that must be read and written without a gap.</summary>
    public Task BeginWriteAsync(CancellationToken ct) => unitOfWork.BeginAsync(this, ct);

    /// <summary>
    /// Until the commit no other call passes here for the same thing, on any host: what is checked afterwards still holds when it is saved. Opens the call's transaction.
    /// Of several things the child is held first.
    /// </summary>
    public Task HoldAsync(Guid about, CancellationToken ct) => HoldAsync(about.ToString("N"), ct);

    /// <inheritdoc cref="HoldAsync(Guid, CancellationToken)"/>
    public async Task HoldAsync(string about, CancellationToken ct)
    {
        await unitOfWork.BeginAsync(this, ct);
        // an embedded database has one writer, and the transaction is its lock
        if (Database.IsSqlite())
            return;
        await Database.ExecuteSqlAsync(
            $"""
            DECLARE @given int;
            EXEC @given = sp_getapplock @Resource = {about}, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 15000;
            IF @given < 0 THROW 51000, 'Somebody holds it too long.', 1;
            """,
            ct
        );
    }

    /// <summary>Holds both, in one order: two calls about the same two never wait for each other.</summary>
    public async Task HoldBothAsync(Guid one, Guid other, CancellationToken ct)
    {
        var (first, second) = one < other ? (one, other) : (other, one);
        await HoldAsync(first, ct);
        await HoldAsync(second, ct);
    }

    /// <summary>Saves outside the unit of work and publishes nothing: only the unit of work itself calls this, and what keeps first states.</summary>
    internal Task<int> SaveDirectlyAsync(CancellationToken ct) => base.SaveChangesAsync(true, ct);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<DateTime?>().HaveConversion<UtcConverter>();
        HistoryConvention.Apply(configurationBuilder, GetType().Assembly);
        CodeConvention.Apply(configurationBuilder, GetType().Assembly);
        if (!Database.IsSqlite())
            OrderedId.Use(configurationBuilder);
    }

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (!Database.IsSqlite())
            modelBuilder.HasDefaultSchema(Module);
        CreateModel(modelBuilder);
        if (Database.IsSqlite())
            Prefix(modelBuilder);
        PlatformModel.Map(modelBuilder, Database.IsSqlite(), migrated: Module == PlatformModel.Module);
        IdConvention.Apply(modelBuilder);
        PlaceConvention.Apply(modelBuilder);
        AlphabetConvention.Apply(modelBuilder, Database.IsSqlite());
        VersionConvention.Apply(modelBuilder);
        MacConvention.Apply(modelBuilder);
    }

    /// <summary>Maps the module's own entities, each by the <see cref="IEntityTypeConfiguration{T}"/> beside it.</summary>
    protected virtual void CreateModel(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(GetType().Assembly);

    private void Prefix(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => !PlatformModel.Owns(e.ClrType) && !e.IsOwned()))
            entity.SetTableName($"{Module}_{entity.GetTableName()}");
    }
}
