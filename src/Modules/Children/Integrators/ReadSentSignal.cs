using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Integrators;

internal sealed record ReadSentSignalRequest(Guid Id);

internal enum SentSignalStatus
{
    /// <summary>It has not been processed yet.</summary>
    Received,

    /// <summary>Processed: the child's case is in progress.</summary>
    Accepted,

    /// <summary>Processed: it was not confirmed.</summary>
    Unfounded,
}

internal sealed record ReadSentSignalResponse(Guid Id, string Number, SentSignalStatus Status, DateOnly? ProcessedOn);

/// <summary>The outcome of a signal sent by this system; nothing about the child [12.2].</summary>
internal sealed class ReadSentSignalEndpoint(ChildrenDbContext db) : ApiEndpoint<ReadSentSignalRequest, ReadSentSignalResponse>
{
    public override void Configure()
    {
        Get("v1/signals/{id}");
        Guarded(Permission.SendSignals, Reach.Own, JournalKind.Read);
    }

    public override async Task HandleAsync(ReadSentSignalRequest request, CancellationToken ct)
    {
        var signal =
            await db
                .Signals.AsNoTracking()
                .Within(DataScope.Republic)
                .FirstOrDefaultAsync(s => s.Id == request.Id && s.RegisteredBy == Caller.SpecialistId, ct)
            ?? throw DomainException.NotFound();
        await Send.OkAsync(
            new(
                signal.Id,
                signal.Number,
                signal.Status switch
                {
                    SignalStatus.New => SentSignalStatus.Received,
                    SignalStatus.Unfounded => SentSignalStatus.Unfounded,
                    _ => SentSignalStatus.Accepted,
                },
                signal.ProcessedOn
            ),
            ct
        );
    }
}
