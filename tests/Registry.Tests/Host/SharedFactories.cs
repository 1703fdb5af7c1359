using System.Collections.Concurrent;
using FastEndpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Registry.Tests.Host;

/// <summary>
/// Creates endpoints and validators with factories shared by all hosts of the process: each host would compile hundreds of its own, and discarding those
/// costs more than most tests.
/// </summary>
internal sealed class SharedFactories(IServiceResolver own, IServiceProvider provider, IHttpContextAccessor? calls = null)
    : IServiceResolver
{
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Factories = [];

    public object CreateInstance(Type type, IServiceProvider? serviceProvider = null) =>
        Factories.GetOrAdd(type, t => ActivatorUtilities.CreateFactory(t, []))(
            serviceProvider ?? calls?.HttpContext?.RequestServices ?? provider,
            null
        );

    public object CreateSingleton(Type type) => own.CreateSingleton(type);

    public IServiceScope CreateScope() => own.CreateScope();

    public TService? TryResolve<TService>()
        where TService : class => own.TryResolve<TService>();

    public object? TryResolve(Type typeOfService) => own.TryResolve(typeOfService);

    public TService Resolve<TService>()
        where TService : class => own.Resolve<TService>();

    public object Resolve(Type typeOfService) => own.Resolve(typeOfService);

    public TService? TryResolve<TService>(string keyName)
        where TService : class => own.TryResolve<TService>(keyName);

    public object? TryResolve(Type typeOfService, string keyName) => own.TryResolve(typeOfService, keyName);

    public TService Resolve<TService>(string keyName)
        where TService : class => own.Resolve<TService>(keyName);

    public object Resolve(Type typeOfService, string keyName) => own.Resolve(typeOfService, keyName);
}
