using Registry.Contracts;
using Registry.Platform.Events;
using Registry.Reporting.Model;

namespace Registry.Reporting.Facts;

/// <summary>Counts a module's facts, in the same commit as the record that they were counted.</summary>
internal abstract class KeepFact<TFact>(ReportingDbContext db, FactWriter book, TimeProvider time)
    : ModuleEventHandler<TFact, ReportingDbContext>(db, time)
    where TFact : class, IFact
{
    protected override Task ApplyAsync(TFact @event, CancellationToken ct) => book.ApplyAsync(@event, ct);
}

internal sealed class KeepSignals(ReportingDbContext db, FactWriter book, TimeProvider time) : KeepFact<SignalFact>(db, book, time);

internal sealed class KeepChildren(ReportingDbContext db, FactWriter book, TimeProvider time) : KeepFact<ChildFact>(db, book, time);

internal sealed class KeepCases(ReportingDbContext db, FactWriter book, TimeProvider time) : KeepFact<CaseFact>(db, book, time);

internal sealed class KeepAssessments(ReportingDbContext db, FactWriter book, TimeProvider time) : KeepFact<AssessmentFact>(db, book, time);

internal sealed class KeepPlans(ReportingDbContext db, FactWriter book, TimeProvider time) : KeepFact<PlanFact>(db, book, time);

internal sealed class KeepClosings(ReportingDbContext db, FactWriter book, TimeProvider time) : KeepFact<ClosingFact>(db, book, time);

internal sealed class KeepMeasures(ReportingDbContext db, FactWriter book, TimeProvider time) : KeepFact<MeasureFact>(db, book, time);

internal sealed class KeepVisits(ReportingDbContext db, FactWriter book, TimeProvider time) : KeepFact<VisitFact>(db, book, time);

internal sealed class KeepInstitutions(ReportingDbContext db, FactWriter book, TimeProvider time)
    : KeepFact<InstitutionFact>(db, book, time);

internal sealed class KeepPlacements(ReportingDbContext db, FactWriter book, TimeProvider time) : KeepFact<PlacementFact>(db, book, time);
