using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Integration.Registers.XRoad;
using Registry.Web;

namespace Registry.Integration.Registers;

/// <summary>Initial services as publicly known; the administrator checks, changes and switches them on. Idempotent.</summary>
internal static class RegisterSeed
{
    private sealed record Seeded(RegisterKind Kind, RegisterServiceData Service);

    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<IntegrationDbContext>();
        var present = await db.RegisterServices.Select(s => s.Kind).ToListAsync(ct);
        var simulated = services.GetRequiredService<XRoadSettings>().Simulator;
        foreach (var service in Read().Where(s => !present.Contains(s.Kind)))
        {
            // not queried before the administrator has tried the service
            service.IsOn = simulated;
            db.RegisterServices.Add(service);
        }
        await db.SaveChangesAsync(ct);
    }

    internal static IReadOnlyList<RegisterService> Read()
    {
        using var file = typeof(RegisterSeed).Assembly.GetManifestResourceStream("Registry.Integration.Registers.services.json")!;
        return [.. JsonSerializer.Deserialize<IReadOnlyList<Seeded>>(file, JsonRules.Options)!.Select(Made)];
    }

    private static RegisterService Made(Seeded seeded)
    {
        var service = new RegisterService { Kind = seeded.Kind };
        seeded.Service.Enter(service);
        return service;
    }
}
