using Microsoft.Extensions.Configuration;

namespace Registry.Platform.Parsing;

/// <summary>What reading one foreign file may cost.</summary>
/// <param name="Workers">Processes that read side by side.</param>
/// <param name="Megabytes">Resident memory of one of them, native memory included.</param>
/// <param name="Seconds">Processor time for one file; <see cref="Patience"/> times as long by the clock.</param>
public sealed record ParsingSettings(int Workers = 2, int Megabytes = 512, int Seconds = 20)
{
    /// <summary>On a busy machine a harmless file may wait long for little work.</summary>
    internal const int Patience = 5;

    public static ParsingSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Registry:Parsing");
        var defaults = new ParsingSettings();
        return new(
            Math.Max(1, section.GetValue(nameof(Workers), defaults.Workers)),
            Math.Max(128, section.GetValue(nameof(Megabytes), defaults.Megabytes)),
            Math.Max(1, section.GetValue(nameof(Seconds), defaults.Seconds))
        );
    }
}
