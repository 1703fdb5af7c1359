using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Platform.Rows;

namespace Registry.Reporting.Model;

/// <summary>Official boundaries loaded by the administrator, each with the SOATE code of its territory and nothing else [22.4].</summary>
[NoSubject("outlines of territories")]
internal sealed class Boundaries
{
    /// <summary>There is one set: a new one replaces the old.</summary>
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public string GeoJson { get; set; } = "";
    public int Count { get; set; }
    public DateTime At { get; set; }
    public Guid By { get; set; }

    /// <summary>Keeps only the shapes and their codes from a GeoJSON.</summary>
    /// <param name="property">The property of a feature that holds the SOATE code.</param>
    /// <exception cref="DomainException"><c>map.not-geojson</c>, <c>map.no-code</c>; neither names the feature, since a map has hundreds.</exception>
    public static (string GeoJson, int Count) Read(string text, string property)
    {
        JsonArray? features;
        try
        {
            features = JsonNode.Parse(text)?["features"] as JsonArray;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new DomainException("map.not-geojson", 400, "geoJson");
        }
        if (features is not { Count: > 0 })
            throw new DomainException("map.not-geojson", 400, "geoJson");
        var kept = new JsonArray();
        foreach (var feature in features)
            kept.Add(Kept(feature, property));
        return (new JsonObject { ["type"] = "FeatureCollection", ["features"] = kept }.ToJsonString(), kept.Count);
    }

    private static JsonObject Kept(JsonNode? feature, string property)
    {
        if (
            feature is not JsonObject { } shape
            || shape["geometry"] is not JsonObject geometry
            || geometry["type"] is not JsonValue type
            || !type.TryGetValue<string>(out var kind)
            || kind is not ("Polygon" or "MultiPolygon")
            || geometry["coordinates"] is not JsonArray coordinates
        )
            throw new DomainException("map.not-geojson", 400, "geoJson");
        if (
            shape["properties"] is not JsonObject properties
            || properties[property] is not JsonValue code
            || !Soate.IsValid(code.ToString())
        )
            throw new DomainException("map.no-code", 400, "property");
        return new JsonObject
        {
            ["type"] = "Feature",
            ["properties"] = new JsonObject { ["name"] = code.ToString() },
            ["geometry"] = new JsonObject { ["type"] = kind, ["coordinates"] = coordinates.DeepClone() },
        };
    }
}

/// <summary>The table of <see cref="Boundaries"/>.</summary>
internal sealed class BoundariesConfiguration : IEntityTypeConfiguration<Boundaries>
{
    public void Configure(EntityTypeBuilder<Boundaries> e)
    {
        e.ToTable("boundaries");
        e.Property(b => b.Id).ValueGeneratedNever();
    }
}
