using System.Text.Json;
using Microsoft.Data.Sqlite;
using Registry.Basics.People;
using Registry.Children.Model;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Sealing;

namespace Registry.Benchmarks;

/// <summary>The registered children of the host's demo, with their names unsealed.</summary>
internal static class DemoChildren
{
    public static List<(Guid Id, string Name, Sex? Sex, DateOnly? Born, string Territory)> Read(
        SqliteConnection keys,
        SqliteConnection data,
        byte[] master,
        SealingKey veil
    )
    {
        var wrapped = new Dictionary<Guid, byte[]>();
        using (var command = keys.CreateCommand())
        {
            command.CommandText = "SELECT SubjectId, Wrapped FROM subject_keys";
            using var reader = command.ExecuteReader();
            while (reader.Read())
                wrapped[reader.Id(0)] = (byte[])reader.GetValue(1);
        }
        var found = new List<(Guid, string, Sex?, DateOnly?, string)>();
        using var registered = data.CreateCommand();
        registered.CommandText =
            "SELECT Id, SealedName, Sex, VeiledBirth, Territory, SealNo FROM children_children WHERE State = 'registered'";
        using var row = registered.ExecuteReader();
        while (row.Read())
        {
            var id = row.Id(0);
            var key = new SealingKey(Cipher.Open(new SealingKey(master), id, new(id), "key", wrapped[id]));
            found.Add(
                (
                    id,
                    new Seal(id, key, null).Open<string>(new SealedAt(id, row.GetInt32(5)), Child.NamePurpose, (byte[])row.GetValue(1)),
                    row.IsDBNull(2) ? null : row.Code<Sex>(2),
                    Born(veil, id, (byte[])row.GetValue(3)),
                    row.GetString(4)
                )
            );
        }
        return found;
    }

    private static DateOnly? Born(SealingKey veil, Guid id, byte[] veiled) =>
        JsonSerializer.Deserialize<Child.Birth>(Cipher.Open(veil, KeyStore.Veil, new(id), Child.BirthPurpose, veiled))!.Date;
}
