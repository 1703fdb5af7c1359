using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.ProtectionPlans.Model.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "plans_closings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Ending = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    StateHistory = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans_closings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "plans_plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    PlanVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    RulesVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    EndedFrom = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    FormedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FormedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SubmittedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    StateHistory = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans_plans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "plans_visits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false, defaultValue: "monitoring"),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Finding = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    CalledOffOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    StateHistory = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans_visits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "plans_measures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VeiledReason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RulesVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ResponsibleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    EndedFrom = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Obstacle = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    StateHistory = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Need = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans_measures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_plans_measures_plans_plans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "plans_plans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_open_closing",
                table: "plans_closings",
                column: "CaseId",
                unique: true,
                filter: "Status = 'requested'");

            migrationBuilder.CreateIndex(
                name: "IX_plans_closings_ChildId",
                table: "plans_closings",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_plans_closings_Status_District_Id",
                table: "plans_closings",
                columns: new[] { "Status", "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_plans_measures_PlanId",
                table: "plans_measures",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_plans_measures_ResponsibleId_DueOn",
                table: "plans_measures",
                columns: new[] { "ResponsibleId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_plans_plans_CaseId_PlanVersion",
                table: "plans_plans",
                columns: new[] { "CaseId", "PlanVersion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plans_plans_ChildId",
                table: "plans_plans",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_plans_plans_Status_District_Id",
                table: "plans_plans",
                columns: new[] { "Status", "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_plans_visits_ChildId",
                table: "plans_visits",
                column: "ChildId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "plans_closings");

            migrationBuilder.DropTable(
                name: "plans_measures");

            migrationBuilder.DropTable(
                name: "plans_visits");

            migrationBuilder.DropTable(
                name: "plans_plans");
        }
    }
}
