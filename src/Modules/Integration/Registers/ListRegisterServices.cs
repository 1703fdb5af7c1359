using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Integration.Registers.XRoad;
using Registry.Web;

namespace Registry.Integration.Registers;

/// <param name="LastAnswerAt">When the register last answered, with data or without.</param>
internal sealed record RegisterServiceRow(
    RegisterKind Kind,
    RegisterProtocol Protocol,
    string Source,
    bool Assumed,
    bool IsOn,
    DateTime? LastAskedAt,
    RegisterOutcome? LastOutcome
);

/// <param name="SecurityServer">Address of the security server; null while none is configured or where a simulator answers.</param>
/// <param name="Client">How the Base calls itself in the exchange.</param>
/// <param name="HasCertificate">A client certificate for TLS is set.</param>
internal sealed record ListRegisterServicesResponse(
    IReadOnlyList<RegisterServiceRow> Items,
    string? SecurityServer,
    string Client,
    bool HasCertificate,
    bool Simulator,
    int TimeoutSeconds
);

/// <summary>The registers of other state bodies and how they are reached [18, 5.admin].</summary>
internal sealed class ListRegisterServicesEndpoint(IntegrationDbContext db, XRoadSettings settings)
    : ApiEndpoint<ListRegisterServicesResponse>
{
    public override void Configure()
    {
        Get("integration/registers");
        Guarded(Permission.ManageRegisters, Reach.Administration, JournalKind.List);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var services = await db.RegisterServices.AsNoTracking().ToListAsync(ct);
        var rows = new List<RegisterServiceRow>();
        foreach (var s in services.OrderBy(s => s.Kind))
        {
            var last = await db
                .RegisterExchanges.AsNoTracking()
                .Where(e => e.Kind == s.Kind)
                .OrderByDescending(e => e.At)
                .Select(e => new { e.At, e.Outcome })
                .FirstOrDefaultAsync(ct);
            rows.Add(new(s.Kind, s.Protocol, s.Source, s.Assumed, s.IsOn, last?.At, last?.Outcome));
        }
        await Send.OkAsync(
            new(
                rows,
                settings.SecurityServer?.ToString(),
                settings.Client.ToString(),
                settings.Certificate is not null,
                settings.Simulator,
                (int)settings.Timeout.TotalSeconds
            ),
            ct
        );
    }
}
