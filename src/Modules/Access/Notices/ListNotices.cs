using Microsoft.EntityFrameworkCore;
using Registry.Access.Database;
using Registry.Contracts;
using Registry.Kernel.Access;
using Registry.Kernel.Web;

namespace Registry.Access.Notices;

internal sealed record ListNoticesRequest(bool? Unread = null, string? Cursor = null, int? Size = null);

/// <param name="Text">In the reader's language.</param>
internal sealed record NoticeView(
    Guid Id,
    NoticeKind Kind,
    DateTime At,
    string Text,
    string? Number,
    Step? Step,
    Guid? AboutId,
    Guid? ChildId,
    bool Read
);

/// <summary>The caller's notices, newest first.</summary>
internal sealed class ListNoticesEndpoint(AccessDbContext db, Texts texts) : ApiEndpoint<ListNoticesRequest, Page<NoticeView>>
{
    private sealed record Position(DateTime At, Guid Id);

    public override void Configure()
    {
        Get("access/notices");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.List);
    }

    public override async Task HandleAsync(ListNoticesRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var mine = db.Notices.AsNoTracking().Where(n => n.AccountId == Caller.AccountId && n.InBase);
        if (request.Unread == true)
            mine = mine.Where(n => n.ReadAt == null);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            mine = mine.Where(n => n.At < after.At || (n.At == after.At && n.Id < after.Id));
        var rows = await mine.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(size + 1).ToListAsync(ct);
        var language = Texts.LanguageOf(HttpContext.Request);
        await Send.OkAsync(Cursor.Cut(rows, size, n => ViewOf(n, texts.Say(language, n)), n => new Position(n.At, n.Id)), ct);
    }

    private static NoticeView ViewOf(Notice n, string text) =>
        new(n.Id, n.Kind, n.At, text, n.Number, n.Step, n.AboutId, n.ChildId, n.ReadAt is not null);
}
