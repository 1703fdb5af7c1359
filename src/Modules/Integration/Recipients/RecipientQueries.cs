using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Access;

namespace Registry.Integration.Recipients;

internal static class RecipientQueries
{
    /// <exception cref="DomainException">404: does not exist, or the child's case lies outside the scope now.</exception>
    public static async Task<RecipientNotice> FindRecipientNoticeAsync(
        this IntegrationDbContext db,
        ICases cases,
        Guid id,
        Caller caller,
        CancellationToken ct
    )
    {
        var notice = await db.RecipientNotices.FirstOrDefaultAsync(n => n.Id == id, ct) ?? throw DomainException.NotFound();
        await cases.AnyCaseInScopeAsync(notice.ChildId, caller, ct);
        return notice;
    }
}
