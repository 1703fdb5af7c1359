using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Registry.Platform.Data;

/// <summary>
/// Ids on SQL Server: 16 bytes, the time of a version 7 id first. Its own uniqueidentifier compares the last bytes first, so that «the latest» by id would be any,
/// and new rows would land all over the table (docs/adr/0019).
/// </summary>
internal sealed class OrderedId() : ValueConverter<Guid, byte[]>(id => Bytes(id), bytes => Of(bytes))
{
    private const string Column = "binary(16)";

    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Of(byte[] bytes) => new(bytes, bigEndian: true);

    /// <summary>Every id of a model, the empty ones too.</summary>
    public static void Use(ModelConfigurationBuilder model)
    {
        model.Properties<Guid>().HaveConversion<OrderedId>().HaveColumnType(Column);
        model.Properties<Guid?>().HaveConversion<OrderedId>().HaveColumnType(Column);
    }
}
