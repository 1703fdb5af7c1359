using Microsoft.EntityFrameworkCore;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Changes;

/// <summary>A child left an institution: the change is registered automatically, to be entered in the card within two working days [20.8].</summary>
internal sealed class FollowLeaving(ChildrenDbContext db, Vault vault, StatutoryClock clock, Texts texts, TimeProvider time)
    : ModuleEventHandler<ChildLeftInstitution, ChildrenDbContext>(db, time)
{
    protected override async Task ApplyAsync(ChildLeftInstitution e, CancellationToken ct)
    {
        // the case of the placement may have ended by a merge: the surviving case owes the change
        var placed = await Db.Cases.SingleAsync(c => c.Id == e.CaseId, ct);
        var @case = await Db.Cases.WithSpecification(MainCaseFirst.Order).FirstAsync(c => c.ChildId == placed.ChildId, ct);
        var seal = (await vault.ForTheBaseItselfAsync([@case.ChildId], ct))[@case.ChildId];
        // the text is entered in the card, which is kept primarily in Kyrgyz
        var said = new ChangeReport(
            @case.ChildId,
            ChangeKind.LeftInstitution,
            e.LearnedOn,
            e.On,
            texts.Say("ky", "change.left-institution")
        );
        var change = ReportedChange.Report(@case, said, seal, e.By);
        Db.Add(change);
        var about = new DeadlineSubject(change.Id, @case.Number, @case.ChildId, @case.Territory, @case.ResponsibleId);
        await clock.StartAsync(Db, StatutoryTerm.EnterChangeOf(ChangeKind.LeftInstitution.Clause()), e.LearnedOn, about, ct);
    }
}
