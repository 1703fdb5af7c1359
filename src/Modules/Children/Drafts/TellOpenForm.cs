using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Drafts;

/// <param name="Key">The form and its record, as for a draft.</param>
internal sealed record TellOpenFormRequest(string Key, Guid ChildId);

/// <param name="Others">Full names of other people who have the same form open.</param>
internal sealed record TellOpenFormResponse(IReadOnlyList<string> Others);

internal sealed class TellOpenFormValidator : Validator<TellOpenFormRequest>
{
    public TellOpenFormValidator()
    {
        RuleFor(f => f.Key).NotEmpty().MaximumLength(Draft.LongestKey).Matches("^[a-zA-Z0-9.-]+$").WithErrorCode("field.wrong-format");
        RuleFor(f => f.ChildId).NotEmpty();
    }
}

/// <summary>Reports that a form about a child is open, and returns who else has it open. Sent while the page is shown; expires after two minutes.</summary>
internal sealed class TellOpenFormEndpoint(ChildrenDbContext db, DraftSubjects subjects, ISpecialists specialists, TimeProvider time)
    : ApiEndpoint<TellOpenFormRequest, TellOpenFormResponse>
{
    public override void Configure()
    {
        Post("children/open-forms");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(TellOpenFormRequest request, CancellationToken ct)
    {
        await subjects.RequireAsync(Caller, request.ChildId, ct);
        var now = time.Utc();
        // two windows of one person may report it at once
        await db.HoldAsync(Caller.AccountId, ct);
        var mine = await db.OpenForms.FirstOrDefaultAsync(f => f.AccountId == Caller.AccountId && f.Key == request.Key, ct);
        if (mine is null)
            db.OpenForms.Add(
                mine = new()
                {
                    AccountId = Caller.AccountId,
                    Key = request.Key,
                    SpecialistId = Caller.SpecialistId,
                }
            );
        (mine.ChildId, mine.SeenAt) = (request.ChildId, now);
        await db.SaveChangesAsync(ct);
        var since = now - OpenForm.Lasts;
        var others = await db
            .OpenForms.Where(f => f.Key == request.Key && f.ChildId == request.ChildId && f.SeenAt > since)
            .Where(f => f.SpecialistId != Caller.SpecialistId)
            .Select(f => f.SpecialistId)
            .Distinct()
            .ToListAsync(ct);
        await Send.OkAsync(new([.. (await specialists.NamesAsync(others, ct)).Values.Order(StringComparer.Ordinal)]), ct);
    }
}
