using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;

namespace Registry.Platform.Rows;

/// <summary>A row that others count: each save of it publishes its state.</summary>
public interface ITells
{
    /// <summary>The state as it is now; null while there is nothing to count.</summary>
    IFact? Fact();
}
