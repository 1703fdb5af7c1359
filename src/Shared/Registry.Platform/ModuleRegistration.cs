using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Data;
using Registry.Platform.Events;
using Registry.Platform.Merging;
using Registry.Platform.Model;

namespace Registry.Platform;

/// <summary>What a module registers with the mechanisms it is built on.</summary>
public static class ModuleRegistration
{
    /// <summary>Registers a module's context: <typeparamref name="TSqlite"/> carries the SQLite migrations, the base class those of SQL Server.</summary>
    public static IServiceCollection AddModuleContext<TContext, TSqlite>(
        this IServiceCollection services,
        DatabaseOptions database,
        string module
    )
        where TContext : ModuleDbContext
        where TSqlite : TContext
    {
        if (database.IsSqlite)
            services.AddDbContext<TContext, TSqlite>(
                options => DatabaseRegistration.UseSqlite(options, database.Registry, $"{module}___migrations"),
                optionsLifetime: ServiceLifetime.Singleton
            );
        else
            services.AddDbContext<TContext>(
                options => DatabaseRegistration.UseSqlServer(options, database.Registry, "__migrations", module),
                optionsLifetime: ServiceLifetime.Singleton
            );
        services.AddSingleton(new MigratedContext(typeof(TContext)));
        services.AddScoped<FollowCase<TContext>>();
        services.AddScoped<IEventHandler>(s => s.GetRequiredService<FollowCase<TContext>>());
        services.AddScoped<FollowSealing<TContext>>();
        services.AddScoped<IEventHandler>(s => s.GetRequiredService<FollowSealing<TContext>>());
        services.AddScoped<FollowMerge<TContext>>();
        services.AddScoped<IEventHandler>(s => s.GetRequiredService<FollowMerge<TContext>>());
        services.AddScoped<FollowSplit<TContext>>();
        services.AddScoped<IEventHandler>(s => s.GetRequiredService<FollowSplit<TContext>>());
        return services;
    }

    /// <summary>Finds a module's event handlers.</summary>
    public static IServiceCollection AddEventHandlers(this IServiceCollection services, Assembly module) =>
        services.Scan(scan =>
            scan.FromAssemblies(module)
                .AddClasses(c => c.AssignableTo<IEventHandler>().Where(t => !t.IsGenericTypeDefinition), publicOnly: false)
                .AsSelf()
                .As<IEventHandler>()
                .WithScopedLifetime()
        );
}
