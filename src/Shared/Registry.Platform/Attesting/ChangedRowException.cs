using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Platform.Checks;

namespace Registry.Platform.Attesting;

/// <summary>A row was changed bypassing the Base: no decision uses it and it is not changed until somebody has reviewed it. The administrators are notified at once.</summary>
public sealed class ChangedRowException : DomainException
{
    public const string Refusal = "row.changed";

    internal ChangedRowException(Guid row, string table)
        : base(Refusal)
    {
        AboutId = row;
        Afterwards = (services, ct) => services.GetRequiredService<IFindings>().KeepAsync(ChangedRowsCheck.Name, new(row, table), ct);
    }
}
