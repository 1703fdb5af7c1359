using Registry.Basics;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Data;

namespace Registry.Access.Model;

/// <summary>Looks territories up by code, never by name (there are two Manas, two Naryn, two Talas).</summary>
internal sealed class TerritoryCatalog(HotReads reads, TimeProvider clock) : ITerritories
{
    public async Task<bool> ExistsAsync(string code, CancellationToken ct)
    {
        var today = clock.Today();
        var found = await reads.ListAsync(
            reads
                .Sql()
                .Add(
                    "SELECT 1 FROM {access.territories} WHERE Code = {} AND ValidFrom <= {} AND (ValidUntil IS NULL OR ValidUntil >= {})",
                    code,
                    today,
                    today
                ),
            row => row.GetInt32(0),
            ct
        );
        return found.Count > 0;
    }

    public async Task<string> NameAsync(string code, string language, CancellationToken ct)
    {
        var column = language switch
        {
            "ru" => "NameRu",
            "en" => "NameEn",
            _ => "NameKy",
        };
        var found = await reads.ListAsync(
            reads.Sql().Add($"SELECT {column} FROM {{access.territories}} WHERE Code = {{}} ORDER BY ValidFrom DESC", code),
            row => row.GetString(0),
            ct
        );
        return found.FirstOrDefault() ?? code;
    }

    /// <exception cref="DomainException"><c>territory.unknown</c> at the field.</exception>
    public async Task RequireAsync(string code, string field, CancellationToken ct)
    {
        if (!await ExistsAsync(code, ct))
            throw new DomainException("territory.unknown", 400, field);
    }
}
