using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Registry.Platform.Data;
using Registry.Platform.Sealing;

namespace Registry.Platform.Keys;

/// <summary>
/// The master keys from the settings: <c>Registry:Vault:MasterKeys:{name}</c> = 32 bytes in base64, <c>Registry:Vault:CurrentMasterKey</c> = the name that wraps new keys.
/// Where none is set (never in Production), a development key is made in the data folder.
/// </summary>
public sealed class MasterKeys
{
    private const string DevelopmentName = "development";
    private readonly Dictionary<string, SealingKey> _keys;

    private MasterKeys(Dictionary<string, SealingKey> keys, string current)
    {
        _keys = keys;
        Current = keys.ContainsKey(current)
            ? current
            : throw new InvalidOperationException($"Registry:Vault:MasterKeys has no key named '{current}'.");
    }

    public string Current { get; }

    public bool IsDevelopment => Current == DevelopmentName;

    internal SealingKey this[string name] =>
        _keys.TryGetValue(name, out var key) ? key : throw new InvalidOperationException($"Master key '{name}' is not in the settings.");

    public static MasterKeys From(IConfiguration configuration, DatabaseOptions database)
    {
        var keys = configuration
            .GetSection("Registry:Vault:MasterKeys")
            .GetChildren()
            .ToDictionary(c => c.Key, c => new SealingKey(Parse(c.Key, c.Value)), StringComparer.Ordinal);
        if (keys.Count > 0)
            return new(keys, configuration["Registry:Vault:CurrentMasterKey"] ?? keys.Keys.Order(StringComparer.Ordinal).Last());
        return new(new(StringComparer.Ordinal) { [DevelopmentName] = new(DevelopmentKey(database.Folder)) }, DevelopmentName);
    }

    private static byte[] Parse(string name, string? value)
    {
        var key = new byte[Cipher.KeySize];
        return value is not null && Convert.TryFromBase64String(value, key, out var length) && length == Cipher.KeySize
            ? key
            : throw new InvalidOperationException($"Master key '{name}' is not 32 bytes in base64.");
    }

    private static byte[] DevelopmentKey(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "development.key");
        if (!File.Exists(file))
            File.WriteAllBytes(file, RandomNumberGenerator.GetBytes(Cipher.KeySize));
        return File.ReadAllBytes(file);
    }
}
