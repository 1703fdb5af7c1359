using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics.Access;

namespace Registry.Reporting.Model;

/// <summary>A table of counted rows: codes and places are short ASCII.</summary>
internal abstract class CountedRowConfiguration<T> : IEntityTypeConfiguration<T>
    where T : class
{
    protected abstract string Table { get; }

    public virtual void Configure(EntityTypeBuilder<T> e)
    {
        e.ToTable(Table);
        foreach (var text in typeof(T).GetProperties().Where(p => p.PropertyType == typeof(string)))
            e.Property(text.Name)
                .HasMaxLength(text.Name is nameof(CaseRow.FoundDistrict) ? Soate.DistrictLength : ReportingDbContext.CodeMaxLength)
                .IsUnicode(false);
    }
}

/// <summary>One row per state: keys come from the publishing modules and the day the state began.</summary>
internal abstract class StateRowConfiguration<T> : CountedRowConfiguration<T>
    where T : StateRow
{
    public override void Configure(EntityTypeBuilder<T> e)
    {
        base.Configure(e);
        e.HasKey(r => new { r.Id, r.Since });
        MapIndexes(e);
    }

    protected abstract void MapIndexes(EntityTypeBuilder<T> e);
}

/// <summary>The table of <see cref="SignalRow"/>.</summary>
internal sealed class SignalRowConfiguration : StateRowConfiguration<SignalRow>
{
    protected override string Table => "signals";

    protected override void MapIndexes(EntityTypeBuilder<SignalRow> e)
    {
        e.HasIndex(r => r.ChildId);
        e.HasIndex(r => new { r.District, r.FoundOn });
    }
}

/// <summary>The table of <see cref="CaseRow"/>.</summary>
internal sealed class CaseRowConfiguration : StateRowConfiguration<CaseRow>
{
    protected override string Table => "cases";

    protected override void MapIndexes(EntityTypeBuilder<CaseRow> e)
    {
        e.HasIndex(r => r.ChildId);
        e.HasIndex(r => new { r.District, r.Until });
    }
}

/// <summary>The table of <see cref="PlanRow"/>.</summary>
internal sealed class PlanRowConfiguration : StateRowConfiguration<PlanRow>
{
    protected override string Table => "plans";

    protected override void MapIndexes(EntityTypeBuilder<PlanRow> e) => e.HasIndex(r => r.CaseId);
}

/// <summary>The table of <see cref="ClosingRow"/>.</summary>
internal sealed class ClosingRowConfiguration : StateRowConfiguration<ClosingRow>
{
    protected override string Table => "closings";

    protected override void MapIndexes(EntityTypeBuilder<ClosingRow> e)
    {
        e.HasIndex(r => r.ChildId);
        e.HasIndex(r => r.CaseId);
        e.HasIndex(r => r.DecidedOn);
    }
}

/// <summary>The table of <see cref="MeasureRow"/>.</summary>
internal sealed class MeasureRowConfiguration : StateRowConfiguration<MeasureRow>
{
    protected override string Table => "measures";

    protected override void MapIndexes(EntityTypeBuilder<MeasureRow> e)
    {
        e.HasIndex(r => r.ChildId);
        e.HasIndex(r => r.StartedOn);
    }
}

/// <summary>The table of <see cref="VisitRow"/>.</summary>
internal sealed class VisitRowConfiguration : StateRowConfiguration<VisitRow>
{
    protected override string Table => "visits";

    protected override void MapIndexes(EntityTypeBuilder<VisitRow> e)
    {
        e.HasIndex(r => r.ChildId);
        e.HasIndex(r => r.PlannedOn);
    }
}

/// <summary>The table of <see cref="InstitutionRow"/>.</summary>
internal sealed class InstitutionRowConfiguration : StateRowConfiguration<InstitutionRow>
{
    protected override string Table => "institutions";

    protected override void MapIndexes(EntityTypeBuilder<InstitutionRow> e) => e.HasIndex(r => r.District);
}

/// <summary>The table of <see cref="PlacementRow"/>.</summary>
internal sealed class PlacementRowConfiguration : StateRowConfiguration<PlacementRow>
{
    protected override string Table => "placements";

    protected override void MapIndexes(EntityTypeBuilder<PlacementRow> e)
    {
        e.HasIndex(r => r.ChildId);
        e.HasIndex(r => r.InstitutionId);
    }
}

/// <summary>The table of <see cref="CaseCodeRow"/>.</summary>
internal sealed class CaseCodeRowConfiguration : CountedRowConfiguration<CaseCodeRow>
{
    protected override string Table => "case_codes";

    public override void Configure(EntityTypeBuilder<CaseCodeRow> e)
    {
        base.Configure(e);
        e.HasKey(r => new
        {
            r.Id,
            r.Kind,
            r.Code,
            r.Source,
            r.Since,
        });
    }
}

/// <summary>The table of <see cref="CorrectionRow"/>.</summary>
internal sealed class CorrectionRowConfiguration : CountedRowConfiguration<CorrectionRow>
{
    protected override string Table => "corrections";

    public override void Configure(EntityTypeBuilder<CorrectionRow> e)
    {
        base.Configure(e);
        e.HasKey(r => new
        {
            r.Id,
            r.CorrectedOn,
            r.Kind,
            r.Territory,
        });
        e.HasIndex(r => r.CorrectedOn);
        e.HasIndex(r => r.ChildId);
    }
}

/// <summary>The table of <see cref="AssessmentRow"/>.</summary>
internal sealed class AssessmentRowConfiguration : CountedRowConfiguration<AssessmentRow>
{
    protected override string Table => "assessments";

    public override void Configure(EntityTypeBuilder<AssessmentRow> e)
    {
        base.Configure(e);
        e.Ignore(r => r.Causes);
        e.Property(r => r.PlainCauses).HasColumnName(nameof(AssessmentRow.Causes)).HasMaxLength(1000);
        e.HasIndex(r => r.CaseId);
    }
}
