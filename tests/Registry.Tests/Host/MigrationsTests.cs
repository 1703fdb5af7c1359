using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Registry.Platform;

namespace Registry.Tests.Host;

/// <summary>Every context of every module, found by its design-time factory, for both providers.</summary>
public sealed class MigrationsTests
{
    private static readonly List<Type> Factories =
    [
        .. Registry
            .Host.Modules.Assemblies.Append(typeof(PlatformModule).Assembly)
            .SelectMany(a => a.GetTypes())
            .Where(t => !t.IsAbstract && t.GetInterfaces().Any(IsFactory)),
    ];

    private static bool IsFactory(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDesignTimeDbContextFactory<>);

    public static TheoryData<string> Names => [.. Factories.Select(f => f.Name)];

    private static DbContext Context(string factory)
    {
        var type = Factories.Single(f => f.Name == factory);
        return (DbContext)type.GetMethod("CreateDbContext")!.Invoke(Activator.CreateInstance(type), [Array.Empty<string>()])!;
    }

    [Fact]
    public void Every_context_has_both_providers()
    {
        Assert.True(Factories.Count >= 8);
        foreach (var factory in Factories.Where(f => !f.Name.StartsWith("Sqlite", StringComparison.Ordinal)))
            Assert.Contains(Factories, f => f.Name == "Sqlite" + factory.Name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_model_change_waits_for_a_migration(string factory)
    {
        using var db = Context(factory);
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.NotEmpty(db.Database.GetMigrations());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_migration_script_for_SQL_Server_parses(string factory)
    {
        using var db = Context(factory);
        if (db.Database.IsSqlite())
            return;
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        TSql.Parse(script);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_on_SQL_Server_sort_by_their_time(string factory)
    {
        using var db = Context(factory);
        if (db.Database.IsSqlite())
            return;
        var ids = db
            .Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties())
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid))
            .ToList();
        Assert.NotEmpty(ids);
        Assert.All(ids, p => Assert.Equal("binary(16)", p.GetColumnType()));
    }
}

/// <summary>Parses T-SQL as SQL Server 2022 would.</summary>
internal static class TSql
{
    public static void Parse(string sql)
    {
        using var reader = new StringReader(sql);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(e => $"{e.Line}: {e.Message}")) + "\n" + sql);
    }
}
