using Microsoft.EntityFrameworkCore.Migrations;

namespace Registry.Reporting.Database.Migrations;

/// <summary>
/// Counted rows of purged subjects are told by nobody any more: they are carried over into stretches of days. All others are counted anew by
/// <c>statistics rebuild</c>.
/// </summary>
internal static class PurgedRows
{
    private const string Always = "'9999-12-31'";

    private const string Copied = "ChildId, Number, Territory, District, FoundDistrict, FoundOn, OpenedOn, InformationOn, AssessedOn, PlanOn, Risk, "
        + "Conclusion, Sex, AgeBand, Disability, ParentsAbroad, Completeness, ChangedOn";

    /// <summary>Before the tables change: what is told anew goes.</summary>
    public static void Keep(MigrationBuilder migration, Func<string, string> table)
    {
        var nobody = $"(SELECT Id FROM {table("anonymous_subjects")})";
        var cases = $"(SELECT Id FROM {table("cases")} WHERE ChildId IN {nobody})";
        foreach (var ofCase in new[] { "case_codes", "plans", "closings" })
            migration.Sql($"DELETE FROM {table(ofCase)} WHERE CaseId NOT IN {cases}");
        migration.Sql($"DELETE FROM {table("measures")} WHERE Counted = 0");
        foreach (var ofChild in new[] { "cases", "signals", "measures", "visits", "placements" })
            migration.Sql($"DELETE FROM {table(ofChild)} WHERE ChildId NOT IN {nobody}");
        migration.Sql($"DELETE FROM {table("institutions")}");
        migration.Sql($"DELETE FROM {table("assessments")}");
    }

    /// <summary>After it: each row stands from its first day on, a case until it ended. One that was open ends on the day of the update.</summary>
    public static void Stretch(MigrationBuilder migration, Func<string, string> table, string today)
    {
        Set("signals", "Since = FoundOn, RegisteredOn = FoundOn");
        Set("measures", "Since = StartedOn");
        Set("visits", "Since = PlannedOn, EnteredOn = PlannedOn");
        Set("placements", "Since = PlacedOn");
        Set("plans", "Status = 'InForce'");
        Set(
            "closings",
            $"Since = COALESCE(DecidedOn, '0001-01-01'), ChildId = (SELECT c.ChildId FROM {table("cases")} c WHERE c.Id = {table("closings")}.CaseId)"
        );
        Set(
            "case_codes",
            "Source = 'card', "
                + $"Since = (SELECT c.OpenedOn FROM {table("cases")} c WHERE c.Id = {table("case_codes")}.Id), "
                + $"Until = (SELECT COALESCE(c.EndedOn, {today}) FROM {table("cases")} c WHERE c.Id = {table("case_codes")}.Id)"
        );
        migration.Sql(
            $"UPDATE {table("cases")} SET Since = OpenedOn, Until = COALESCE(EndedOn, {today}), "
                + "Status = CASE WHEN Status = 'Closed' THEN 'Opened' ELSE Status END, "
                + "Conclusion = CASE WHEN Conclusion = '' THEN 'NotAssessed' ELSE Conclusion END, "
                + "Counted = CASE WHEN Conclusion = 'NotConfirmed' THEN 0 ELSE 1 END"
        );
        migration.Sql(
            $"INSERT INTO {table("cases")} (Id, Since, Until, Status, EndedOn, Counted, {Copied}) "
                + $"SELECT Id, Until, {Always}, 'Closed', Until, 0, {Copied} FROM {table("cases")} WHERE Until > Since"
        );
        migration.Sql($"UPDATE {table("cases")} SET EndedOn = NULL WHERE Status <> 'Closed'");

        void Set(string what, string values) =>
            migration.Sql($"UPDATE {table(what)} SET {values}{(values.Contains("Until", StringComparison.Ordinal) ? "" : $", Until = {Always}")}");
    }
}
