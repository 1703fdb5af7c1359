using Registry.Basics.Access;
using Registry.Platform.Data;
using Registry.Web;

namespace Registry.Access.Notices;

/// <param name="Unread">At most 100: more is shown as 99+.</param>
internal sealed record CountNoticesResponse(int Unread);

/// <summary>How many notices the caller has not read: the number on the bell.</summary>
internal sealed class CountNoticesEndpoint(HotReads reads) : ApiEndpoint<CountNoticesResponse>
{
    private const int Most = 100;

    public override void Configure()
    {
        Get("access/notices/unread");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.List);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var unread = await reads.ListAsync(
            reads
                .Sql()
                .Add(
                    "SELECT COUNT(*) FROM {access.notices} WHERE AccountId = {} AND InBase = {} AND ReadAt IS NULL",
                    Caller.AccountId,
                    true
                ),
            row => row.GetInt32(0),
            ct
        );
        await Send.OkAsync(new(Math.Min(unread[0], Most)), ct);
    }
}
