using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Reporting.Model.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reporting_anonymous_subjects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_anonymous_subjects", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_assessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Risk = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Conclusion = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    VeiledCauses = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Causes = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1000, nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_case_codes", x => new { x.Id, x.Kind, x.Code, x.Source, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "reporting_cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    FoundDistrict = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    InformationOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AssessedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PlanOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Risk = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Conclusion = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Counted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Sex = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    AgeBand = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Disability = table.Column<bool>(type: "INTEGER", nullable: true),
                    ParentsAbroad = table.Column<bool>(type: "INTEGER", nullable: false),
                    Completeness = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_cases", x => new { x.Id, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "reporting_closings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ending = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_closings", x => new { x.Id, x.Since });
                });

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
                name: "reporting_courses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Contents = table.Column<string>(type: "TEXT", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_courses", x => x.Id);
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
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Ownership = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_institutions", x => new { x.Id, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "reporting_materials",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Screen = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Clause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Published = table.Column<int>(type: "INTEGER", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_materials", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_measures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Obstacle = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_measures", x => new { x.Id, x.Since });
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
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Certified = table.Column<bool>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealedPurpose = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    PlacedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_placements", x => new { x.Id, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "reporting_plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_plans", x => new { x.Id, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "reporting_signals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RegisteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_signals", x => new { x.Id, x.Since });
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
                    VeiledFact = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Fact = table.Column<string>(type: "TEXT", unicode: false, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_told_children", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reporting_visits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CalledOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_visits", x => new { x.Id, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "reporting_course_attempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    SpecialistId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Right = table.Column<int>(type: "INTEGER", nullable: false),
                    Questions = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_course_attempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reporting_course_attempts_reporting_courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "reporting_courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reporting_material_editions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MaterialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TitleKy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TitleRu = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TextKy = table.Column<string>(type: "TEXT", nullable: false),
                    TextRu = table.Column<string>(type: "TEXT", nullable: false),
                    TextEn = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_material_editions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reporting_material_editions_reporting_materials_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "reporting_materials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reporting_material_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MaterialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reporting_material_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reporting_material_files_reporting_materials_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "reporting_materials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reporting_paper_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "IX_reporting_cases_District_Until",
                table: "reporting_cases",
                columns: new[] { "District", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_closings_CaseId",
                table: "reporting_closings",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_closings_ChildId",
                table: "reporting_closings",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_closings_DecidedOn",
                table: "reporting_closings",
                column: "DecidedOn");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_corrections_ChildId",
                table: "reporting_corrections",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_corrections_CorrectedOn",
                table: "reporting_corrections",
                column: "CorrectedOn");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_course_attempts_CourseId_ValidUntil",
                table: "reporting_course_attempts",
                columns: new[] { "CourseId", "ValidUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_course_attempts_SpecialistId_CourseId",
                table: "reporting_course_attempts",
                columns: new[] { "SpecialistId", "CourseId" });

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
                name: "IX_reporting_material_editions_MaterialId_Number",
                table: "reporting_material_editions",
                columns: new[] { "MaterialId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reporting_material_files_MaterialId",
                table: "reporting_material_files",
                column: "MaterialId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_materials_PublishedAt_Id",
                table: "reporting_materials",
                columns: new[] { "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_materials_Screen",
                table: "reporting_materials",
                column: "Screen",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reporting_measures_ChildId",
                table: "reporting_measures",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_measures_StartedOn",
                table: "reporting_measures",
                column: "StartedOn");

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
                name: "IX_reporting_placements_ChildId",
                table: "reporting_placements",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_placements_InstitutionId",
                table: "reporting_placements",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_plans_CaseId",
                table: "reporting_plans",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_signals_ChildId",
                table: "reporting_signals",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_signals_District_FoundOn",
                table: "reporting_signals",
                columns: new[] { "District", "FoundOn" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_told_cases_ChildId",
                table: "reporting_told_cases",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_visits_ChildId",
                table: "reporting_visits",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_reporting_visits_PlannedOn",
                table: "reporting_visits",
                column: "PlannedOn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_anonymous_subjects");

            migrationBuilder.DropTable(
                name: "reporting_assessments");

            migrationBuilder.DropTable(
                name: "reporting_boundaries");

            migrationBuilder.DropTable(
                name: "reporting_case_codes");

            migrationBuilder.DropTable(
                name: "reporting_cases");

            migrationBuilder.DropTable(
                name: "reporting_closings");

            migrationBuilder.DropTable(
                name: "reporting_corrections");

            migrationBuilder.DropTable(
                name: "reporting_course_attempts");

            migrationBuilder.DropTable(
                name: "reporting_frozen_reports");

            migrationBuilder.DropTable(
                name: "reporting_institutions");

            migrationBuilder.DropTable(
                name: "reporting_material_editions");

            migrationBuilder.DropTable(
                name: "reporting_material_files");

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
                name: "reporting_told_cases");

            migrationBuilder.DropTable(
                name: "reporting_told_children");

            migrationBuilder.DropTable(
                name: "reporting_visits");

            migrationBuilder.DropTable(
                name: "reporting_courses");

            migrationBuilder.DropTable(
                name: "reporting_materials");

            migrationBuilder.DropTable(
                name: "reporting_papers");
        }
    }
}
