using Microsoft.EntityFrameworkCore;
using Registry.Access.Database;
using Registry.Kernel.Time;

namespace Registry.Access.Notices;

/// <summary>Writes notices as each reader wants them; the caller saves. The same thing told twice makes one notice.</summary>
internal sealed class NoticeBook(AccessDbContext db, MailSettings mail, TimeProvider time)
{
    /// <param name="notice">Makes the notice of one account.</param>
    public async Task TellAsync(IEnumerable<Guid> accounts, NoticeKind kind, string key, Func<Guid, Notice> notice, CancellationToken ct)
    {
        var readers = accounts.Distinct().ToList();
        if (readers.Count == 0)
            return;
        var told = await db.Notices.Where(n => n.Kind == kind && n.Key == key).Select(n => n.AccountId).ToListAsync(ct);
        var choices = await db.NoticeChoices.AsNoTracking().Where(c => c.Kind == kind).ToDictionaryAsync(c => c.AccountId, ct);
        var addressed = await (
            from a in db.Accounts
            join s in db.Specialists on a.SpecialistId equals s.Id
            where readers.Contains(a.Id) && s.Email != null && s.Email != ""
            select a.Id
        ).ToListAsync(ct);
        foreach (var reader in readers.Except(told))
        {
            var choice = choices.GetValueOrDefault(reader);
            var byMail = mail.IsSet && addressed.Contains(reader) && choice?.ByMail is not false;
            var inBase = kind is NoticeKind.CriticalRisk || choice?.InBase is not false;
            if (inBase || byMail)
                db.Notices.Add(notice(reader).Wanting(inBase, byMail));
        }
    }

    public Notice About(Guid account, NoticeKind kind, string key, string number, Guid about, Guid child, bool? agreed = null) =>
        new()
        {
            AccountId = account,
            Kind = kind,
            Key = key,
            At = time.Utc(),
            Number = number,
            AboutId = about,
            ChildId = child,
            Agreed = agreed,
        };
}
