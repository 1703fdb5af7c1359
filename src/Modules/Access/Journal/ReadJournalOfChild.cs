using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Journal;

/// <param name="Id">The child; the journal is kept also of one who was purged.</param>
internal sealed record ReadJournalOfChildRequest(Guid Id, string? Cursor = null, int? Size = null);

/// <summary>Who has seen or changed what of this child, the latest first [15.6, 28].</summary>
internal sealed class ReadJournalOfChildEndpoint(JournalReader journal, ICases cases)
    : ApiEndpoint<ReadJournalOfChildRequest, Page<JournalRow>>
{
    public override void Configure()
    {
        Get("access/journal/of-child/{id}");
        Guarded(Permission.ReadJournal, Reach.Administration, JournalKind.Read);
    }

    public override async Task HandleAsync(ReadJournalOfChildRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var before = Cursor.Read<ListJournalEndpoint.Position>(request.Cursor)?.Seq;
        // what was done with a card that became part of this one was done with this child
        var children = await cases.CardsOfAsync(request.Id, ct);
        var rows = await journal.ReadAsync(new(Children: children), before, size + 1, ct);
        await Send.OkAsync(Cursor.Cut(rows, size, r => r, r => new ListJournalEndpoint.Position(r.Seq)), ct);
    }
}
