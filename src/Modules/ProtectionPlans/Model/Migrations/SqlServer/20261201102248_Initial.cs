using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.ProtectionPlans.Model.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "plans");

            migrationBuilder.CreateTable(
                name: "closings",
                schema: "plans",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Ending = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RequestedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    StateHistory = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                schema: "plans",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    AssessmentId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    PlanVersion = table.Column<int>(type: "int", nullable: false),
                    RulesVersion = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    EndedFrom = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    FormedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FormedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SubmittedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    StateHistory = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "visits",
                schema: "plans",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, defaultValue: "monitoring"),
                    PlannedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MadeBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Finding = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    CalledOffOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    StateHistory = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_visits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "measures",
                schema: "plans",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    PlanId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    VeiledReason = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    RulesVersion = table.Column<int>(type: "int", nullable: false),
                    Body = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Priority = table.Column<int>(type: "int", nullable: false),
                    WorkingDays = table.Column<int>(type: "int", nullable: false),
                    ResponsibleId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    EndedFrom = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Obstacle = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    StateHistory = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Need = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_measures_plans_PlanId",
                        column: x => x.PlanId,
                        principalSchema: "plans",
                        principalTable: "plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_closings_ChildId",
                schema: "plans",
                table: "closings",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_closings_Status_District_Id",
                schema: "plans",
                table: "closings",
                columns: new[] { "Status", "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_open_closing",
                schema: "plans",
                table: "closings",
                column: "CaseId",
                unique: true,
                filter: "Status = 'requested'");

            migrationBuilder.CreateIndex(
                name: "IX_measures_PlanId",
                schema: "plans",
                table: "measures",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_measures_ResponsibleId_DueOn",
                schema: "plans",
                table: "measures",
                columns: new[] { "ResponsibleId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_plans_CaseId_PlanVersion",
                schema: "plans",
                table: "plans",
                columns: new[] { "CaseId", "PlanVersion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plans_ChildId",
                schema: "plans",
                table: "plans",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_plans_Status_District_Id",
                schema: "plans",
                table: "plans",
                columns: new[] { "Status", "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_visits_ChildId",
                schema: "plans",
                table: "visits",
                column: "ChildId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "closings",
                schema: "plans");

            migrationBuilder.DropTable(
                name: "measures",
                schema: "plans");

            migrationBuilder.DropTable(
                name: "visits",
                schema: "plans");

            migrationBuilder.DropTable(
                name: "plans",
                schema: "plans");
        }
    }
}
