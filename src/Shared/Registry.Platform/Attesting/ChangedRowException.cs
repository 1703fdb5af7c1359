using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Platform.Checks;

namespace Registry.Platform.Attesting;

/// <summary>A row was changed past the Base: nothing is decided on it and nothing of it is changed until somebody has looked at it. The administrators are told at once.</summary>
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
