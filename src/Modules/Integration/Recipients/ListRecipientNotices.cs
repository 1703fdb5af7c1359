using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Integration.Recipients;

/// <param name="ChildId">Of one child; otherwise of all in the scope.</param>
/// <param name="Open">Only notices still to be given.</param>
internal sealed record ListRecipientNoticesRequest(Guid? ChildId = null, bool? Open = null, string? Cursor = null, int? Size = null);

/// <param name="Number">Of the disclosure.</param>
/// <param name="DueOn">The day by which the recipient must be notified.</param>
internal sealed record RecipientNoticeView(
    Guid Id,
    Guid ChildId,
    Guid DisclosureId,
    string Number,
    string Territory,
    string ChildName,
    string Recipient,
    NoticeCause Cause,
    RecipientNoticeState State,
    DateOnly RaisedOn,
    DateOnly? DueOn,
    DateOnly? ToldOn,
    string? ToldBy,
    string? Text,
    DateOnly? AnsweredOn,
    string? Answer,
    bool CanTell,
    Guid Version
);

internal sealed class ListRecipientNoticesValidator : Validator<ListRecipientNoticesRequest>
{
    public ListRecipientNoticesValidator() => RuleFor(r => r.Cursor).MaximumLength(500);
}

/// <summary>Recipients to be notified of corrections to data disclosed to them, with the text sent and their answer [27].</summary>
internal sealed class ListRecipientNoticesEndpoint(IntegrationDbContext db, ICases cases, ISpecialists specialists, Vault vault)
    : ApiEndpoint<ListRecipientNoticesRequest, Page<RecipientNoticeView>>
{
    private sealed record Position(Guid Id);

    public override void Configure()
    {
        Get("integration/recipient-notices");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListRecipientNoticesRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var notices = db.RecipientNotices.AsNoTracking().Within(Caller.Scope);
        if (request.ChildId is { } child)
            notices = notices.Where(n => n.ChildId == child);
        if (request.Open is true)
            notices = notices.Where(n => n.State == RecipientNoticeState.Owed);
        if (Cursor.Read<Position>(request.Cursor) is { } after)
            notices = notices.Where(n => n.Id > after.Id);
        var rows = await notices.OrderBy(n => n.Id).Take(size + 1).ToListAsync(ct);
        var children = rows.Select(r => r.ChildId).Distinct().ToList();
        var names = await cases.NamesAsync(children, ct);
        var seals = await vault.OfAsync(children, ct);
        var people = await specialists.NamesAsync([.. rows.Select(r => r.ToldBy).OfType<Guid>().Distinct()], ct);
        var ids = rows.ConvertAll(r => r.Id);
        var due = await db
            .Deadlines.Where(d => ids.Contains(d.AboutId) && d.Step == Step.NotifyRecipient)
            .ToDictionaryAsync(d => d.AboutId, d => d.DueOn, ct);
        await Send.OkAsync(Cursor.Cut(rows, size, ViewOf, r => new Position(r.Id)), ct);

        RecipientNoticeView ViewOf(RecipientNotice n)
        {
            var contents = n.Open(seals[n.ChildId]);
            return new(
                n.Id,
                n.ChildId,
                n.DisclosureId,
                n.Number,
                n.Territory,
                names.GetValueOrDefault(n.ChildId, ""),
                contents.Recipient,
                n.Cause,
                n.State,
                n.RaisedOn,
                due.TryGetValue(n.Id, out var day) ? day : null,
                n.ToldOn,
                n.ToldBy is { } by ? people.GetValueOrDefault(by) : null,
                contents.Text,
                n.AnsweredOn,
                contents.Answer,
                Caller.May(Permission.RegisterDisclosures),
                n.Version
            );
        }
    }
}
