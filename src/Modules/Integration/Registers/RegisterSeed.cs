using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Integration.Database;
using Registry.Integration.Registers.XRoad;
using Registry.Kernel.Web;

namespace Registry.Integration.Registers;

/// <summary>The services as publicly known, to begin with; the administrator checks, changes and switches them on. Safe twice.</summary>
internal static class RegisterSeed
{
    private sealed record Seeded(
        RegisterKind Kind,
        RegisterProtocol Protocol,
        string Member,
        string Code,
        SeededMapping Mapping,
        string? ServiceVersion = null,
        string? Namespace = null,
        string? Path = null,
        bool Assumed = false
    );

    private sealed record SeededMapping(IReadOnlyList<RequestPart> Request, IReadOnlyList<FieldPart> Fields, string? Items = null);

    public static async Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<IntegrationDbContext>();
        var present = await db.RegisterServices.Select(s => s.Kind).ToListAsync(ct);
        var simulated = services.GetRequiredService<XRoadSettings>().Simulator;
        foreach (var service in Read().Where(s => !present.Contains(s.Kind)))
        {
            // nobody is asked before the administrator has tried the service
            service.IsOn = simulated;
            db.RegisterServices.Add(service);
        }
        await db.SaveChangesAsync(ct);
    }

    internal static IReadOnlyList<RegisterService> Read()
    {
        using var file = typeof(RegisterSeed).Assembly.GetManifestResourceStream("Registry.Integration.Registers.services.json")!;
        return
        [
            .. JsonSerializer
                .Deserialize<IReadOnlyList<Seeded>>(file, JsonRules.Options)!
                .Select(s => new RegisterService
                {
                    Kind = s.Kind,
                    Protocol = s.Protocol,
                    Member = s.Member,
                    Code = s.Code,
                    ServiceVersion = s.ServiceVersion,
                    Namespace = s.Namespace,
                    Path = s.Path,
                    Mapping = new(s.Mapping.Request, s.Mapping.Items, s.Mapping.Fields),
                    Assumed = s.Assumed,
                }),
        ];
    }
}
