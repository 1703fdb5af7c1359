using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Registry.Platform.Rows;

namespace Registry.Platform.Model;

/// <summary>Instants come back from the database as what they are: UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(at => at, at => DateTime.SpecifyKind(at, DateTimeKind.Utc));

internal static class VersionConvention
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)))
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
    }
}

/// <summary>Of two saves that have read the same row the second is refused, whatever columns they change: its MAC would be made over what the first has replaced.</summary>
internal static class MacConvention
{
    public static void Apply(ModelBuilder model)
    {
        foreach (
            var entity in model.Model.GetEntityTypes().Where(e => typeof(Registry.Platform.Rows.IAttested).IsAssignableFrom(e.ClrType))
        )
        {
            var mac = entity.FindProperty(nameof(Registry.Platform.Rows.IAttested.Mac))!;
            mac.IsConcurrencyToken = true;
            mac.SetMaxLength(32);
        }
    }
}
