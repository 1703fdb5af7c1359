using Microsoft.Extensions.Configuration;

namespace Registry.Platform.Backups;

/// <summary>
/// <c>Registry:Backup:Folder</c> for the data, <c>Registry:Backup:KeysFolder</c> for the key store (apart from the data), <c>Registry:Backup:KeepDays</c> and
/// <c>Registry:Backup:KeepKeysDays</c>: keys are kept short, so that a purge is soon final.
/// </summary>
public sealed record BackupSettings(string? Folder, string? KeysFolder, int KeepDays, int KeepKeysDays)
{
    public static BackupSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Registry:Backup");
        var folder = section["Folder"];
        return new(folder, section["KeysFolder"] ?? folder, section.GetValue("KeepDays", 30), section.GetValue("KeepKeysDays", 7));
    }
}
