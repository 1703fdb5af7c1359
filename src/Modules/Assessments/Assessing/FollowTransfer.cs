using Microsoft.EntityFrameworkCore;
using Registry.Assessments.Database;
using Registry.Contracts;
using Registry.Kernel.Access;
using Registry.Kernel.Events;

namespace Registry.Assessments.Assessing;

/// <summary>A case moved to another district: its assessments are read and written there from now on.</summary>
internal sealed class FollowTransfer(AssessmentsDbContext db, TimeProvider time)
    : ModuleEventHandler<CaseTransferred, AssessmentsDbContext>(db, time)
{
    protected override async Task ApplyAsync(CaseTransferred e, CancellationToken ct)
    {
        var district = Soate.District(e.Territory);
        await Db.BeginWriteAsync(ct);
        await Db
            .Assessments.Where(a => a.CaseId == e.CaseId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Territory, e.Territory).SetProperty(a => a.District, district), ct);
    }
}
