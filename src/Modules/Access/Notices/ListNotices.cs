using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Notices;

internal sealed record ListNoticesRequest(bool? Unread = null, string? Cursor = null, int? Size = null);

/// <param name="Text">In the reader's language.</param>
/// <param name="Severity">The current severity of the child it is about, where the reader may see that child.</param>
internal sealed record NoticeView(
    Guid Id,
    NoticeKind Kind,
    DateTime At,
    string Text,
    string? Number,
    Step? Step,
    Guid? AboutId,
    Guid? ChildId,
    bool Read,
    Severity Severity
);

/// <summary>The caller's notices, newest first.</summary>
internal sealed class ListNoticesEndpoint(AccessDbContext db, ICases cases, Texts texts) : ApiEndpoint<ListNoticesRequest, Page<NoticeView>>
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
        var marks = await MarksAsync([.. rows.Select(n => n.ChildId).OfType<Guid>().Distinct()], ct);
        await Send.OkAsync(Cursor.Cut(rows, size, n => ViewOf(n, texts.Say(language, n), marks), n => new Position(n.At, n.Id)), ct);
    }

    /// <summary>Nothing is disclosed about a child that lies elsewhere by now.</summary>
    private async Task<IReadOnlyDictionary<Guid, CaseMark>> MarksAsync(IReadOnlyCollection<Guid> children, CancellationToken ct)
    {
        if (!Caller.May(Permission.ReadChildren))
            return new Dictionary<Guid, CaseMark>();
        var places = await cases.PlacesAsync(children, ct);
        return await cases.MarksAsync([.. places.Where(p => Caller.Scope.Covers(p.Value.Territory)).Select(p => p.Key)], ct);
    }

    private static NoticeView ViewOf(Notice n, string text, IReadOnlyDictionary<Guid, CaseMark> marks) =>
        new(
            n.Id,
            n.Kind,
            n.At,
            text,
            n.Number,
            n.Step,
            n.AboutId,
            n.ChildId,
            n.ReadAt is not null,
            n.ChildId is { } child ? marks.Of(child).Severity : Severity.None
        );
}
