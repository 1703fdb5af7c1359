using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Journal;

internal sealed record ListJournalRequest(
    Guid? AccountId = null,
    Guid? BodyId = null,
    string? Action = null,
    bool? Refused = null,
    DateOnly? From = null,
    DateOnly? To = null,
    string? Cursor = null,
    int? Size = null
);

/// <summary>The journal, the latest first: by user, body, action and day [28].</summary>
internal sealed class ListJournalEndpoint(JournalReader journal) : ApiEndpoint<ListJournalRequest, Page<JournalRow>>
{
    internal sealed record Position(long Seq);

    public override void Configure()
    {
        Get("access/journal");
        Guarded(Permission.ReadJournal, Reach.Administration, JournalKind.List);
    }

    public override async Task HandleAsync(ListJournalRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var filter = new JournalFilter(
            null,
            request.AccountId,
            request.BodyId,
            request.Action,
            request.Refused is true,
            request.From,
            request.To
        );
        var rows = await journal.ReadAsync(filter, Cursor.Read<Position>(request.Cursor)?.Seq, size + 1, ct);
        await Send.OkAsync(Cursor.Cut(rows, size, r => r, r => new Position(r.Seq)), ct);
    }
}
