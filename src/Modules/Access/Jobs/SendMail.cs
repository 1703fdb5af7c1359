using System.Globalization;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MimeKit;
using Registry.Access.Model;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Access.Jobs;

/// <summary>
/// Sends waiting notices by mail: what happened, the case's number and a link, no personal data. What is urgent goes at once, the rest in one mail a day and reader. Each is taken
/// before it is sent, so that two hosts do not send it twice; a refused one is retried by the retry policy, and given up in the end.
/// </summary>
internal sealed partial class SendMail(AccessDbContext db, MailSettings settings, Texts texts, TimeProvider time, ILogger<SendMail> log)
{
    private const int Portion = 100;

    public async Task RunAsync(CancellationToken ct)
    {
        if (!settings.IsSet)
            return;
        var now = time.Utc();
        var waiting = await db
            .Notices.Where(n => n.Mail == MailStatus.Waiting && n.MailNextAt <= now)
            .OrderBy(n => n.MailNextAt)
            .Take(Portion)
            .ToListAsync(ct);
        if (waiting.Count == 0)
            return;
        foreach (var notice in waiting)
            notice.TakeForMail(now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return; // another host sends them
        }
        var readers = waiting.Select(n => n.AccountId).Distinct().ToList();
        var addresses = await (
            from a in db.Accounts
            join s in db.Specialists on a.SpecialistId equals s.Id
            where readers.Contains(a.Id)
            select new
            {
                a.Id,
                s.Email,
                a.Language,
            }
        ).ToDictionaryAsync(x => x.Id, x => (x.Email, x.Language), ct);
        foreach (var (account, notices) in waiting.GroupBy(n => n.AccountId).ToDictionary(g => g.Key, g => g.OrderBy(n => n.At).ToList()))
        {
            var (address, language) = addresses.GetValueOrDefault(account);
            var isSent = await SendAsync(notices, address, language, ct);
            foreach (var notice in notices)
            {
                if (isSent)
                    notice.MailSent();
                else
                    Fail(notice);
            }
            await db.SaveChangesAsync(ct);
        }
    }

    private void Fail(Notice notice)
    {
        notice.MailFailed();
        // trouble that cannot be mailed makes no further trouble
        if (notice is { Mail: MailStatus.GivenUp, Kind: not NoticeKind.Trouble })
            db.Publish(new TroubleArose(Trouble.Mails), time);
    }

    private async Task<bool> SendAsync(List<Notice> notices, string? address, string? language, CancellationToken ct)
    {
        if (!MailboxAddress.TryParse(settings.From, out var from) || !MailboxAddress.TryParse(address ?? "", out var to))
            return false;
        try
        {
            using var mail = new MimeMessage();
            mail.From.Add(from);
            mail.To.Add(to);
            mail.Date = new DateTimeOffset(time.Utc(), TimeSpan.Zero);
            mail.MessageId = string.Create(CultureInfo.InvariantCulture, $"{notices[0].Id:N}.{notices[0].At:yyyyMMddHHmmss}@registry");
            mail.Subject = SubjectOf(notices, language ?? "ky");
            mail.Body = new TextPart("plain") { Text = BodyOf(notices, language) };
            using var smtp = new SmtpClient();
            await smtp.ConnectAsync(settings.Host!, settings.Port, settings.Encryption, ct);
            if (!string.IsNullOrEmpty(settings.User))
                await smtp.AuthenticateAsync(settings.User, settings.Password ?? "", ct);
            await smtp.SendAsync(mail, ct);
            await smtp.DisconnectAsync(true, ct);
            return true;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            NotSent(log, notices[0].Id, problem.GetType().Name);
            return false;
        }
    }

    private string SubjectOf(List<Notice> notices, string language) =>
        notices.Count > 1 ? texts.Say(language, "notice.mail.digest", new Dictionary<string, object?> { ["count"] = notices.Count })
        : notices[0].Number is { } number ? $"{texts.Say(language, "notice.mail.subject")} {number}"
        : texts.Say(language, "notice.mail.subject");

    /// <summary>In Kyrgyz and Russian while the reader has chosen no language.</summary>
    private string BodyOf(List<Notice> notices, string? language)
    {
        string[] languages = language is null ? ["ky", "ru"] : [language];
        var said = languages.Select(l => string.Join('\n', notices.Select(n => texts.Say(l, n))));
        return $"{string.Join("\n\n", said)}\n\n{settings.PublicAddress}/notices\n";
    }

    [LoggerMessage(LogLevel.Warning, "Notice {Notice} was not mailed: {Problem}")]
    private static partial void NotSent(ILogger log, Guid notice, string problem);
}
