using Microsoft.EntityFrameworkCore;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Checks;
using Registry.Platform.Model;

namespace Registry.Platform.Operations;

internal sealed class FoundAtOnce(PlatformDbContext db, TimeProvider time) : IFindings
{
    public async Task KeepAsync(string check, Finding found, CancellationToken ct)
    {
        // whoever else comes upon it at the same moment waits here
        await db.HoldAsync(found.AboutId, ct);
        if (!await db.Findings.AnyAsync(f => f.Check == check && f.AboutId == found.AboutId, ct))
        {
            db.Findings.Add(
                new()
                {
                    Check = check,
                    AboutId = found.AboutId,
                    Number = found.Number,
                    FoundAt = time.Utc(),
                }
            );
            db.Publish(new TroubleArose(Trouble.Findings), time);
            await db.SaveChangesAsync(ct);
        }
        await db.UnitOfWork.CommitAsync(ct);
    }
}
