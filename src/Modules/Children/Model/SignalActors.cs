using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;

namespace Registry.Children.Model;

/// <summary>The body that must forward a signal or find a holder, if the territory has none.</summary>
internal sealed record ActingBody(string NameKy, string NameRu)
{
    public static ActingBody? Of(SignalReceiver receiver) => receiver.BodyId is null ? null : new(receiver.BodyKy, receiver.BodyRu);
}

internal static class SignalActors
{
    /// <summary>Holders forward signals in their territory; a body that edits nothing, only those without a holder [7].</summary>
    public static bool MayBeForwardedBy(this Signal signal, Caller caller) =>
        caller.May(Permission.ForwardSignals) && (signal.ActorBodyId is not null || caller.May(Permission.EditChildren));

    /// <exception cref="DomainException"><c>signal.nobody-there</c>: no signal lies where no one can act on it.</exception>
    public static async Task<SignalReceiver> RequireAsync(
        this ISignalReceivers receivers,
        string territory,
        DateOnly on,
        CancellationToken ct
    ) => await receivers.OfAsync(territory, on, ct) ?? throw new DomainException("signal.nobody-there", 409, "territory");
}
