using System.Globalization;
using System.Text.RegularExpressions;
using Registry.Basics.People;
using Registry.Contracts;
using static Registry.Platform.Data.CodeSql;

namespace Registry.Reporting.Model;

/// <summary>
/// Every statistical report of clause 22, and those on terms [15.4], exits [11.5], the age of data [14.2] and institutions. All of them read
/// the rows valid on
/// the period's last day: later events change nothing (docs/adr/0031).
/// </summary>
internal static class ReportCatalog
{
    private const int StaleMonths = 6;
    private static readonly string InSituation = Is("f.Conclusion", Conclusion.InDifficultSituation);
    private static readonly string Running = Is("f.Status", MeasureStatus.Planned, MeasureStatus.InProgress);

    private static Piece Plain(string text) => (sql, _) => sql.Add(text);

    /// <summary>SQL in which <c>@x</c> means: the row of table x was valid on the period's last day.</summary>
    private static Piece AsOf(string text)
    {
        var parts = Regex.Split(text, "@([a-z])");
        return (sql, asked) =>
        {
            for (var i = 0; i < parts.Length; i++)
                if (i % 2 == 0)
                    sql.Add(parts[i]);
                else
                    sql.Add($"{parts[i]}.Since <= {{}} AND {parts[i]}.Until > {{}}", asked.To, asked.To);
            return sql;
        };
    }

    private static Piece Between(string column) =>
        (sql, asked) => sql.Add($"f.{column} >= {{}} AND f.{column} <= {{}}", asked.From, asked.To);

    private static Piece And(Piece one, Piece other) => (sql, asked) => other(one(sql, asked).Add(" AND "), asked);

    private static Figure Count(string code, string condition) => Count(code, Plain(condition));

    private static Figure Count(string code, Piece condition) =>
        new(code, (sql, asked) => condition(sql.Add("SUM(CASE WHEN "), asked).Add(" THEN 1 ELSE 0 END)"), Rows: condition);

    /// <summary>Counts children, if one may be in several rows.</summary>
    private static Figure Children(string code, string condition) =>
        new(code, Plain($"COUNT(DISTINCT CASE WHEN {condition} THEN f.ChildId END)"), Rows: Plain(condition));

    private static readonly Figure Everyone = new("children", Plain("COUNT(*)"), Rows: Plain("1 = 1"));

    /// <summary>[22.2] The law counts children in the difficult situation; those at risk and those not assessed yet are separate.</summary>
    private static readonly IReadOnlyList<(string Code, string Condition)> Groups =
    [
        ("children", InSituation),
        ("girls", $"{InSituation} AND {Is("f.Sex", Sex.Female)}"),
        ("boys", $"{InSituation} AND {Is("f.Sex", Sex.Male)}"),
        ("disability", $"{InSituation} AND f.Disability = 1"),
        ("parents-abroad", $"{InSituation} AND f.ParentsAbroad = 1"),
        ("at-risk", Is("f.Conclusion", Conclusion.AtRisk)),
        ("not-assessed", "f.Conclusion IS NULL"),
    ];

    private static readonly Dimension Oblast = new("oblast", Plain("SUBSTRING(f.District, 1, 5)"));
    private static readonly Dimension District = new("district", Plain("f.District"));

    /// <summary>[22.4] Where the children were found, wherever their cases are now.</summary>
    private static readonly Dimension FoundOblast = new("found-oblast", Plain("SUBSTRING(f.FoundDistrict, 1, 5)"));
    private static readonly Dimension FoundDistrict = new("found-district", Plain("f.FoundDistrict"));

    /// <summary>[15.4] Grouped by body; a step without a responsible specialist has none.</summary>
    private static readonly Dimension ResponsibleBody = new(
        "responsible-body",
        (sql, _) => sql.IdText("f.ResponsibleId"),
        OfSpecialists: true
    );

    /// <summary>Bands of the ministry's own report, half-open; a band ends on the eve of the birthday.</summary>
    private static readonly Dimension Age = new("age", Plain("f.AgeBand"), Order: _ => ["0-7", "7-14", "14-18", "18", ""]);

    private static Dimension Month(string column) => new("month", (sql, _) => sql.Month($"f.{column}"), Order: Months, IsWhole: true);

    /// <summary>The months of the period that have begun.</summary>
    private static List<string> Months(Asked asked)
    {
        var months = new List<string>();
        for (var month = new DateOnly(asked.From.Year, asked.From.Month, 1); month <= asked.Looked; month = month.AddMonths(1))
            months.Add(month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        return months;
    }

    private static Dimension Column(string code, string column) => new(code, Plain($"COALESCE(f.{column}, '')"));

    /// <summary>Codes of the card, and for causes of the assessment too; a child may have several.</summary>
    private static Dimension OfCodes(string code, string kind) =>
        new(
            code,
            Plain("COALESCE(k.Code, '')"),
            Join: AsOf($" LEFT JOIN {{reporting.case_codes}} k ON k.Id = f.Id AND k.Kind = '{kind}' AND @k")
        );

    private static Piece Late(string open, string due) => (sql, asked) => sql.Add($"{open} AND f.{due} < {{}}", asked.Looked);

    private static readonly string[] CaseColumns =
    [
        "Number",
        "District",
        "FoundDistrict",
        "FoundOn",
        "OpenedOn",
        "InformationOn",
        "AssessedOn",
        "Risk",
        "Conclusion",
        "PlanOn",
        "Sex",
        "Disability",
        "ParentsAbroad",
        "Completeness",
    ];

    private static readonly Piece Cases = Plain("{reporting.cases} f");

    /// <summary>Open cases whose assessment did not deny the situation, each child once.</summary>
    private static readonly Piece Counted = AsOf("@f AND f.Counted = 1");

    private static Report CodesReport(string code, string kind, Dimension by, params ReadOnlySpan<Figure> more) =>
        new(
            code,
            "22.3",
            AsOf(
                $$"""
                (SELECT c.*, k.Code, k.Source FROM {reporting.cases} c
                JOIN {reporting.case_codes} k ON k.Id = c.Id AND k.Kind = '{{kind}}' AND @k
                WHERE @c AND c.Counted = 1) f
                """
            ),
            Plain("1 = 1"),
            // a child with two causes counts once in the total
            [.. Groups.Where(g => g.Code is not "parents-abroad").Select(g => Children(g.Code, g.Condition)), .. more],
            [by, Oblast, District, FoundOblast, FoundDistrict],
            Published: "children",
            Columns: CaseColumns,
            Corrected: CorrectionRow.OfCase
        );

    /// <summary>Steps as of the last day: anything done or lapsed later was open then.</summary>
    private static readonly Piece MetThen = (sql, asked) => sql.Add("f.MetOn <= {}", asked.To);

    private static readonly Piece LapsedThen = (sql, asked) => sql.Add("f.LapsedOn <= {}", asked.To);

    private static readonly Piece OpenThen = (sql, asked) =>
        sql.Add("(f.MetOn IS NULL OR f.MetOn > {}) AND (f.LapsedOn IS NULL OR f.LapsedOn > {})", asked.To, asked.To);

    public static readonly IReadOnlyList<Report> All =
    [
        new(
            "found",
            "22.1",
            Plain("{reporting.signals} f"),
            And(AsOf("@f"), Between("FoundOn")),
            [
                // the law's figure: registered signals without the unfounded ones
                Children("children", IsNot("f.Status", SignalStatus.Unfounded)),
                Children("registered", "1 = 1"),
                Children("confirmed", Is("f.Status", SignalStatus.CardOpened, SignalStatus.Linked)),
                new(
                    "unfounded",
                    Plain(
                        $"COUNT(DISTINCT f.ChildId) - COUNT(DISTINCT CASE WHEN {IsNot("f.Status", SignalStatus.Unfounded)} THEN f.ChildId END)"
                    )
                ),
                Children("waiting", Is("f.Status", SignalStatus.New)),
                new("signals", Plain("COUNT(*)")),
            ],
            [Month("FoundOn"), Oblast, District, Column("channel", "Channel"), Column("source", "Source")],
            Published: "children",
            Columns: ["District", "FoundOn", "RegisteredOn", "Source", "Channel", "Status"],
            Corrected: CorrectionRow.OfSignal
        ),
        new(
            "children",
            "22.2",
            Cases,
            Counted,
            [.. Groups.Select(g => Count(g.Code, g.Condition)), Count("high-risk", Is("f.Risk", Risk.High, Risk.Critical))],
            [
                Age,
                Column("sex", "Sex"),
                new("conclusion", Plain("COALESCE(f.Conclusion, 'not-assessed')")),
                OfCodes("legal-status", CaseCodeRow.LegalStatus),
                Oblast,
                District,
                FoundOblast,
                FoundDistrict,
                Column("step", "Status"),
                Column("risk", "Risk"),
            ],
            Published: "children",
            Columns: CaseColumns,
            Corrected: CorrectionRow.OfCase
        ),
        CodesReport(
            "causes",
            CaseCodeRow.Cause,
            new("cause", Plain("f.Code")),
            Children("by-card", $"{InSituation} AND f.Source = '{CaseCodeRow.OfCard}'"),
            Children("by-assessment", $"{InSituation} AND f.Source = '{CaseCodeRow.OfAssessment}'")
        ),
        CodesReport("statuses", CaseCodeRow.LegalStatus, new("legal-status", Plain("f.Code"))),
        new(
            "measures",
            "22.5",
            // a running measure of a superseded plan continues in the next version and is counted there
            AsOf(
                $$"""
                (SELECT m.*, c.Territory, c.District, c.EndedOn FROM {reporting.measures} m
                JOIN {reporting.plans} p ON p.Id = m.PlanId AND @p AND {{IsNot("p.Status", PlanStatus.Draft, PlanStatus.Submitted)}}
                JOIN {reporting.cases} c ON c.Id = p.CaseId AND @c
                WHERE @m AND ({{IsNot("p.Status", PlanStatus.Superseded)}} OR {{IsNot(
                    "m.Status",
                    MeasureStatus.Planned,
                    MeasureStatus.InProgress
                )}})) f
                """
            ),
            Between("StartedOn"),
            [
                new("defined", Plain("COUNT(*)")),
                Count("done", Is("f.Status", MeasureStatus.Done)),
                Count("done-late", $"{Is("f.Status", MeasureStatus.Done)} AND f.DoneOn > f.DueOn"),
                Count("not-possible", Is("f.Status", MeasureStatus.NotPossible)),
                Count("late", Late($"{Running} AND f.EndedOn IS NULL", "DueOn")),
                Count("lapsed", $"{Is("f.Status", MeasureStatus.Ended)} OR ({Running} AND f.EndedOn IS NOT NULL)"),
            ],
            [Column("body", "Body"), Column("obstacle", "Obstacle"), Oblast, District, Month("StartedOn")],
            Columns: ["District", "Body", "Status", "StartedOn", "DueOn", "DoneOn", "Obstacle"],
            Corrected: CorrectionRow.OfCase
        ),
        new(
            "monitoring",
            "22.6",
            AsOf(
                """
                (SELECT v.*, c.Territory, c.District, c.EndedOn FROM {reporting.visits} v
                JOIN {reporting.cases} c ON c.Id = v.CaseId AND @c
                WHERE @v) f
                """
            ),
            Between("PlannedOn"),
            [
                new("planned", Plain("COUNT(*)")),
                Count("made", "f.MadeOn IS NOT NULL"),
                Count("made-late", "f.MadeOn > f.PlannedOn"),
                // visits after the exit belong to the exit and are owed although the case has ended
                Count(
                    "missed",
                    Late("f.MadeOn IS NULL AND f.CalledOff = 0 AND (f.EndedOn IS NULL OR f.EnteredOn >= f.EndedOn)", "PlannedOn")
                ),
                Count("lapsed", "f.MadeOn IS NULL AND (f.CalledOff = 1 OR f.EnteredOn < f.EndedOn)"),
                Count("better", Is("f.Finding", VisitFinding.Better)),
                Count("worse", Is("f.Finding", VisitFinding.Worse, VisitFinding.Danger)),
            ],
            [Month("PlannedOn"), Column("finding", "Finding"), Oblast, District],
            Columns: ["District", "PlannedOn", "MadeOn", "Finding"],
            Corrected: CorrectionRow.OfCase
        ),
        new(
            "terms",
            "15.4",
            // a step of a case opened by mistake was never owed
            AsOf(
                $$"""
                (SELECT d.Id, d.ChildId, d.Number, d.Clause, d.Step, d.StartedOn, d.DueOn, d.LapsedBecause,
                    COALESCE(p.Territory, d.Territory) AS Territory, COALESCE(p.District, d.District) AS District,
                    CASE WHEN p.Id IS NULL THEN d.ResponsibleId ELSE p.ResponsibleId END AS ResponsibleId,
                    CASE WHEN p.Id IS NULL THEN d.MetOn ELSE p.MetOn END AS MetOn,
                    CASE WHEN p.Id IS NULL THEN d.LapsedOn ELSE p.LapsedOn END AS LapsedOn
                FROM {platform.deadlines} d
                LEFT JOIN {platform.deadline_places} p ON p.DeadlineId = d.Id AND @p
                WHERE d.LapsedBecause IS NULL OR {{IsNot("d.LapsedBecause", LapseReason.Voided)}}) f
                """
            ),
            Between("DueOn"),
            [
                new("due", Plain("COUNT(*)")),
                Count("in-time", And(MetThen, Plain("f.MetOn <= f.DueOn"))),
                Count("met-late", And(MetThen, Plain("f.MetOn > f.DueOn"))),
                Count("late", (sql, asked) => OpenThen(sql, asked).Add(" AND f.DueOn < {}", asked.Looked)),
                Count("lapsed", LapsedThen),
            ],
            [Column("term", "Step"), ResponsibleBody, Oblast, District, Month("DueOn")],
            Columns: ["Number", "Clause", "Step", "District", "StartedOn", "DueOn", "MetOn", "LapsedOn", "LapsedBecause"],
            Corrected: CorrectionRow.OfStep
        ),
        new(
            "exits",
            "11.5",
            AsOf(
                $$"""
                (SELECT e.ChildId, e.Ending, e.DecidedOn AS EndedOn, c.Territory, {{string.Join(", ", CaseColumns.Select(c => $"c.{c}"))}},
                    CASE WHEN EXISTS (SELECT 1 FROM {reporting.closings} r WHERE r.CaseId = e.CaseId AND {{Is(
                    "r.Status",
                    ClosingStatus.Reopened
                )}} AND @r)
                    THEN 1 ELSE 0 END AS Returned
                FROM {reporting.closings} e
                JOIN {reporting.cases} c ON c.Id = e.CaseId AND @c
                WHERE {{Is("e.Status", ClosingStatus.Consented)}} AND @e) f
                """
            ),
            Between("EndedOn"),
            [
                new("ended", Plain("COUNT(*)")),
                Count("left", Is("f.Ending", Ending.LeftDifficultSituation)),
                Count("returned", "f.Returned = 1"),
            ],
            [Column("ending", "Ending"), Oblast, District, Month("EndedOn")],
            Published: "ended",
            Columns: [.. CaseColumns, "EndedOn", "Ending"],
            Corrected: CorrectionRow.OfCase
        ),
        new(
            "quality",
            "14.2",
            Cases,
            Counted,
            [
                Everyone,
                Count("complete", "f.Completeness = 100"),
                new("completeness", Plain("AVG(f.Completeness * 1.0)"), FigureKind.Percent),
                Count("stale", (sql, asked) => sql.Add("f.ChangedOn < {}", asked.To.AddMonths(-StaleMonths))),
            ],
            [Oblast, District, Column("step", "Status")],
            Columns: CaseColumns,
            Corrected: CorrectionRow.OfCase
        ),
        new(
            "institutions",
            "5.admin",
            (sql, asked) =>
                AsOf(" AND @p) AS Placed FROM {reporting.institutions} i WHERE @i) f")(
                    sql.Add(
                        "(SELECT i.*, (SELECT COUNT(*) FROM {reporting.placements} p WHERE p.InstitutionId = i.Id AND p.PlacedOn <= {} AND (p.LeftOn IS NULL OR p.LeftOn > {})",
                        asked.To,
                        asked.To
                    ),
                    asked
                ),
            (sql, asked) => sql.Add("(f.ClosedOn IS NULL OR f.ClosedOn > {})", asked.To),
            [
                new("institutions", Plain("COUNT(*)")),
                new("capacity", Plain("SUM(f.Capacity)")),
                new("placed", Plain("SUM(f.Placed)")),
                Count("full", "f.Placed >= f.Capacity"),
            ],
            [Column("institution-kind", "Kind"), Column("ownership", "Ownership"), Oblast, District],
            HasChildren: false
        ),
    ];

    public static Report? Find(string code) => All.FirstOrDefault(r => r.Code == code);
}
