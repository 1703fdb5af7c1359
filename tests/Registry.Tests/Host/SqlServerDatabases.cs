using Microsoft.Data.SqlClient;

namespace Registry.Tests.Host;

/// <summary>
/// Two fresh databases of a host on the server named by <c>REGISTRY_TEST_SQLSERVER</c> (a connection string without a database), without MARS, dropped with the
/// host. Without it, hosts run on the embedded files.
/// </summary>
internal static class SqlServerDatabases
{
    public static string? Server { get; } =
        Environment.GetEnvironmentVariable("REGISTRY_TEST_SQLSERVER") is { Length: > 0 } server ? server : null;

    /// <summary>Settings of a host on that server; hosts on one folder share their databases.</summary>
    public static Dictionary<string, string> Settings(string server, string folder) =>
        new()
        {
            ["Registry:Database:Provider"] = "SqlServer",
            ["ConnectionStrings:Registry"] = Of(server, folder, "data"),
            ["ConnectionStrings:Keys"] = Of(server, folder, "keys"),
        };

    public static void Drop(string server, string folder)
    {
        SqlConnection.ClearAllPools();
        using var connection = new SqlConnection(server);
        connection.Open();
        foreach (var part in new[] { "data", "keys" })
        {
            using var command = connection.CreateCommand();
            var name = Name(folder, part);
            command.CommandText =
                $"IF DB_ID('{name}') IS NOT NULL BEGIN ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}] END";
            command.ExecuteNonQuery();
        }
    }

    private static string Of(string server, string folder, string part) =>
        new SqlConnectionStringBuilder(server) { InitialCatalog = Name(folder, part), MultipleActiveResultSets = false }.ToString();

    /// <summary>Letters, digits and hyphens: it is part of a statement.</summary>
    private static string Name(string folder, string part) =>
        $"registry-test-{new string([.. Path.GetFileName(folder).Where(char.IsAsciiLetterOrDigit)])}-{part}";
}

public sealed class SqlServerDatabasesTests
{
    [Fact]
    public void A_host_gets_two_databases_of_its_own_without_MARS()
    {
        var settings = SqlServerDatabases.Settings("Server=db;User Id=sa;Password=x;MultipleActiveResultSets=True", "/t/registry-aB1'");
        var (data, keys) = (
            new SqlConnectionStringBuilder(settings["ConnectionStrings:Registry"]),
            new SqlConnectionStringBuilder(settings["ConnectionStrings:Keys"])
        );
        Assert.Equal("SqlServer", settings["Registry:Database:Provider"]);
        Assert.Equal(("registry-test-registryaB1-data", "registry-test-registryaB1-keys"), (data.InitialCatalog, keys.InitialCatalog));
        Assert.All([data, keys], c => Assert.False(c.MultipleActiveResultSets));
    }
}
