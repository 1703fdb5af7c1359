using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Web;

namespace Registry.Integration.Registers;

internal sealed record PreviewTurnOffRegisterRequest(RegisterKind Kind);

/// <summary>How often the register about to be turned off was queried lately [18].</summary>
internal sealed class PreviewTurnOffRegisterEndpoint(IntegrationDbContext db, TimeProvider time)
    : PreviewEndpoint<PreviewTurnOffRegisterRequest>
{
    private const int Days = 30;

    public override void Configure() =>
        Previews("integration/registers/{kind}/consequences", Permission.ManageRegisters, Reach.Administration);

    public override async Task HandleAsync(PreviewTurnOffRegisterRequest request, CancellationToken ct)
    {
        var service =
            await db.RegisterServices.AsNoTracking().FirstOrDefaultAsync(s => s.Kind == request.Kind, ct)
            ?? throw DomainException.NotFound();
        var since = time.Utc().AddDays(-Days);
        var asked = await db.RegisterExchanges.CountAsync(e => e.Kind == service.Kind && e.At > since, ct);
        await ShowAsync(service.Name, canBeUndone: true, [new(ConsequenceKind.QuestionsToRegister, asked)], ct);
    }
}
