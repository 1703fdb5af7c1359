using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Checks;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Tests.Host;
using Registry.Tests.Merging;

namespace Registry.Tests.Platform;

/// <summary>Someone with control of the database moves a seal to another row, or restores an older one: it does not open there [14.3, 24].</summary>
[Clause("14.3", "24", "28")]
[Trait("Needs", "embedded")]
public sealed class SealedRowsTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public Task InitializeAsync()
    {
        // a Sunday: files are checked too
        _host.Clock.Advance(TimeSpan.FromDays(6));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_sealed_column_lies_in_a_numbered_row_and_names_what_it_is_sealed_for() =>
        await _host.InScopeAsync(s =>
        {
            var sealable =
                from t in ChildSnapshot.Tables(s)
                from p in t.Type.GetProperties()
                where p.Name.StartsWith("Sealed", StringComparison.Ordinal) && p.ClrType == typeof(byte[])
                select $"{t.Type.ClrType.Name}.{p.Name}";
            var named = MadeRows
                .Tables<ISealedRow>(s)
                .SelectMany(t => MadeRows.Sealed(t).Select(c => $"{t.ClrType.Name}.{c.Column.Name}"))
                .ToList();
            Assert.True(named.Count >= 36, $"{named.Count}");
            Assert.Equal([], sealable.Except(named));
            Assert.Equal([], MadeRows.Tables<ISealedRow>(s).Where(t => MadeRows.Sealed(t).Count == 0).Select(t => t.ClrType.Name));
            return Task.FromResult(0);
        });

    [Fact]
    public async Task Every_seal_of_the_demo_opens_where_it_lies() => Assert.Empty(await FoundAsync());

    [Fact]
    public async Task A_sealed_column_of_one_row_does_not_open_in_another_row_of_the_same_child() =>
        await EachAsync(
            async (type, rows, seal) =>
            {
                foreach (var (column, purposes) in rows.Count < 2 ? [] : MadeRows.Sealed(type))
                {
                    var name = MadeRows.ColumnOf(type, column);
                    var (one, other) = (Of(column, rows[0]), Of(column, rows[1]));
                    await PutAsync(type, rows[0], name, other);
                    await PutAsync(type, rows[1], name, one);
                    Refused(seal, rows[0], Purpose(rows[0], purposes), other);
                    Refused(seal, rows[1], Purpose(rows[1], purposes), one);
                    Assert.Equal(rows.Select(r => r.Id).Distinct().Order(), (await FoundAsync()).Select(f => f.AboutId).Order());
                    await PutAsync(type, rows[0], name, one);
                    await PutAsync(type, rows[1], name, other);
                    Assert.Equal("", seal.Open<string>(rows[0], Purpose(rows[0], purposes), one));
                }
                Assert.Empty(await FoundAsync());
            }
        );

    [Fact]
    public async Task An_older_seal_of_the_same_row_does_not_open_any_more() =>
        await EachAsync(
            async (type, rows, seal) =>
            {
                foreach (var (column, purposes) in MadeRows.Sealed(type))
                {
                    var (name, older) = (MadeRows.ColumnOf(type, column), Of(column, rows[0]));
                    var newer = seal.Close(rows[0], Purpose(rows[0], purposes), "newer");
                    await PutAsync(type, rows[0], nameof(ISealedRow.SealNo), rows[0].SealNo);
                    foreach (var (beside, its) in MadeRows.Sealed(type).Where(c => c.Column != column))
                        await PutAsync(type, rows[0], beside.Name, seal.Close(SealedAt.Of(rows[0]), Purpose(rows[0], its), ""));
                    await PutAsync(type, rows[0], name, newer);
                    Assert.Empty(await FoundAsync());
                    await PutAsync(type, rows[0], name, older);
                    Refused(seal, rows[0], Purpose(rows[0], purposes), older);
                    Assert.Equal(rows[0].Id, Assert.Single(await FoundAsync()).AboutId);
                    await PutAsync(type, rows[0], name, newer);
                }
            }
        );

    /// <summary>Two rows of one child in each table with sealed columns.</summary>
    private async Task EachAsync(Func<IEntityType, IReadOnlyList<ISealedRow>, Seal, Task> attack)
    {
        var tried = 0;
        await _host.InScopeAsync(async s =>
        {
            var vault = s.GetRequiredService<Vault>();
            var child = await vault.NewSubjectAsync(default);
            var wholes = new Dictionary<Type, Guid[]>();
            foreach (var type in MadeRows.Tables<ISealedRow>(s))
            {
                var whole = type.GetForeignKeys().FirstOrDefault(k => k.IsUnique)?.PrincipalEntityType.ClrType;
                var seal =
                    typeof(ISubjectRow).IsAssignableFrom(type.ClrType) || whole is not null || type.FindProperty("ChildId") is not null
                        ? child
                        : await vault.OfBaseAsync(default);
                var ids = whole is null ? [Registry.Basics.Ids.New(), Registry.Basics.Ids.New()] : wholes[whole];
                // a child has one row of its own
                if (typeof(ISubjectRow).IsAssignableFrom(type.ClrType) || type.FindPrimaryKey()!.Properties is [{ Name: "ChildId" }])
                    ids = [child.Subject];
                wholes[type.ClrType] = ids;
                var rows = ids.Select((id, nth) => Row(type, seal, id, nth)).ToList();
                var db = await MadeRows.ContextAsync(s, type);
                db.AddRange(rows);
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
                await attack(type, rows, seal);
                tried++;
            }
            return 0;
        });
        Assert.True(tried >= 34, $"{tried} tables");
    }

    private static ISealedRow Row(IEntityType type, Seal seal, Guid id, int nth)
    {
        var row = (ISealedRow)MadeRows.New(type, seal.Subject, id, nth);
        foreach (var (column, purposes) in MadeRows.Sealed(type))
            column.SetValue(row, seal.Close(SealedAt.Of(row), Purpose(row, purposes), ""));
        return row;
    }

    private static string Purpose(ISealedRow row, IReadOnlyList<string> purposes) => purposes.First(row.Takes);

    private static byte[] Of(System.Reflection.PropertyInfo column, ISealedRow row) => (byte[])column.GetValue(row)!;

    private static void Refused(Seal seal, ISealedRow row, string purpose, byte[] bytes) =>
        Assert.Equal(BrokenSealException.Refusal, Assert.Throws<BrokenSealException>(() => seal.Open<string>(row, purpose, bytes)).Code);

    private async Task PutAsync(IEntityType type, ISealedRow row, string column, object value)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(_host.Folder, "registry.db")};Pooling=False");
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        var keys = type.FindPrimaryKey()!.Properties;
        command.CommandText =
            $"UPDATE {type.GetTableName()} SET \"{column}\" = $value WHERE {string.Join(" AND ", keys.Select((k, i) => $"\"{k.GetColumnName()}\" = $k{i}"))}";
        command.Parameters.AddWithValue("$value", value);
        for (var i = 0; i < keys.Count; i++)
            command.Parameters.AddWithValue($"$k{i}", keys[i].Stored(keys[i].PropertyInfo!.GetValue(row)));
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private Task<IReadOnlyList<Finding>> FoundAsync() =>
        _host.InScopeAsync(s => s.GetServices<INightlyCheck>().OfType<SealsCheck>().Single().FindAsync(default));
}

internal static class StoredValues
{
    /// <summary>As the column holds it.</summary>
    public static object Stored(this IProperty property, object? value) =>
        (property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
}
