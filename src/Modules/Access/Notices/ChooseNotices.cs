using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Notices;

internal sealed record ChooseNoticesRequest(NoticeKind Kind, bool InBase, bool ByMail);

internal sealed class ChooseNoticesValidator : Validator<ChooseNoticesRequest>
{
    public ChooseNoticesValidator()
    {
        RuleFor(r => r.Kind).IsInEnum();
        RuleFor(r => r.InBase).Equal(true).When(r => r.Kind.StaysInBase()).WithErrorCode("notice.critical-stays");
    }
}

/// <summary>The caller wants a kind of notices, or does not.</summary>
internal sealed class ChooseNoticesEndpoint(AccessDbContext db) : ApiEndpoint<ChooseNoticesRequest, object?>
{
    public override void Configure()
    {
        Put("access/notices/choices");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(ChooseNoticesRequest request, CancellationToken ct)
    {
        var choice = await db.NoticeChoices.SingleOrDefaultAsync(c => c.AccountId == Caller.AccountId && c.Kind == request.Kind, ct);
        if (choice is null)
            db.NoticeChoices.Add(choice = new NoticeChoice { AccountId = Caller.AccountId, Kind = request.Kind });
        (choice.InBase, choice.ByMail) = (request.InBase, request.ByMail);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
