using Registry.Platform.Data;
using Registry.Tests.Host;
using SQLitePCL;

namespace Registry.Tests.Platform;

[Trait("Needs", "embedded")]
public sealed class HotReadsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task Plans_a_statement_once_whatever_is_bound_to_its_limit()
    {
        using var reads = new HotReads(new(DatabaseProvider.Sqlite, $"Data Source={_file}", "", ""));
        Task<List<int>> ReadAsync(int rows) =>
            reads
                .ListAsync(
                    reads.Sql().Add("SELECT value FROM (SELECT 1 value UNION SELECT 2 UNION SELECT 3) WHERE value > {}", 0).First(rows),
                    row => row.GetInt32(0),
                    CancellationToken.None
                )
                .AsTask();
        Assert.Equal([1], await ReadAsync(1));
        // SQLite calls the authorizer only while planning a statement
        var planned = 0;
        raw.sqlite3_set_authorizer(
            Assert.Single(reads.Idle),
            (delegate_authorizer)(
                (_, _, _, _, _, _) =>
                {
                    planned++;
                    return raw.SQLITE_OK;
                }
            ),
            null
        );
        // a new authorizer makes it plan again
        Assert.Equal([1, 2], await ReadAsync(2));
        Assert.NotEqual(0, planned);
        planned = 0;
        Assert.Equal([1, 2, 3], await ReadAsync(3));
        Assert.Equal(0, planned);
    }

    public void Dispose()
    {
        SqlitePools.Clear(_file);
        File.Delete(_file);
    }
}
