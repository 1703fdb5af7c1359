using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Notices;

/// <param name="Ids">Those that were read; all of the caller's when left out.</param>
internal sealed record ReadNoticesRequest(IReadOnlyList<Guid>? Ids = null);

internal sealed class ReadNoticesValidator : Validator<ReadNoticesRequest>
{
    private const int MostAtOnce = 100;

    public ReadNoticesValidator() => RuleFor(r => r.Ids).Must(ids => ids is null || ids.Count <= MostAtOnce).WithErrorCode("list.too-long");
}

/// <summary>The caller has read notices; somebody else's are left alone.</summary>
internal sealed class ReadNoticesEndpoint(AccessDbContext db, TimeProvider time) : ApiEndpoint<ReadNoticesRequest, object?>
{
    public override void Configure()
    {
        Post("access/notices/read");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(ReadNoticesRequest request, CancellationToken ct)
    {
        var now = time.Utc();
        var unread = db.Notices.Where(n => n.AccountId == Caller.AccountId && n.ReadAt == null);
        if (request.Ids is { } ids)
            unread = unread.Where(n => ids.Contains(n.Id));
        await db.BeginWriteAsync(ct);
        await unread.ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), ct);
        await Send.NoContentAsync(ct);
    }
}
