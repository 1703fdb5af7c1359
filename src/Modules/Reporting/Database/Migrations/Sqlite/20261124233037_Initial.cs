using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Reporting.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reporting_assessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Risk = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Conclusion = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_assessments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_boundaries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    GeoJson = table.Column<string>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_boundaries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_case_codes",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: false),
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_case_codes", x => new { x.CaseId, x.Kind, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "reporting_cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    FoundDistrict = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    InformationOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    AssessedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Risk = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Conclusion = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    PlanOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Ending = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Returns = table.Column<int>(type: "INTEGER", nullable: false),
                    Sex = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Disability = table.Column<bool>(type: "INTEGER", nullable: true),
                    ParentsAbroad = table.Column<bool>(type: "INTEGER", nullable: false),
                    Completeness = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_children",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sex = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Disability = table.Column<bool>(type: "INTEGER", nullable: true),
                    ParentsAbroad = table.Column<bool>(type: "INTEGER", nullable: false),
                    Causes = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1000, nullable: false),
                    Statuses = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1000, nullable: false),
                    Completeness = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_children", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_closings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ending = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_closings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_frozen_reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Report = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_frozen_reports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_institutions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Ownership = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_institutions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_measures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Counted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_measures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_papers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Language = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Certified = table.Column<bool>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealedPurpose = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_papers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_placements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_placements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InForceOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Superseded = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_plans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_signals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_signals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_visits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_visits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_paper_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_paper_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reporting_paper_files_reporting_papers_Id",
                        column: x => x.Id,
                        principalTable: "reporting_papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_assessments_CaseId",
                table: "reporting_assessments",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_cases_ChildId",
                table: "reporting_cases",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_cases_District_OpenedOn",
                table: "reporting_cases",
                columns: new[] { "District", "OpenedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_closings_CaseId",
                table: "reporting_closings",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_frozen_reports_BodyId_Id",
                table: "reporting_frozen_reports",
                columns: new[] { "BodyId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_frozen_reports_Number",
                table: "reporting_frozen_reports",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reporting_institutions_District",
                table: "reporting_institutions",
                column: "District");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_measures_ChildId",
                table: "reporting_measures",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_measures_District_StartedOn",
                table: "reporting_measures",
                columns: new[] { "District", "StartedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_measures_PlanId",
                table: "reporting_measures",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_papers_ChildId_Id",
                table: "reporting_papers",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_papers_Number",
                table: "reporting_papers",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reporting_placements_InstitutionId_From",
                table: "reporting_placements",
                columns: new[] { "InstitutionId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_plans_CaseId",
                table: "reporting_plans",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_signals_District_FoundOn",
                table: "reporting_signals",
                columns: new[] { "District", "FoundOn" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_visits_ChildId",
                table: "reporting_visits",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_visits_District_PlannedOn",
                table: "reporting_visits",
                columns: new[] { "District", "PlannedOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_assessments");

            migrationBuilder.DropTable(
                name: "reporting_boundaries");

            migrationBuilder.DropTable(
                name: "reporting_case_codes");

            migrationBuilder.DropTable(
                name: "reporting_cases");

            migrationBuilder.DropTable(
                name: "reporting_children");

            migrationBuilder.DropTable(
                name: "reporting_closings");

            migrationBuilder.DropTable(
                name: "reporting_frozen_reports");

            migrationBuilder.DropTable(
                name: "reporting_institutions");

            migrationBuilder.DropTable(
                name: "reporting_measures");

            migrationBuilder.DropTable(
                name: "reporting_paper_files");

            migrationBuilder.DropTable(
                name: "reporting_placements");

            migrationBuilder.DropTable(
                name: "reporting_plans");

            migrationBuilder.DropTable(
                name: "reporting_signals");

            migrationBuilder.DropTable(
                name: "reporting_visits");

            migrationBuilder.DropTable(
                name: "reporting_papers");
        }
    }
}
