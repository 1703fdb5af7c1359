using Microsoft.EntityFrameworkCore;
using Registry.Access.Database;
using Registry.Kernel.Time;

namespace Registry.Access.Notices;

/// <summary>Writes notices as each reader wants them; the caller saves. The same thing told twice makes one notice.</summary>
internal sealed class NoticeBook(AccessDbContext db, MailSettings mail, TimeProvider time)
{
    public async Task TellAsync(IEnumerable<Guid> accounts, News news, CancellationToken ct)
    {
        var readers = accounts.Distinct().ToList();
        if (readers.Count == 0)
            return;
        var told = await db.Notices.Where(n => n.Kind == news.Kind && n.Key == news.Key).Select(n => n.AccountId).ToListAsync(ct);
        var choices = await db.NoticeChoices.AsNoTracking().Where(c => c.Kind == news.Kind).ToDictionaryAsync(c => c.AccountId, ct);
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
            var inBase = news.Kind.StaysInBase() || choice?.InBase is not false;
            if (inBase || byMail)
                db.Notices.Add(Notice.Of(news, reader, time.Utc(), inBase, byMail));
        }
    }
}
