using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Kernel.Data;
using Registry.Kernel.Time;

namespace Registry.Kernel.Operations;

/// <summary>What a call comes upon is a finding at once and not only at night; the night's check lets it go when it is settled.</summary>
internal static class FoundAtOnce
{
    public static async Task KeepAsync(IServiceProvider services, string check, Finding found, CancellationToken ct)
    {
        var db = services.GetRequiredService<KernelDbContext>();
        var time = services.GetRequiredService<TimeProvider>();
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
