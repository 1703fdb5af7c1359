using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Reporting.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Histories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            PurgedRows.Keep(migrationBuilder, t => $"reporting.{t}");

            migrationBuilder.DropTable(
                name: "children",
                schema: "reporting");

            migrationBuilder.DropPrimaryKey(
                name: "PK_visits",
                schema: "reporting",
                table: "visits");

            migrationBuilder.DropIndex(
                name: "IX_visits_CaseId",
                schema: "reporting",
                table: "visits");

            migrationBuilder.DropIndex(
                name: "IX_visits_District_PlannedOn",
                schema: "reporting",
                table: "visits");

            migrationBuilder.DropPrimaryKey(
                name: "PK_signals",
                schema: "reporting",
                table: "signals");

            migrationBuilder.DropPrimaryKey(
                name: "PK_plans",
                schema: "reporting",
                table: "plans");

            migrationBuilder.DropPrimaryKey(
                name: "PK_placements",
                schema: "reporting",
                table: "placements");

            migrationBuilder.DropIndex(
                name: "IX_placements_InstitutionId_From",
                schema: "reporting",
                table: "placements");

            migrationBuilder.DropPrimaryKey(
                name: "PK_measures",
                schema: "reporting",
                table: "measures");

            migrationBuilder.DropIndex(
                name: "IX_measures_District_StartedOn",
                schema: "reporting",
                table: "measures");

            migrationBuilder.DropIndex(
                name: "IX_measures_PlanId",
                schema: "reporting",
                table: "measures");

            migrationBuilder.DropPrimaryKey(
                name: "PK_institutions",
                schema: "reporting",
                table: "institutions");

            migrationBuilder.DropPrimaryKey(
                name: "PK_closings",
                schema: "reporting",
                table: "closings");

            migrationBuilder.DropPrimaryKey(
                name: "PK_cases",
                schema: "reporting",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_District_OpenedOn",
                schema: "reporting",
                table: "cases");

            migrationBuilder.DropPrimaryKey(
                name: "PK_case_codes",
                schema: "reporting",
                table: "case_codes");

            migrationBuilder.DropColumn(
                name: "District",
                schema: "reporting",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "Territory",
                schema: "reporting",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "Superseded",
                schema: "reporting",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "Counted",
                schema: "reporting",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "District",
                schema: "reporting",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "Territory",
                schema: "reporting",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "BirthDate",
                schema: "reporting",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Ending",
                schema: "reporting",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Returns",
                schema: "reporting",
                table: "cases");

            migrationBuilder.RenameColumn(
                name: "InForceOn",
                schema: "reporting",
                table: "plans",
                newName: "Since");

            migrationBuilder.RenameColumn(
                name: "From",
                schema: "reporting",
                table: "placements",
                newName: "PlacedOn");

            migrationBuilder.RenameColumn(
                name: "CaseId",
                schema: "reporting",
                table: "case_codes",
                newName: "Id");

            migrationBuilder.AlterColumn<string>(
                name: "Finding",
                schema: "reporting",
                table: "visits",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "varchar(20)",
                oldUnicode: false,
                oldMaxLength: 20,
                oldNullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                schema: "reporting",
                table: "visits",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<bool>(
                name: "CalledOff",
                schema: "reporting",
                table: "visits",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EnteredOn",
                schema: "reporting",
                table: "visits",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                schema: "reporting",
                table: "visits",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                schema: "reporting",
                table: "signals",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "RegisteredOn",
                schema: "reporting",
                table: "signals",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                schema: "reporting",
                table: "signals",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                schema: "reporting",
                table: "plans",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "Status",
                schema: "reporting",
                table: "plans",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.RenameColumn(
                name: "Until",
                schema: "reporting",
                table: "placements",
                newName: "LeftOn");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                schema: "reporting",
                table: "placements",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                schema: "reporting",
                table: "placements",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AlterColumn<string>(
                name: "Obstacle",
                schema: "reporting",
                table: "measures",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "varchar(20)",
                oldUnicode: false,
                oldMaxLength: 20,
                oldNullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                schema: "reporting",
                table: "measures",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                schema: "reporting",
                table: "measures",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                schema: "reporting",
                table: "institutions",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                schema: "reporting",
                table: "institutions",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                schema: "reporting",
                table: "closings",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<byte[]>(
                name: "ChildId",
                schema: "reporting",
                table: "closings",
                type: "binary(16)",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                schema: "reporting",
                table: "closings",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AlterColumn<string>(
                name: "Conclusion",
                schema: "reporting",
                table: "cases",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "varchar(40)",
                oldUnicode: false,
                oldMaxLength: 40,
                oldNullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                schema: "reporting",
                table: "cases",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "AgeBand",
                schema: "reporting",
                table: "cases",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Counted",
                schema: "reporting",
                table: "cases",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                schema: "reporting",
                table: "cases",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AlterColumn<string>(
                name: "Kind",
                schema: "reporting",
                table: "case_codes",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "varchar(10)",
                oldUnicode: false,
                oldMaxLength: 10);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                schema: "reporting",
                table: "case_codes",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                schema: "reporting",
                table: "case_codes",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                schema: "reporting",
                table: "case_codes",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "Causes",
                schema: "reporting",
                table: "assessments",
                type: "varchar(1000)",
                unicode: false,
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddPrimaryKey(
                name: "PK_visits",
                schema: "reporting",
                table: "visits",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_signals",
                schema: "reporting",
                table: "signals",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_plans",
                schema: "reporting",
                table: "plans",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_placements",
                schema: "reporting",
                table: "placements",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_measures",
                schema: "reporting",
                table: "measures",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_institutions",
                schema: "reporting",
                table: "institutions",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_closings",
                schema: "reporting",
                table: "closings",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_cases",
                schema: "reporting",
                table: "cases",
                columns: new[] { "Id", "Since" });

            migrationBuilder.AddPrimaryKey(
                name: "PK_case_codes",
                schema: "reporting",
                table: "case_codes",
                columns: new[] { "Id", "Kind", "Code", "Source", "Since" });

            migrationBuilder.CreateTable(
                name: "corrections",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CorrectedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    About = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrections", x => new { x.Id, x.CorrectedOn, x.Kind, x.Territory });
                });

            migrationBuilder.CreateTable(
                name: "told_cases",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Fact = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_told_cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "told_children",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Fact = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_told_children", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_visits_PlannedOn",
                schema: "reporting",
                table: "visits",
                column: "PlannedOn");

            migrationBuilder.CreateIndex(
                name: "IX_signals_ChildId",
                schema: "reporting",
                table: "signals",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_placements_ChildId",
                schema: "reporting",
                table: "placements",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_placements_InstitutionId",
                schema: "reporting",
                table: "placements",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_measures_StartedOn",
                schema: "reporting",
                table: "measures",
                column: "StartedOn");

            migrationBuilder.CreateIndex(
                name: "IX_closings_ChildId",
                schema: "reporting",
                table: "closings",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_closings_DecidedOn",
                schema: "reporting",
                table: "closings",
                column: "DecidedOn");

            migrationBuilder.CreateIndex(
                name: "IX_cases_District_Until",
                schema: "reporting",
                table: "cases",
                columns: new[] { "District", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_corrections_ChildId",
                schema: "reporting",
                table: "corrections",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_corrections_CorrectedOn",
                schema: "reporting",
                table: "corrections",
                column: "CorrectedOn");

            migrationBuilder.CreateIndex(
                name: "IX_told_cases_ChildId",
                schema: "reporting",
                table: "told_cases",
                column: "ChildId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "corrections",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "told_cases",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "told_children",
                schema: "reporting");

            migrationBuilder.DropPrimaryKey(
                name: "PK_visits",
                schema: "reporting",
                table: "visits");

            migrationBuilder.DropIndex(
                name: "IX_visits_PlannedOn",
                schema: "reporting",
                table: "visits");

            migrationBuilder.DropPrimaryKey(
                name: "PK_signals",
                schema: "reporting",
                table: "signals");

            migrationBuilder.DropIndex(
                name: "IX_signals_ChildId",
                schema: "reporting",
                table: "signals");

            migrationBuilder.DropPrimaryKey(
                name: "PK_plans",
                schema: "reporting",
                table: "plans");

            migrationBuilder.DropPrimaryKey(
                name: "PK_placements",
                schema: "reporting",
                table: "placements");

            migrationBuilder.DropIndex(
                name: "IX_placements_ChildId",
                schema: "reporting",
                table: "placements");

            migrationBuilder.DropIndex(
                name: "IX_placements_InstitutionId",
                schema: "reporting",
                table: "placements");

            migrationBuilder.DropPrimaryKey(
                name: "PK_measures",
                schema: "reporting",
                table: "measures");

            migrationBuilder.DropIndex(
                name: "IX_measures_StartedOn",
                schema: "reporting",
                table: "measures");

            migrationBuilder.DropPrimaryKey(
                name: "PK_institutions",
                schema: "reporting",
                table: "institutions");

            migrationBuilder.DropPrimaryKey(
                name: "PK_closings",
                schema: "reporting",
                table: "closings");

            migrationBuilder.DropIndex(
                name: "IX_closings_ChildId",
                schema: "reporting",
                table: "closings");

            migrationBuilder.DropIndex(
                name: "IX_closings_DecidedOn",
                schema: "reporting",
                table: "closings");

            migrationBuilder.DropPrimaryKey(
                name: "PK_cases",
                schema: "reporting",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_District_Until",
                schema: "reporting",
                table: "cases");

            migrationBuilder.DropPrimaryKey(
                name: "PK_case_codes",
                schema: "reporting",
                table: "case_codes");

            migrationBuilder.DropColumn(
                name: "Since",
                schema: "reporting",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "CalledOff",
                schema: "reporting",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "EnteredOn",
                schema: "reporting",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "Until",
                schema: "reporting",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "Since",
                schema: "reporting",
                table: "signals");

            migrationBuilder.DropColumn(
                name: "RegisteredOn",
                schema: "reporting",
                table: "signals");

            migrationBuilder.DropColumn(
                name: "Until",
                schema: "reporting",
                table: "signals");

            migrationBuilder.DropColumn(
                name: "Until",
                schema: "reporting",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "Status",
                schema: "reporting",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "Since",
                schema: "reporting",
                table: "placements");

            migrationBuilder.DropColumn(
                name: "LeftOn",
                schema: "reporting",
                table: "placements");

            migrationBuilder.DropColumn(
                name: "Since",
                schema: "reporting",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "Until",
                schema: "reporting",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "Since",
                schema: "reporting",
                table: "institutions");

            migrationBuilder.DropColumn(
                name: "Until",
                schema: "reporting",
                table: "institutions");

            migrationBuilder.DropColumn(
                name: "Since",
                schema: "reporting",
                table: "closings");

            migrationBuilder.DropColumn(
                name: "ChildId",
                schema: "reporting",
                table: "closings");

            migrationBuilder.DropColumn(
                name: "Until",
                schema: "reporting",
                table: "closings");

            migrationBuilder.DropColumn(
                name: "Since",
                schema: "reporting",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "AgeBand",
                schema: "reporting",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Counted",
                schema: "reporting",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Until",
                schema: "reporting",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Source",
                schema: "reporting",
                table: "case_codes");

            migrationBuilder.DropColumn(
                name: "Since",
                schema: "reporting",
                table: "case_codes");

            migrationBuilder.DropColumn(
                name: "Until",
                schema: "reporting",
                table: "case_codes");

            migrationBuilder.DropColumn(
                name: "Causes",
                schema: "reporting",
                table: "assessments");

            migrationBuilder.RenameColumn(
                name: "Since",
                schema: "reporting",
                table: "plans",
                newName: "InForceOn");

            migrationBuilder.RenameColumn(
                name: "PlacedOn",
                schema: "reporting",
                table: "placements",
                newName: "From");

            migrationBuilder.RenameColumn(
                name: "Id",
                schema: "reporting",
                table: "case_codes",
                newName: "CaseId");

            migrationBuilder.AlterColumn<string>(
                name: "Finding",
                schema: "reporting",
                table: "visits",
                type: "varchar(20)",
                unicode: false,
                maxLength: 20,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "varchar(40)",
                oldUnicode: false,
                oldMaxLength: 40,
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "District",
                schema: "reporting",
                table: "visits",
                type: "varchar(8)",
                unicode: false,
                maxLength: 8,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Territory",
                schema: "reporting",
                table: "visits",
                type: "varchar(14)",
                unicode: false,
                maxLength: 14,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Superseded",
                schema: "reporting",
                table: "plans",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "Until",
                schema: "reporting",
                table: "placements",
                type: "date",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "date");

            migrationBuilder.AlterColumn<string>(
                name: "Obstacle",
                schema: "reporting",
                table: "measures",
                type: "varchar(20)",
                unicode: false,
                maxLength: 20,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "varchar(40)",
                oldUnicode: false,
                oldMaxLength: 40,
                oldNullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Counted",
                schema: "reporting",
                table: "measures",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "District",
                schema: "reporting",
                table: "measures",
                type: "varchar(8)",
                unicode: false,
                maxLength: 8,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Territory",
                schema: "reporting",
                table: "measures",
                type: "varchar(14)",
                unicode: false,
                maxLength: 14,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "Conclusion",
                schema: "reporting",
                table: "cases",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "varchar(40)",
                oldUnicode: false,
                oldMaxLength: 40);

            migrationBuilder.AddColumn<DateOnly>(
                name: "BirthDate",
                schema: "reporting",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ending",
                schema: "reporting",
                table: "cases",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Returns",
                schema: "reporting",
                table: "cases",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "Kind",
                schema: "reporting",
                table: "case_codes",
                type: "varchar(10)",
                unicode: false,
                maxLength: 10,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "varchar(40)",
                oldUnicode: false,
                oldMaxLength: 40);

            migrationBuilder.AddPrimaryKey(
                name: "PK_visits",
                schema: "reporting",
                table: "visits",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_signals",
                schema: "reporting",
                table: "signals",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_plans",
                schema: "reporting",
                table: "plans",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_placements",
                schema: "reporting",
                table: "placements",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_measures",
                schema: "reporting",
                table: "measures",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_institutions",
                schema: "reporting",
                table: "institutions",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_closings",
                schema: "reporting",
                table: "closings",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_cases",
                schema: "reporting",
                table: "cases",
                column: "Id");

            migrationBuilder.AddPrimaryKey(
                name: "PK_case_codes",
                schema: "reporting",
                table: "case_codes",
                columns: new[] { "CaseId", "Kind", "Code" });

            migrationBuilder.CreateTable(
                name: "children",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Causes = table.Column<string>(type: "varchar(1000)", unicode: false, maxLength: 1000, nullable: false),
                    ChangedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Completeness = table.Column<int>(type: "int", nullable: false),
                    Disability = table.Column<bool>(type: "bit", nullable: true),
                    ParentsAbroad = table.Column<bool>(type: "bit", nullable: false),
                    Sex = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Statuses = table.Column<string>(type: "varchar(1000)", unicode: false, maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_visits_CaseId",
                schema: "reporting",
                table: "visits",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_visits_District_PlannedOn",
                schema: "reporting",
                table: "visits",
                columns: new[] { "District", "PlannedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_placements_InstitutionId_From",
                schema: "reporting",
                table: "placements",
                columns: new[] { "InstitutionId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_measures_District_StartedOn",
                schema: "reporting",
                table: "measures",
                columns: new[] { "District", "StartedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_measures_PlanId",
                schema: "reporting",
                table: "measures",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_cases_District_OpenedOn",
                schema: "reporting",
                table: "cases",
                columns: new[] { "District", "OpenedOn" });
        }
    }
}
