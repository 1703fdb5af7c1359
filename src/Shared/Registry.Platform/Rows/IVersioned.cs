namespace Registry.Platform.Rows;

/// <summary>Aggregates carry a version that the web edge shows as ETag and demands as If-Match.</summary>
public interface IVersioned
{
    Guid Version { get; set; }
}
