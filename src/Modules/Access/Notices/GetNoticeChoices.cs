using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Notices;

/// <param name="Fixed">Cannot be switched off in the Base.</param>
internal sealed record NoticeChoiceView(NoticeKind Kind, bool InBase, bool ByMail, bool Fixed);

/// <param name="Email">Where mail goes; null when the Base knows no address.</param>
/// <param name="MailWorks">False when no mail server is set.</param>
internal sealed record GetNoticeChoicesResponse(IReadOnlyList<NoticeChoiceView> Kinds, string? Email, bool MailWorks);

/// <summary>Which kinds of notices the caller wants, in the Base and by mail.</summary>
internal sealed class GetNoticeChoicesEndpoint(AccessDbContext db, MailSettings mail) : ApiEndpoint<GetNoticeChoicesResponse>
{
    public override void Configure()
    {
        Get("access/notices/choices");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Read);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var chosen = await db.NoticeChoices.AsNoTracking().Where(c => c.AccountId == Caller.AccountId).ToDictionaryAsync(c => c.Kind, ct);
        var email = await db.Specialists.Where(s => s.Id == Caller.SpecialistId).Select(s => s.Email).SingleOrDefaultAsync(ct);
        await Send.OkAsync(
            new(
                [
                    .. Enum.GetValues<NoticeKind>()
                        .Select(kind => new NoticeChoiceView(
                            kind,
                            chosen.GetValueOrDefault(kind)?.InBase ?? true,
                            chosen.GetValueOrDefault(kind)?.ByMail ?? true,
                            kind.StaysInBase()
                        )),
                ],
                string.IsNullOrEmpty(email) ? null : email,
                mail.IsSet
            ),
            ct
        );
    }
}
