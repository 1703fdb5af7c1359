using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.Children.Signals;

internal sealed record ListNoAssessmentsRequest(string? Cursor = null, int? Size = null);

internal sealed record NoAssessmentRow(
    Guid Id,
    Guid SignalId,
    string SignalNumber,
    Guid ChildId,
    string ChildName,
    string Number,
    string Territory,
    string? RequestedBy,
    DateOnly RequestedOn,
    string Reason,
    bool CanDecide,
    Guid Version,
    CaseMark Mark
);

internal sealed class ListNoAssessmentsValidator : Validator<ListNoAssessmentsRequest>
{
    public ListNoAssessmentsValidator() => RuleFor(r => r.Cursor).MaximumLength(500);
}

/// <summary>Further reports awaiting the territorial unit's consent to no new assessment [20.9].</summary>
internal sealed class ListNoAssessmentsEndpoint(ChildrenDbContext db, ConfirmationPages pages)
    : ApiEndpoint<ListNoAssessmentsRequest, Page<NoAssessmentRow>>
{
    public override void Configure()
    {
        Get("children/no-assessments");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(ListNoAssessmentsRequest request, CancellationToken ct)
    {
        var size = Cursor.Size(request.Size);
        var page = await pages.ReadAsync(db.NoAssessments(), Caller, null, request.Cursor, size, ct);
        var about = page.Rows.Select(c => c.AboutId).ToList();
        var numbers = await db.Signals.Where(s => about.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Number, ct);
        // just purged
        page.Rows.RemoveAll(c => !numbers.ContainsKey(c.AboutId));
        await Send.OkAsync(Cursor.Cut(page.Rows, size, c => RowOf(c, numbers[c.AboutId], page), page.PositionOf), ct);
    }

    private NoAssessmentRow RowOf(Confirmation c, string number, ConfirmationPage page) =>
        new(
            c.Id,
            c.AboutId,
            number,
            c.ChildId,
            page.NameOf(c),
            c.Number,
            c.Territory,
            page.Person(c.RequestedBy),
            Bishkek.DayOf(c.RequestedAt),
            c.ReasonBy(page.SealOf(c), NoAssessmentQueries.Purpose),
            Caller.May(Permission.ConsentToClosing),
            c.Version,
            page.MarkOf(c)
        );
}
