using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Time;

namespace Registry.Access.Jobs;

/// <summary>Warns the person and the administrators before an access ends [15.2], once per warning and end date.</summary>
internal sealed class WarnOfExpiry(AccessDbContext db, NoticeWriter book, TimeProvider time)
{
    /// <summary>Calendar days before the end.</summary>
    private static readonly int[] Before = [14, 3];

    public async Task RunAsync(CancellationToken ct)
    {
        var today = time.Today();
        var administrators = (await Recipients.ReadAsync(db, today, ct)).Administrators().ToList();
        var last = today.AddDays(Before.Max());
        var ending = await db
            .Accounts.AsNoTracking()
            .Where(a => a.SuspendedAt == null && a.ValidUntil >= today && a.ValidUntil <= last)
            .Select(a => new { a.Id, a.ValidUntil })
            .ToListAsync(ct);
        foreach (var account in ending)
        {
            // a late job gives the latest warning only
            var days = Before.Where(d => account.ValidUntil <= today.AddDays(d)).Min();
            var key = $"{account.Id:N}:{account.ValidUntil:yyyyMMdd}:{days}";
            var news = new News(
                NoticeKind.AccessEnds,
                key,
                AboutId: account.Id,
                On: account.ValidUntil,
                Matter: $"access-ends:{account.Id:N}"
            );
            await book.TellAsync([account.Id], news, ct);
            var ofOther = news with { Kind = NoticeKind.AccessOfOtherEnds };
            await book.TellAsync(administrators.Where(a => a != account.Id), ofOther, ct);
        }
        await db.SaveChangesAsync(ct);
    }
}
