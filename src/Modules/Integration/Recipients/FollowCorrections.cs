using Registry.Contracts;
using Registry.Integration.Model;
using Registry.Platform.Events;

namespace Registry.Integration.Recipients;

/// <summary>A value was corrected [27].</summary>
internal sealed class FollowCorrections(IntegrationDbContext db, RecipientNotifier book, TimeProvider time)
    : ModuleEventHandler<DataCorrected, IntegrationDbContext>(db, time)
{
    protected override Task ApplyAsync(DataCorrected e, CancellationToken ct) =>
        book.RaiseAsync([e.ChildId], e.What is Correction.Signal ? NoticeCause.SignalCorrected : NoticeCause.CardCorrected, null, e.On, ct);
}

/// <summary>What was disclosed of two cards now belongs to one card.</summary>
internal sealed class FollowMerging(IntegrationDbContext db, RecipientNotifier book, TimeProvider time)
    : ModuleEventHandler<CardsMerged, IntegrationDbContext>(db, time)
{
    protected override Task ApplyAsync(CardsMerged e, CancellationToken ct) =>
        book.RaiseAsync([e.ChildId, e.MergedId], NoticeCause.Merged, e.MergeId, e.On, ct);
}

/// <summary>What was disclosed of one card belongs to two children.</summary>
internal sealed class FollowSplitting(IntegrationDbContext db, RecipientNotifier book, TimeProvider time)
    : ModuleEventHandler<CardsSplit, IntegrationDbContext>(db, time)
{
    protected override Task ApplyAsync(CardsSplit e, CancellationToken ct) =>
        e.Undone ? book.UndoAsync(e, ct) : book.RaiseAsync([e.ChildId, e.MergedId], NoticeCause.Split, e.MergeId, e.On, ct);
}

/// <summary>What was disclosed had been entered by mistake.</summary>
internal sealed class FollowVoiding(IntegrationDbContext db, RecipientNotifier book, TimeProvider time)
    : ModuleEventHandler<CaseVoided, IntegrationDbContext>(db, time)
{
    protected override Task ApplyAsync(CaseVoided e, CancellationToken ct) =>
        book.RaiseAsync([e.ChildId], NoticeCause.Voided, null, e.On, ct);
}
