using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;

namespace Registry.Access.Model;

/// <summary>
/// Writes notices according to each reader's choices; the caller saves. Repeated news makes one notice, and later news about the same matter updates the reader's notice
/// instead of adding another.
/// </summary>
internal sealed class NoticeWriter(AccessDbContext db, MailSettings mail, TimeProvider time)
{
    public async Task TellAsync(IEnumerable<Guid> accounts, News news, CancellationToken ct)
    {
        var readers = accounts.Distinct().ToList();
        if (readers.Count == 0)
            return;
        var known = await KnownAsync(readers, news, ct);
        var choices = await db.NoticeChoices.AsNoTracking().Where(c => c.Kind == news.Kind).ToDictionaryAsync(c => c.AccountId, ct);
        var addressed = await (
            from a in db.Accounts
            join s in db.Specialists on a.SpecialistId equals s.Id
            where readers.Contains(a.Id) && s.Email != null && s.Email != ""
            select a.Id
        ).ToListAsync(ct);
        var now = time.Utc();
        foreach (var reader in readers)
        {
            var choice = choices.GetValueOrDefault(reader);
            var byMail = mail.IsSet && addressed.Contains(reader) && choice?.ByMail is not false;
            var mailAt =
                !byMail ? (DateTime?)null
                : news.Kind.IsUrgent() ? now
                : mail.NextDigest(now);
            var inBase = news.Kind.StaysInBase() || choice?.InBase is not false;
            if (known.TryGetValue(reader, out var notice))
            {
                var isTold = notice.Kind == news.Kind && notice.Key == news.Key;
                if (!isTold && !notice.Kind.Outweighs(news.Kind))
                    notice.Tell(news, now, inBase, mailAt);
            }
            else if (inBase || byMail)
                db.Notices.Add(Notice.Of(news, reader, now, inBase, mailAt));
        }
    }

    /// <summary>Each reader's notice about the matter, saved or not yet saved.</summary>
    private async Task<Dictionary<Guid, Notice>> KnownAsync(List<Guid> readers, News news, CancellationToken ct)
    {
        var saved = db.Notices.Where(n => readers.Contains(n.AccountId));
        var matching = news.Matter is { } matter
            ? saved.Where(n => n.Matter == matter)
            : saved.Where(n => n.Kind == news.Kind && n.Key == news.Key);
        var notices = await matching.ToListAsync(ct);
        var added = db.Notices.Local.Where(n => news.Matter is null ? n.Kind == news.Kind && n.Key == news.Key : n.Matter == news.Matter);
        return notices.Union(added).ToDictionary(n => n.AccountId);
    }
}
