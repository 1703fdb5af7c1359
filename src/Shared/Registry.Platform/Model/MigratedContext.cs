using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Registry.Platform.Model;

/// <summary>A context that the host migrates at start.</summary>
public sealed record MigratedContext(Type Type);
