using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Platform.Model;

namespace Registry.Children.Model;

/// <summary>Seals everything about an adopted child and unseals it, within the running transaction; other modules follow by the event.</summary>
internal static class SealedCases
{
    public static async Task SealAsync(this ChildrenDbContext db, Guid caseId, DateOnly on, TimeProvider time, CancellationToken ct)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == caseId, ct);
        @case.Seal();
        await MoveAsync(db, @case, number: "", ct);
        // unsent drafts about the child must not stay readable
        await db.Drafts.Where(d => d.ChildId == @case.ChildId).ExecuteDeleteAsync(ct);
        db.Publish(new CaseSealed(@case.Id, @case.ChildId, on), time);
    }

    public static async Task UnsealAsync(this ChildrenDbContext db, Guid caseId, DateOnly on, TimeProvider time, CancellationToken ct)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == caseId, ct);
        if (@case.SealedFrom is null)
            return;
        @case.Unseal();
        await MoveAsync(db, @case, @case.Number, ct);
        db.Publish(new CaseSealed(@case.Id, @case.ChildId, on), time);
    }

    private static async Task MoveAsync(ChildrenDbContext db, Case @case, string number, CancellationToken ct)
    {
        (await db.Children.SingleAsync(c => c.Id == @case.ChildId, ct)).Move(@case.Territory);
        await db.MoveMergedAsync(@case.ChildId, @case.Territory, ct);
        await CaseRows.MoveAsync(db, @case.ChildId, @case.Territory, withPlatform: true, ct);
        // ended steps stay counted where they ended, without the number that would identify the case
        await db.Deadlines.Where(d => d.ChildId == @case.ChildId).ExecuteUpdateAsync(set => set.SetProperty(d => d.Number, number), ct);
        foreach (var open in (await db.Deadlines.Where(d => d.ChildId == @case.ChildId && d.IsOpen).ToListAsync(ct)).Where(d => d.IsOpen))
            open.Move(@case.Territory, @case.ResponsibleId, @case.ResponsibleId);
    }
}
