using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Integrators;

/// <param name="Pin">The personal number; never part of a URL.</param>
/// <param name="Ground">The legal ground for the query.</param>
internal sealed record AskKnownRequest(string Pin, string Ground);

/// <param name="Known">A child with this number has a card in the system's territory; anything more requires a disclosure [27].</param>
internal sealed record AskKnownResponse(bool Known);

internal sealed class AskKnownValidator : Validator<AskKnownRequest>
{
    public AskKnownValidator(TimeProvider clock)
    {
        RuleFor(r => r.Pin).Must(pin => pin is not null && Pin.IsValid(pin, clock.Today())).WithErrorCode("pin.wrong-format");
        RuleFor(r => r.Ground).NotEmpty().MaximumLength(KnownAsk.GroundMaxLength);
    }
}

/// <summary>Another state system queries whether a child is known to the Base; the query's origin and ground are kept with the child [12.2, 15.6].</summary>
internal sealed class AskKnownEndpoint(ChildrenDbContext db, ChildFinder finder, Vault vault, TimeProvider time)
    : ApiEndpoint<AskKnownRequest, AskKnownResponse>
{
    public override void Configure()
    {
        Post("v1/children/known");
        Guarded(Permission.AskKnown, Reach.Territory, JournalKind.Read);
    }

    public override async Task HandleAsync(AskKnownRequest request, CancellationToken ct)
    {
        var found = await finder.FindAsync(new(Pin: request.Pin), Caller.Scope, ChildFinder.Most, ct);
        // a child named only in an unprocessed signal is not known yet
        var child = found.Children.FirstOrDefault(c => c.IsRegistered);
        if (child is not null)
        {
            HttpContext.JournalAbout(child.Id);
            db.KnownAsks.Add(KnownAsk.Of(Caller.AccountId, request.Ground, await vault.OfAsync(child.Id, ct), time.Utc()));
            await db.SaveChangesAsync(ct);
        }
        await Send.OkAsync(new(child is not null), ct);
    }
}
