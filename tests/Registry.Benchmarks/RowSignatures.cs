using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Attesting;
using Registry.Platform.Model;
using Registry.Platform.Rows;

namespace Registry.Benchmarks;

/// <summary>Adds MACs to rows that were written bypassing the Base, so that it accepts changes to them (ADR 46).</summary>
internal static class RowSignatures
{
    public static async Task AddAsync(IServiceProvider services, string folder)
    {
        var signer = await services.GetRequiredService<RowMacs>().SignerAsync(default);
        await services
            .GetRequiredService<OwnTables>()
            .EachAsync(
                AttestedTable.Is,
                async (db, type) =>
                {
                    var table = AttestedTable.Of(type);
                    await using var file = new SqliteConnection($"Data Source={Path.Combine(folder, "registry.db")}");
                    await file.OpenAsync();
                    await using var transaction = await file.BeginTransactionAsync();
                    await using var command = file.CreateCommand();
                    command.CommandText = $"UPDATE {table.Name} SET Mac = @mac WHERE Id = @id";
                    var mac = command.Parameters.Add("@mac", SqliteType.Blob);
                    var id = command.Parameters.Add("@id", SqliteType.Text);
                    await foreach (var row in OwnTables.RowsOf(db, type))
                        if (((IAttested)row).Mac.Length == 0)
                        {
                            (mac.Value, id.Value) = (signer.Of(table.Text(row)), table.IdOf(row).ToString().ToUpperInvariant());
                            await command.ExecuteNonQueryAsync();
                        }
                    await transaction.CommitAsync();
                }
            );
    }
}
