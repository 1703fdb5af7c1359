using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Reporting.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Histories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            PurgedRows.Keep(migrationBuilder, t => $"reporting_{t}");

            migrationBuilder.DropTable(
                name: "reporting_children");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_visits",
                table: "reporting_visits");

            migrationBuilder.DropIndex(
                name: "IX_reporting_visits_CaseId",
                table: "reporting_visits");

            migrationBuilder.DropIndex(
                name: "IX_reporting_visits_District_PlannedOn",
                table: "reporting_visits");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_signals",
                table: "reporting_signals");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_plans",
                table: "reporting_plans");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_placements",
                table: "reporting_placements");

            migrationBuilder.DropIndex(
                name: "IX_reporting_placements_InstitutionId_From",
                table: "reporting_placements");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_measures",
                table: "reporting_measures");

            migrationBuilder.DropIndex(
                name: "IX_reporting_measures_District_StartedOn",
                table: "reporting_measures");

            migrationBuilder.DropIndex(
                name: "IX_reporting_measures_PlanId",
                table: "reporting_measures");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_institutions",
                table: "reporting_institutions");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_closings",
                table: "reporting_closings");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_cases",
                table: "reporting_cases");

            migrationBuilder.DropIndex(
                name: "IX_reporting_cases_District_OpenedOn",
                table: "reporting_cases");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_case_codes",
                table: "reporting_case_codes");

            migrationBuilder.DropColumn(
                name: "District",
                table: "reporting_visits");

            migrationBuilder.DropColumn(
                name: "Territory",
                table: "reporting_visits");

            migrationBuilder.DropColumn(
                name: "Superseded",
                table: "reporting_plans");

            migrationBuilder.DropColumn(
                name: "Counted",
                table: "reporting_measures");

            migrationBuilder.DropColumn(
                name: "District",
                table: "reporting_measures");

            migrationBuilder.DropColumn(
                name: "Territory",
                table: "reporting_measures");

            migrationBuilder.DropColumn(
                name: "BirthDate",
                table: "reporting_cases");

            migrationBuilder.DropColumn(
                name: "Ending",
                table: "reporting_cases");

            migrationBuilder.RenameColumn(
                name: "InForceOn",
                table: "reporting_plans",
                newName: "Since");

            migrationBuilder.RenameColumn(
                name: "From",
                table: "reporting_placements",
                newName: "PlacedOn");

            migrationBuilder.RenameColumn(
                name: "Returns",
                table: "reporting_cases",
                newName: "Counted");

            migrationBuilder.RenameColumn(
                name: "CaseId",
                table: "reporting_case_codes",
                newName: "Id");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "reporting_visits",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<bool>(
                name: "CalledOff",
                table: "reporting_visits",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EnteredOn",
                table: "reporting_visits",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "reporting_visits",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "reporting_signals",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "RegisteredOn",
                table: "reporting_signals",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "reporting_signals",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "reporting_plans",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "reporting_plans",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.RenameColumn(
                name: "Until",
                table: "reporting_placements",
                newName: "LeftOn");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "reporting_placements",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "reporting_placements",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "reporting_measures",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "reporting_measures",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "reporting_institutions",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "reporting_institutions",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "reporting_closings",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<Guid>(
                name: "ChildId",
                table: "reporting_closings",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "reporting_closings",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AlterColumn<string>(
                name: "Conclusion",
                table: "reporting_cases",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldUnicode: false,
                oldMaxLength: 40,
                oldNullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "reporting_cases",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "AgeBand",
                table: "reporting_cases",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "reporting_cases",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "reporting_case_codes",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "reporting_case_codes",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "reporting_case_codes",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "Causes",
                table: "reporting_assessments",
                type: "TEXT",
                unicode: false,
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_visits",
                table: "reporting_visits",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_signals",
                table: "reporting_signals",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_plans",
                table: "reporting_plans",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_placements",
                table: "reporting_placements",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_measures",
                table: "reporting_measures",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_institutions",
                table: "reporting_institutions",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_closings",
                table: "reporting_closings",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_cases",
                table: "reporting_cases",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_case_codes",
                table: "reporting_case_codes",
                columns: new[] { "Id", "Kind", "Code", "Source", "Since" });

            migrationBuilder.CreateTable(
                name: "reporting_corrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CorrectedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    About = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_corrections", x => new { x.Id, x.CorrectedOn, x.Kind, x.Territory });
                });

            migrationBuilder.CreateTable(
                name: "reporting_told_cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Fact = table.Column<string>(type: "TEXT", unicode: false, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_told_cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_told_children",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Fact = table.Column<string>(type: "TEXT", unicode: false, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_told_children", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_visits_PlannedOn",
                table: "reporting_visits",
                column: "PlannedOn");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_signals_ChildId",
                table: "reporting_signals",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_placements_ChildId",
                table: "reporting_placements",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_placements_InstitutionId",
                table: "reporting_placements",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_measures_StartedOn",
                table: "reporting_measures",
                column: "StartedOn");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_closings_ChildId",
                table: "reporting_closings",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_closings_DecidedOn",
                table: "reporting_closings",
                column: "DecidedOn");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_cases_District_Until",
                table: "reporting_cases",
                columns: new[] { "District", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_corrections_ChildId",
                table: "reporting_corrections",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_corrections_CorrectedOn",
                table: "reporting_corrections",
                column: "CorrectedOn");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_told_cases_ChildId",
                table: "reporting_told_cases",
                column: "ChildId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_corrections");

            migrationBuilder.DropTable(
                name: "reporting_told_cases");

            migrationBuilder.DropTable(
                name: "reporting_told_children");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_visits",
                table: "reporting_visits");

            migrationBuilder.DropIndex(
                name: "IX_reporting_visits_PlannedOn",
                table: "reporting_visits");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_signals",
                table: "reporting_signals");

            migrationBuilder.DropIndex(
                name: "IX_reporting_signals_ChildId",
                table: "reporting_signals");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_plans",
                table: "reporting_plans");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_placements",
                table: "reporting_placements");

            migrationBuilder.DropIndex(
                name: "IX_reporting_placements_ChildId",
                table: "reporting_placements");

            migrationBuilder.DropIndex(
                name: "IX_reporting_placements_InstitutionId",
                table: "reporting_placements");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_measures",
                table: "reporting_measures");

            migrationBuilder.DropIndex(
                name: "IX_reporting_measures_StartedOn",
                table: "reporting_measures");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_institutions",
                table: "reporting_institutions");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_closings",
                table: "reporting_closings");

            migrationBuilder.DropIndex(
                name: "IX_reporting_closings_ChildId",
                table: "reporting_closings");

            migrationBuilder.DropIndex(
                name: "IX_reporting_closings_DecidedOn",
                table: "reporting_closings");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_cases",
                table: "reporting_cases");

            migrationBuilder.DropIndex(
                name: "IX_reporting_cases_District_Until",
                table: "reporting_cases");

            migrationBuilder.DropPrimaryKey(
                name: "PK_reporting_case_codes",
                table: "reporting_case_codes");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "reporting_visits");

            migrationBuilder.DropColumn(
                name: "CalledOff",
                table: "reporting_visits");

            migrationBuilder.DropColumn(
                name: "EnteredOn",
                table: "reporting_visits");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "reporting_visits");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "reporting_signals");

            migrationBuilder.DropColumn(
                name: "RegisteredOn",
                table: "reporting_signals");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "reporting_signals");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "reporting_plans");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "reporting_plans");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "reporting_placements");

            migrationBuilder.DropColumn(
                name: "LeftOn",
                table: "reporting_placements");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "reporting_measures");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "reporting_measures");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "reporting_institutions");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "reporting_institutions");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "reporting_closings");

            migrationBuilder.DropColumn(
                name: "ChildId",
                table: "reporting_closings");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "reporting_closings");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "reporting_cases");

            migrationBuilder.DropColumn(
                name: "AgeBand",
                table: "reporting_cases");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "reporting_cases");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "reporting_case_codes");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "reporting_case_codes");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "reporting_case_codes");

            migrationBuilder.DropColumn(
                name: "Causes",
                table: "reporting_assessments");

            migrationBuilder.RenameColumn(
                name: "Since",
                table: "reporting_plans",
                newName: "InForceOn");

            migrationBuilder.RenameColumn(
                name: "PlacedOn",
                table: "reporting_placements",
                newName: "From");

            migrationBuilder.RenameColumn(
                name: "Counted",
                table: "reporting_cases",
                newName: "Returns");

            migrationBuilder.RenameColumn(
                name: "Id",
                table: "reporting_case_codes",
                newName: "CaseId");

            migrationBuilder.AddColumn<string>(
                name: "District",
                table: "reporting_visits",
                type: "TEXT",
                unicode: false,
                maxLength: 8,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Territory",
                table: "reporting_visits",
                type: "TEXT",
                unicode: false,
                maxLength: 14,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Superseded",
                table: "reporting_plans",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "Until",
                table: "reporting_placements",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT");

            migrationBuilder.AddColumn<bool>(
                name: "Counted",
                table: "reporting_measures",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "District",
                table: "reporting_measures",
                type: "TEXT",
                unicode: false,
                maxLength: 8,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Territory",
                table: "reporting_measures",
                type: "TEXT",
                unicode: false,
                maxLength: 14,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "Conclusion",
                table: "reporting_cases",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldUnicode: false,
                oldMaxLength: 40);

            migrationBuilder.AddColumn<DateOnly>(
                name: "BirthDate",
                table: "reporting_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ending",
                table: "reporting_cases",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_visits",
                table: "reporting_visits",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_signals",
                table: "reporting_signals",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_plans",
                table: "reporting_plans",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_placements",
                table: "reporting_placements",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_measures",
                table: "reporting_measures",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_institutions",
                table: "reporting_institutions",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_closings",
                table: "reporting_closings",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_cases",
                table: "reporting_cases",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_reporting_case_codes",
                table: "reporting_case_codes",
                columns: new[] { "CaseId", "Kind", "Code" });

            migrationBuilder.CreateTable(
                name: "reporting_children",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Causes = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1000, nullable: false),
                    ChangedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Completeness = table.Column<int>(type: "INTEGER", nullable: false),
                    Disability = table.Column<bool>(type: "INTEGER", nullable: true),
                    ParentsAbroad = table.Column<bool>(type: "INTEGER", nullable: false),
                    Sex = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Statuses = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_children", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_visits_CaseId",
                table: "reporting_visits",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_visits_District_PlannedOn",
                table: "reporting_visits",
                columns: new[] { "District", "PlannedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_placements_InstitutionId_From",
                table: "reporting_placements",
                columns: new[] { "InstitutionId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_measures_District_StartedOn",
                table: "reporting_measures",
                columns: new[] { "District", "StartedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_measures_PlanId",
                table: "reporting_measures",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_cases_District_OpenedOn",
                table: "reporting_cases",
                columns: new[] { "District", "OpenedOn" });
        }
    }
}
