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
        base.CreateModel(model);
        model.UseOpenIddict();
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
