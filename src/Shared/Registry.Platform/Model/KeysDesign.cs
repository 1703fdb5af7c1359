using Microsoft.EntityFrameworkCore;
using Registry.Platform.Keys;

namespace Registry.Platform.Model;

internal sealed class KeysDesign : DesignTimeFactory<KeysDbContext>
{
    protected override KeysDbContext Create(DbContextOptions<KeysDbContext> options) => new(options);
}

internal sealed class SqliteKeysDesign : DesignTimeFactory<SqliteKeysDbContext>
{
    protected override SqliteKeysDbContext Create(DbContextOptions<SqliteKeysDbContext> options) => new(options);
}
