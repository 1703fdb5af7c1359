using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Database;
using Registry.Contracts;
using Registry.Kernel.Access;
using Registry.Kernel.Confirming;
using Registry.Kernel.Time;
using Registry.Kernel.Vault;
using Registry.Kernel.Web;
using Severity = Registry.Contracts.Severity;

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

/// <summary>Further reports for which the territorial unit is asked to consent that no new assessment is needed [20.9].</summary>
internal sealed class ListNoAssessmentsEndpoint(ChildrenDbContext db, ICases cases, ISpecialists specialists, Vault vault)
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
        var waiting = db.NoAssessments().AsNoTracking().Within(Caller.Scope).Where(c => c.State == ConfirmationState.Requested);
        var page = await waiting.DangerFirst(db, Cursor.Read<WaitingPosition>(request.Cursor)).Take(size + 1).ToListAsync(ct);
        var about = page.Select(c => c.AboutId).ToList();
        var numbers = await db.Signals.Where(s => about.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Number, ct);
        var rows = page.Where(c => numbers.ContainsKey(c.AboutId)).Select(c => (Asked: c, Number: numbers[c.AboutId])).ToList();
        var children = rows.Select(r => r.Asked.ChildId).Distinct().ToList();
        var names = await cases.NamesAsync(children, ct);
        var marks = await cases.MarksAsync(children, ct);
        var seals = await vault.OfAsync(children, ct);
        var people = await specialists.NamesAsync([.. rows.Select(r => r.Asked.RequestedBy).Distinct()], ct);
        await Send.OkAsync(
            Cursor.Cut(
                rows,
                size,
                r => new NoAssessmentRow(
                    r.Asked.Id,
                    r.Asked.AboutId,
                    r.Number,
                    r.Asked.ChildId,
                    names.GetValueOrDefault(r.Asked.ChildId, ""),
                    r.Asked.Number,
                    r.Asked.Territory,
                    people.GetValueOrDefault(r.Asked.RequestedBy),
                    Bishkek.DayOf(r.Asked.RequestedAt),
                    r.Asked.ReasonBy(seals[r.Asked.ChildId], NoAssessmentQueries.Purpose),
                    Caller.May(Permission.ConsentToClosing),
                    r.Asked.Version,
                    marks.Of(r.Asked.ChildId)
                ),
                r => new WaitingPosition(r.Asked.Id, marks.Of(r.Asked.ChildId).Severity is Severity.Danger)
            ),
            ct
        );
    }
}
