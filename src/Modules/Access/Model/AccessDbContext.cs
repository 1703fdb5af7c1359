using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Access.Model;

/// <summary>Tables of the Access module.</summary>
internal class AccessDbContext : ModuleDbContext
{
    public const string Name = "access";

    public AccessDbContext(DbContextOptions<AccessDbContext> options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    protected AccessDbContext(DbContextOptions options, UnitOfWork unitOfWork)
        : base(options, unitOfWork) { }

    public DbSet<Body> Bodies => Set<Body>();
    public DbSet<Specialist> Specialists => Set<Specialist>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<AccessRequest> AccessRequests => Set<AccessRequest>();
    public DbSet<SealedReader> SealedReaders => Set<SealedReader>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<PasskeyChallenge> PasskeyChallenges => Set<PasskeyChallenge>();
    public DbSet<Territory> Territories => Set<Territory>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<NoticeChoice> NoticeChoices => Set<NoticeChoice>();
    public DbSet<JobSchedule> JobSchedules => Set<JobSchedule>();
    public DbSet<ProviderKey> ProviderKeys => Set<ProviderKey>();
    public DbSet<IntegratorClient> Clients => Set<IntegratorClient>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();

    protected override string Module => Name;

    protected override async Task FillAsync(CancellationToken ct)
    {
        foreach (
            var body in await Bodies
                .Where(b => b.OrderRu == "")
                .Select(b => new
                {
                    b.Id,
                    b.NameKy,
                    b.NameRu,
                })
                .ToListAsync(ct)
        )
        {
            var (ky, ru) = (Alphabet.Key(body.NameKy), Alphabet.Key(body.NameRu));
            await Bodies
                .Where(b => b.Id == body.Id)
                .ExecuteUpdateAsync(b => b.SetProperty(x => x.OrderKy, ky).SetProperty(x => x.OrderRu, ru), ct);
        }
        foreach (var one in await Specialists.AsNoTracking().Where(s => s.OrderName == "").ToListAsync(ct))
        {
            var key = Alphabet.Key(one.FullName);
            await Specialists.Where(s => s.Id == one.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.OrderName, key), ct);
        }
    }

    protected override void CreateModel(ModelBuilder model)
    {
        model.Entity<IntegratorClient>(e =>
        {
            e.ToTable("clients");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.ClientId).HasMaxLength(60).IsUnicode(false);
            e.Property(c => c.Name).HasMaxLength(IntegratorClient.NameMaxLength);
            e.Property(c => c.Scopes).HasMaxLength(200).IsUnicode(false);
            e.Property(c => c.Territory).HasMaxLength(Soate.Length).IsUnicode(false);
            e.Property(c => c.Addresses).HasMaxLength(1000).IsUnicode(false);
            e.Ignore(c => c.ScopeList);
            e.Ignore(c => c.Data);
            e.Ignore(c => c.Asked);
            e.Ignore(c => c.Title);
            e.Ignore(c => c.AddressList);
            e.HasIndex(c => c.ClientId).IsUnique();
        });
        model.Entity<Body>(e =>
        {
            e.ToTable("bodies");
            e.Property(b => b.Id).ValueGeneratedNever();
            e.Property(b => b.NameKy).HasMaxLength(Body.NameMaxLength);
            e.Property(b => b.NameRu).HasMaxLength(Body.NameMaxLength);
            e.Property(b => b.OrderKy).IsAlphabetKey(this, Body.NameMaxLength);
            e.Property(b => b.OrderRu).IsAlphabetKey(this, Body.NameMaxLength);
            e.HasIndex(b => new { b.OrderKy, b.Id });
            e.HasIndex(b => new { b.OrderRu, b.Id });
            e.Property(b => b.Address).HasMaxLength(Body.AddressMaxLength);
            e.Property(b => b.SuspendReason).HasMaxLength(Account.ReasonMaxLength);
            e.Ignore(b => b.Name);
            e.Property(b => b.Inn).HasMaxLength(14).IsUnicode(false);
            e.Property(b => b.Territory).HasMaxLength(14).IsUnicode(false);
            e.Property(b => b.District).HasMaxLength(8).IsUnicode(false);
            e.HasIndex(b => b.Inn).IsUnique();
            e.HasMany(b => b.Departments).WithOne().HasForeignKey("BodyId").OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Department>(e =>
        {
            e.ToTable("departments");
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.NameKy).HasMaxLength(Body.NameMaxLength);
            e.Property(d => d.NameRu).HasMaxLength(Body.NameMaxLength);
        });
        model.Entity<SealedReader>(e =>
        {
            e.ToTable("sealed_readers");
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Reason).HasMaxLength(SealedReader.ReasonMaxLength);
            e.HasIndex(r => r.SpecialistId, "IX_sealed_reader")
                .IsUnique()
                .HasFilter(Database.IsSqlite() ? "\"EndedAt\" IS NULL" : "[EndedAt] IS NULL");
        });
        model.Entity<Specialist>(e =>
        {
            e.ToTable("specialists");
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Surname).HasMaxLength(Specialist.NameMaxLength);
            e.Property(s => s.Name).HasMaxLength(Specialist.NameMaxLength);
            e.Property(s => s.Patronymic).HasMaxLength(Specialist.NameMaxLength);
            e.Property(s => s.Position).HasMaxLength(Specialist.PositionMaxLength);
            e.Property(s => s.PinToken).HasMaxLength(SpecialistPins.TokenSize);
            e.HasIndex(s => s.BodyId);
            e.HasIndex(s => s.PinToken).IsUnique();
            e.Property(s => s.OrderName).IsAlphabetKey(this, 3 * Specialist.NameMaxLength + 2);
            e.HasIndex(s => new { s.OrderName, s.Id });
        });
        model.Entity<Account>(e =>
        {
            e.ToTable("accounts");
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.Login).HasMaxLength(Account.LoginMaxLength).IsUnicode(false);
            e.Ignore(a => a.Name);
            e.Property(a => a.Role).HasConversion<string>().HasMaxLength(40);
            e.Property(a => a.Territory).HasMaxLength(14).IsUnicode(false);
            e.Property(a => a.Language).HasMaxLength(2).IsUnicode(false);
            e.Property(a => a.SuspendReason).HasMaxLength(Account.ReasonMaxLength);
            e.HasIndex(a => a.Login).IsUnique();
            e.Ignore(a => a.Access);
            // of two given at once the second is refused
            e.HasIndex(a => new { a.SpecialistId, a.Nth }).IsUnique();
        });
        model.Entity<AccessRequest>(e =>
        {
            e.ToTable("requests");
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Ignore(r => r.Access);
            e.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
            e.Property(r => r.Login).HasMaxLength(Account.LoginMaxLength).IsUnicode(false);
            e.Property(r => r.Role).HasConversion<string>().HasMaxLength(40);
            e.Property(r => r.Territory).HasMaxLength(Soate.Length).IsUnicode(false);
            e.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(r => r.SpecialistId, "IX_open_request")
                .IsUnique()
                .HasFilter(Database.IsSqlite() ? "\"State\" = 'Requested'" : "[State] = 'Requested'");
        });
        model.Entity<Session>(e =>
        {
            e.ToTable("sessions");
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Ip).HasMaxLength(45);
            e.Property(s => s.Browser).HasMaxLength(200);
            e.Property(s => s.OutsideSubject).HasMaxLength(32).IsUnicode(false);
            e.Property(s => s.OutsideSession).HasMaxLength(32).IsUnicode(false);
            e.HasIndex(s => s.OutsideSubject);
            e.HasIndex(s => s.OutsideSession);
            // an answer of the outside provider admits once
            e.HasIndex(s => s.OutsidePass).IsUnique();
            e.HasIndex(s => new
            {
                s.AccountId,
                s.StartedAt,
                s.Id,
            });
        });
        model.Entity<RecoveryCode>(e =>
        {
            e.ToTable("recovery_codes");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Hash).HasMaxLength(RecoveryCode.HashSize);
            e.HasIndex(c => new { c.AccountId, c.Hash }).IsUnique();
        });
        model.Entity<Passkey>(e =>
        {
            e.ToTable("passkeys");
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.CredentialId).HasMaxLength(Passkey.CredentialIdMaxLength);
            e.Property(p => p.CredentialHash).HasMaxLength(RecoveryCode.HashSize);
            e.HasIndex(p => p.CredentialHash).IsUnique();
            e.HasIndex(p => p.AccountId);
        });
        model.Entity<PasskeyChallenge>(e =>
        {
            e.ToTable("passkey_challenges");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.State).HasMaxLength(PasskeyChallenge.StateMaxLength);
            e.HasIndex(c => c.At);
        });
        model.Entity<Territory>(e =>
        {
            e.ToTable("territories");
            e.Property(t => t.Id).ValueGeneratedNever();
            e.Ignore(t => t.Name);
            e.Property(t => t.Code).HasMaxLength(Soate.Length).IsUnicode(false);
            e.Property(t => t.Parent).HasMaxLength(Soate.Length).IsUnicode(false);
            e.Property(t => t.Predecessor).HasMaxLength(Soate.Length).IsUnicode(false);
            e.Property(t => t.Type).HasMaxLength(40);
            e.Property(t => t.NameKy).HasMaxLength(200);
            e.Property(t => t.NameRu).HasMaxLength(200);
            e.Property(t => t.NameEn).HasMaxLength(200);
            e.HasIndex(t => new { t.Code, t.ValidFrom }).IsUnique();
        });
        model.Entity<ProviderKey>(e =>
        {
            e.ToTable("provider_keys");
            e.Property(k => k.Id).ValueGeneratedNever();
        });
        MapNotices(model);
        model.Entity<SavedView>(e =>
        {
            e.ToTable("saved_views");
            e.Property(v => v.Id).ValueGeneratedNever();
            e.Property(v => v.Screen).HasMaxLength(SavedView.ScreenMaxLength).IsUnicode(false);
            e.Property(v => v.Name).HasMaxLength(SavedView.NameMaxLength);
            e.Property(v => v.Query).HasMaxLength(SavedView.QueryMaxLength).IsUnicode(false);
            e.HasIndex(v => new
                {
                    v.AccountId,
                    v.Screen,
                    v.Name,
                })
                .IsUnique();
        });
        model.Entity<JobSchedule>(e =>
        {
            e.ToTable("job_schedules");
            e.HasKey(j => j.Key);
            e.Property(j => j.Key).HasMaxLength(100).IsUnicode(false);
            e.Property(j => j.Cron).HasMaxLength(60).IsUnicode(false);
        });
        model.UseOpenIddict();
    }

    private static void MapNotices(ModelBuilder model)
    {
        model.Entity<Notice>(e =>
        {
            e.ToTable("notices");
            e.Property(n => n.Id).ValueGeneratedNever();
            e.Property(n => n.Kind).HasConversion<string>().HasMaxLength(40);
            e.Property(n => n.Mail).HasConversion<string>().HasMaxLength(20);
            e.Property(n => n.Key).HasMaxLength(120).IsUnicode(false);
            e.Property(n => n.Matter).HasMaxLength(80).IsUnicode(false);
            e.Property(n => n.Number).HasMaxLength(40);
            e.Property(n => n.Step).HasConversion<CodeConverter<Step>>().HasMaxLength(40);
            // two hosts that want to send the same mail: the second one is refused
            e.Property(n => n.MailAttempts).IsConcurrencyToken();
            e.HasIndex(n => new { n.AccountId, n.At });
            e.HasIndex(n => new { n.Mail, n.MailNextAt });
            e.HasIndex(n => new
                {
                    n.Kind,
                    n.Key,
                    n.AccountId,
                })
                .IsUnique();
            e.HasIndex(n => new { n.AccountId, n.Matter }).IsUnique().HasFilter("Matter IS NOT NULL");
            e.HasIndex(n => n.ChildId);
        });
        model.Entity<NoticeChoice>(e =>
        {
            e.ToTable("notice_choices");
            e.HasKey(c => new { c.AccountId, c.Kind });
            e.Property(c => c.Kind).HasConversion<string>().HasMaxLength(40);
        });
    }
}

/// <summary>The same model with the migrations of SQLite.</summary>
internal sealed class SqliteAccessDbContext(DbContextOptions<SqliteAccessDbContext> options, UnitOfWork unitOfWork)
    : AccessDbContext(options, unitOfWork);

internal sealed class AccessDesign : DesignTimeFactory<AccessDbContext>
{
    protected override AccessDbContext Create(DbContextOptions<AccessDbContext> options) => new(options, NoUnitOfWork);
}

internal sealed class SqliteAccessDesign : DesignTimeFactory<SqliteAccessDbContext>
{
    protected override SqliteAccessDbContext Create(DbContextOptions<SqliteAccessDbContext> options) => new(options, NoUnitOfWork);
}
