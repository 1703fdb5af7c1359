using Registry.Basics.Time;

namespace Registry.Access.Model;

/// <summary>
/// What another state system may query, and who holds its secret, is one administrator's act: everyone else of the authorised body who gives access is notified at once, and
/// cannot opt out [15.5, 28]. The caller saves.
/// </summary>
internal sealed class ClientNews(AccessDbContext db, NoticeWriter book, TimeProvider time)
{
    public async Task TellAsync(IntegratorClient client, Guid by, CancellationToken ct)
    {
        var readers = await Recipients.ReadAsync(db, time.Today(), ct);
        var news = new News(NoticeKind.ClientChanged, $"client:{client.Id:N}:{client.Version:N}", client.ClientId, client.Id);
        await book.TellAsync(readers.FurtherGiversOfAccess(by), news, ct);
    }
}
