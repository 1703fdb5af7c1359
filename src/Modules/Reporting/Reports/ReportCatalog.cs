using Registry.Kernel.Data;
using Registry.Reporting.Facts;

namespace Registry.Reporting.Reports;

/// <summary>Every statistical report of clause 22, and those on terms [15.4], exits [11.5], the age of data [14.2] and institutions.</summary>
internal static class ReportCatalog
{
    private const int StaleMonths = 6;

    private static Piece Text(string text) => (sql, _) => sql.Add(text);

    private static Figure Count(string code, string condition) => new(code, Text($"SUM(CASE WHEN {condition} THEN 1 ELSE 0 END)"));

    private static Figure Distinct(string code, string condition) =>
        new(code, Text($"COUNT(DISTINCT CASE WHEN {condition} THEN f.Id END)"));

    private static readonly Figure Rows = new("children", Text("COUNT(*)"));
    private static readonly Figure Girls = Count("girls", "f.Sex = 'Female'");
    private static readonly Figure Boys = Count("boys", "f.Sex = 'Male'");
    private static readonly Figure Disabled = Count("disability", "f.Disability = 1");
    private static readonly Figure OfMigrants = Count("parents-abroad", "f.ParentsAbroad = 1");

    private static readonly Dimension Oblast = new("oblast", Text("SUBSTRING(f.District, 1, 5)"));
    private static readonly Dimension District = new("district", Text("f.District"));
    private static readonly Dimension Sex = new("sex", Text("COALESCE(f.Sex, '')"));

    /// <summary>[15.4] Told by body; a step that nobody has taken yet stands without one.</summary>
    private static readonly Dimension ResponsibleBody = new(
        "responsible-body",
        (sql, _) => sql.IdText("f.ResponsibleId"),
        OfSpecialists: true
    );

    private static Dimension Month(string column) => new("month", (sql, _) => sql.Month($"f.{column}"));

    private static Dimension Column(string code, string column) => new(code, Text($"COALESCE(f.{column}, '')"));

    /// <summary>Bands of the ministry's own report, half-open, by age on the report's last day; a band ends on the eve of the birthday.</summary>
    private static readonly Dimension Age = new(
        "age",
        (sql, asked) =>
            sql.Add(
                "CASE WHEN f.BirthDate IS NULL THEN '' WHEN f.BirthDate > {} THEN '0-7' WHEN f.BirthDate > {} THEN '7-14' WHEN f.BirthDate > {} THEN '14-18' ELSE '18' END",
                Kernel.Time.Age.BornBy(asked.To, 7),
                Kernel.Time.Age.BornBy(asked.To, 14),
                Kernel.Time.Age.BornBy(asked.To, 18)
            )
    );

    /// <summary>Children in the difficult situation on the last day: the case is open and the assessment did not say otherwise.</summary>
    private static readonly Piece InSituation = (sql, asked) =>
        sql.Add(
            "f.OpenedOn <= {} AND (f.EndedOn IS NULL OR f.EndedOn > {}) AND (f.Conclusion IS NULL OR f.Conclusion <> 'NotConfirmed')",
            asked.To,
            asked.To
        );

    private static Piece Between(string column) =>
        (sql, asked) => sql.Add($"f.{column} >= {{}} AND f.{column} <= {{}}", asked.From, asked.To);

    private static Piece Late(string open, string due) =>
        (sql, asked) => sql.Add($"SUM(CASE WHEN {open} AND f.{due} < {{}} THEN 1 ELSE 0 END)", asked.Looked);

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
        "EndedOn",
        "Ending",
        "Sex",
        "Disability",
        "ParentsAbroad",
        "Completeness",
    ];

    private static Report OfCodes(string code, string kind, string dimension) =>
        new(
            code,
            "22.3",
            Text($"{{reporting.cases}} f JOIN {{reporting.case_codes}} c ON c.CaseId = f.Id AND c.Kind = '{kind}'"),
            InSituation,
            // a child with two causes is one child of the total
            [
                Distinct("children", "1 = 1"),
                Distinct("girls", "f.Sex = 'Female'"),
                Distinct("boys", "f.Sex = 'Male'"),
                Distinct("disability", "f.Disability = 1"),
            ],
            [new(dimension, Text("c.Code"))],
            Published: "children",
            Columns: CaseColumns
        );

    public static readonly IReadOnlyList<Report> All =
    [
        new(
            "found",
            "22.1",
            Text("{reporting.signals} f"),
            Between("FoundOn"),
            [
                new("children", Text("COUNT(DISTINCT f.ChildId)")),
                new("signals", Text("COUNT(*)")),
                Count("opened", "f.Status IN ('CardOpened', 'Linked')"),
                Count("waiting", "f.Status = 'New'"),
                Count("unfounded", "f.Status = 'Unfounded'"),
            ],
            [Month("FoundOn"), Oblast, District, Column("channel", "Channel"), Column("source", "Source")],
            Published: "children",
            Columns: ["District", "FoundOn", "Source", "Channel", "Status"]
        ),
        new(
            "children",
            "22.2",
            Text("{reporting.cases} f"),
            InSituation,
            [Rows, Girls, Boys, Disabled, OfMigrants, Count("high-risk", "f.Risk IN ('High', 'Critical')")],
            [Age, Sex, Oblast, District, Column("step", "Status"), Column("risk", "Risk")],
            Published: "children",
            Columns: CaseColumns
        ),
        OfCodes("causes", CaseCodeRow.Cause, "cause"),
        OfCodes("statuses", CaseCodeRow.LegalStatus, "legal-status"),
        new(
            "measures",
            "22.5",
            Text("{reporting.measures} f"),
            (sql, asked) => Between("StartedOn")(sql, asked).Add(" AND f.Counted = 1"),
            [
                new("defined", Text("COUNT(*)")),
                Count("done", "f.Status = 'Done'"),
                Count("done-late", "f.Status = 'Done' AND f.DoneOn > f.DueOn"),
                Count("not-possible", "f.Status = 'NotPossible'"),
                new("late", Late("f.DoneOn IS NULL AND f.Status <> 'Ended'", "DueOn")),
            ],
            [Column("body", "Body"), Column("obstacle", "Obstacle"), Oblast, District, Month("StartedOn")],
            Columns: ["District", "Body", "Status", "StartedOn", "DueOn", "DoneOn", "Obstacle"]
        ),
        new(
            "monitoring",
            "22.6",
            Text("{reporting.visits} f"),
            Between("PlannedOn"),
            [
                new("planned", Text("COUNT(*)")),
                Count("made", "f.MadeOn IS NOT NULL"),
                Count("made-late", "f.MadeOn > f.PlannedOn"),
                new("missed", Late("f.MadeOn IS NULL", "PlannedOn")),
                Count("better", "f.Finding = 'Better'"),
                Count("worse", "f.Finding IN ('Worse', 'Danger')"),
            ],
            [Month("PlannedOn"), Column("finding", "Finding"), Oblast, District],
            Columns: ["District", "PlannedOn", "MadeOn", "Finding"]
        ),
        new(
            "terms",
            "15.4",
            Text("{kernel.deadlines} f"),
            Between("DueOn"),
            [
                new("due", Text("COUNT(*)")),
                Count("in-time", "f.MetOn <= f.DueOn"),
                Count("met-late", "f.MetOn > f.DueOn"),
                new("late", Late("f.MetOn IS NULL AND f.LapsedOn IS NULL", "DueOn")),
            ],
            [Column("term", "Step"), ResponsibleBody, Oblast, District, Month("DueOn")],
            Columns: ["Number", "Clause", "Step", "District", "StartedOn", "DueOn", "MetOn"]
        ),
        new(
            "exits",
            "11.5",
            Text("{reporting.cases} f"),
            Between("EndedOn"),
            [new("ended", Text("COUNT(*)")), Count("left", "f.Ending = 'LeftDifficultSituation'"), Count("returned", "f.Returns > 0")],
            [Column("ending", "Ending"), Oblast, District, Month("EndedOn")],
            Published: "ended",
            Columns: CaseColumns
        ),
        new(
            "quality",
            "14.2",
            Text("{reporting.cases} f"),
            InSituation,
            [
                Rows,
                Count("complete", "f.Completeness = 100"),
                new("completeness", Text("AVG(f.Completeness * 1.0)"), FigureKind.Percent),
                new(
                    "stale",
                    (sql, asked) => sql.Add("SUM(CASE WHEN f.ChangedOn < {} THEN 1 ELSE 0 END)", asked.To.AddMonths(-StaleMonths))
                ),
            ],
            [Oblast, District, Column("step", "Status")],
            Columns: CaseColumns
        ),
        new(
            "institutions",
            "5.admin",
            (sql, asked) =>
                sql.Add(
                    "(SELECT i.Territory, i.District, i.Kind, i.Ownership, i.Capacity, i.ClosedOn, (SELECT COUNT(*) FROM {reporting.placements} p WHERE p.InstitutionId = i.Id AND p.\"From\" <= {} AND (p.Until IS NULL OR p.Until > {})) AS Placed FROM {reporting.institutions} i) f",
                    asked.To,
                    asked.To
                ),
            (sql, asked) => sql.Add("(f.ClosedOn IS NULL OR f.ClosedOn > {})", asked.To),
            [
                new("institutions", Text("COUNT(*)")),
                new("capacity", Text("SUM(f.Capacity)")),
                new("placed", Text("SUM(f.Placed)")),
                Count("full", "f.Placed >= f.Capacity"),
            ],
            [Column("institution-kind", "Kind"), Column("ownership", "Ownership"), Oblast, District],
            HasChildren: false
        ),
    ];

    public static Report? Find(string code) => All.FirstOrDefault(r => r.Code == code);
}
