using Microsoft.Extensions.Configuration;

namespace Registry.Platform.Data;

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>Where the data and, apart from them, the keys are kept.</summary>
public sealed record DatabaseOptions(DatabaseProvider Provider, string Registry, string Keys, string Folder)
{
    public bool IsSqlite => Provider == DatabaseProvider.Sqlite;

    /// <summary>Reads <c>Registry:Data</c>, <c>Registry:Database:Provider</c> and the two connection strings.</summary>
    public static DatabaseOptions From(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["Registry:Data"] ?? "data");
        var provider = configuration.GetValue("Registry:Database:Provider", DatabaseProvider.Sqlite);
        return new(
            provider,
            configuration.GetConnectionString("Registry") ?? Embedded(folder, "registry.db"),
            configuration.GetConnectionString("Keys") ?? Embedded(folder, "keys.db"),
            folder
        );

        string Embedded(string where, string file) =>
            provider == DatabaseProvider.Sqlite
                ? $"Data Source={Path.Combine(where, file)}"
                : throw new InvalidOperationException("SqlServer needs ConnectionStrings__Registry and ConnectionStrings__Keys.");
    }
}
