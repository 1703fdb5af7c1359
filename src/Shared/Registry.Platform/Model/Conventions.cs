using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Rows;

namespace Registry.Platform.Model;

/// <summary>Instants come back from the database as what they are: UTC.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(at => at, at => DateTime.SpecifyKind(at, DateTimeKind.Utc));

/// <summary>An enum is stored as its code, unless it is an order (<see cref="RankAttribute"/>).</summary>
internal static class CodeConvention
{
    private const int MaxLength = 40;

    private static readonly Assembly[] Shared = [typeof(Codes).Assembly, typeof(IEvent).Assembly, typeof(CodeConvention).Assembly];

    public static void Apply(ModelConfigurationBuilder model, Assembly module)
    {
        foreach (var type in Shared.Append(module).Distinct().SelectMany(a => a.GetTypes()))
            if (type.IsEnum && type.GetCustomAttribute<RankAttribute>() is null)
                model
                    .Properties(type)
                    .HaveConversion(typeof(CodeConverter<>).MakeGenericType(type))
                    .HaveMaxLength(MaxLength)
                    .AreUnicode(false);
    }
}

/// <summary>The Base makes its own ids.</summary>
internal static class IdConvention
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
            if (entity.FindPrimaryKey()?.Properties is [{ Name: "Id" } id] && id.ClrType == typeof(Guid))
                id.ValueGenerated = ValueGenerated.Never;
    }
}

/// <summary>SOATE codes are ASCII, compared by their bytes on every server.</summary>
internal static class PlaceConvention
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            Short(entity.FindProperty(nameof(ITerritorial.Territory)), Soate.Length);
            Short(entity.FindProperty(nameof(ITerritorial.District)), Soate.DistrictLength);
        }

        static void Short(IMutableProperty? code, int length)
        {
            if (code?.ClrType != typeof(string))
                return;
            code.SetMaxLength(length);
            code.SetIsUnicode(false);
        }
    }
}

/// <summary>Keys of <see cref="Alphabet"/> are compared code by code.</summary>
internal static class AlphabetConvention
{
    public static void Apply(ModelBuilder model, bool isSqlite)
    {
        foreach (var column in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            if (column.RemoveAnnotation(Alphabet.KeyAnnotation) is not null && !isSqlite)
                column.SetCollation(Alphabet.ServerCollation);
    }
}

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
