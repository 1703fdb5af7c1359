using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Registry.Tests.Host;

/// <summary>
/// One EF for all hosts of the process: hosts with a logger or cache of their own would build every model and compile every query again, which costs more than most tests.
/// </summary>
internal static class SharedModels
{
    private static readonly ILoggerFactory Logger = NullLoggerFactory.Instance;
    private static readonly MemoryCache Cache = new(new MemoryCacheOptions { SizeLimit = null });

    public static void Use(IServiceCollection services)
    {
        var contexts = services
            .Select(s => s.ServiceType)
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(DbContextOptions<>))
            .Select(t => t.GetGenericArguments()[0])
            .Distinct()
            .ToList();
        foreach (var context in contexts)
            typeof(SharedModels).GetMethod(nameof(Configure))!.MakeGenericMethod(context).Invoke(null, [services]);
    }

    public static void Configure<T>(IServiceCollection services)
        where T : DbContext =>
        services.ConfigureDbContext<T>(
            options => options.UseLoggerFactory(Logger).UseMemoryCache(Cache),
            optionsLifetime: ServiceLifetime.Singleton
        );
}
