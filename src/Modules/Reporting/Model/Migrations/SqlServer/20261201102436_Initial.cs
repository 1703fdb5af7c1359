using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Reporting.Model.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "reporting");

            migrationBuilder.CreateTable(
                name: "anonymous_subjects",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_anonymous_subjects", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "assessments",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Risk = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Conclusion = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    VeiledCauses = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Causes = table.Column<string>(type: "varchar(1000)", unicode: false, maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "boundaries",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    GeoJson = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_boundaries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "case_codes",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_codes", x => new { x.Id, x.Kind, x.Code, x.Source, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "cases",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    FoundDistrict = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    InformationOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AssessedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PlanOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Risk = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Conclusion = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Counted = table.Column<bool>(type: "bit", nullable: false),
                    Sex = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    AgeBand = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Disability = table.Column<bool>(type: "bit", nullable: true),
                    ParentsAbroad = table.Column<bool>(type: "bit", nullable: false),
                    Completeness = table.Column<int>(type: "int", nullable: false),
                    ChangedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => new { x.Id, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "closings",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Ending = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closings", x => new { x.Id, x.Since });
                });

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
                name: "courses",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Contents = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "frozen_reports",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Report = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    BodyId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frozen_reports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "institutions",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Ownership = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Capacity = table.Column<int>(type: "int", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institutions", x => new { x.Id, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "materials",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Screen = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Clause = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Published = table.Column<int>(type: "int", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SearchText = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_materials", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "measures",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    PlanId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Body = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Obstacle = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_measures", x => new { x.Id, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "papers",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Certified = table.Column<bool>(type: "bit", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealedPurpose = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_papers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "placements",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    InstitutionId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    PlacedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_placements", x => new { x.Id, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "plans",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans", x => new { x.Id, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "signals",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RegisteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signals", x => new { x.Id, x.Since });
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
                    VeiledFact = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Fact = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_told_children", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "visits",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CalledOff = table.Column<bool>(type: "bit", nullable: false),
                    Finding = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_visits", x => new { x.Id, x.Since });
                });

            migrationBuilder.CreateTable(
                name: "course_attempts",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CourseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    SpecialistId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    BodyId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Right = table.Column<int>(type: "int", nullable: false),
                    Questions = table.Column<int>(type: "int", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_course_attempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_course_attempts_courses_CourseId",
                        column: x => x.CourseId,
                        principalSchema: "reporting",
                        principalTable: "courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "material_editions",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    MaterialId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TitleKy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    TitleRu = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    TitleEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    TextKy = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    TextRu = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    TextEn = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PublishedBy = table.Column<byte[]>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_material_editions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_material_editions_materials_MaterialId",
                        column: x => x.MaterialId,
                        principalSchema: "reporting",
                        principalTable: "materials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "material_files",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    MaterialId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Language = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    MediaType = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Size = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_material_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_material_files_materials_MaterialId",
                        column: x => x.MaterialId,
                        principalSchema: "reporting",
                        principalTable: "materials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper_files",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paper_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_paper_files_papers_Id",
                        column: x => x.Id,
                        principalSchema: "reporting",
                        principalTable: "papers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_assessments_CaseId",
                schema: "reporting",
                table: "assessments",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_cases_ChildId",
                schema: "reporting",
                table: "cases",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_cases_District_Until",
                schema: "reporting",
                table: "cases",
                columns: new[] { "District", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_closings_CaseId",
                schema: "reporting",
                table: "closings",
                column: "CaseId");

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
                name: "IX_course_attempts_CourseId_ValidUntil",
                schema: "reporting",
                table: "course_attempts",
                columns: new[] { "CourseId", "ValidUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_course_attempts_SpecialistId_CourseId",
                schema: "reporting",
                table: "course_attempts",
                columns: new[] { "SpecialistId", "CourseId" });

            migrationBuilder.CreateIndex(
                name: "IX_frozen_reports_BodyId_Id",
                schema: "reporting",
                table: "frozen_reports",
                columns: new[] { "BodyId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_frozen_reports_Number",
                schema: "reporting",
                table: "frozen_reports",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_institutions_District",
                schema: "reporting",
                table: "institutions",
                column: "District");

            migrationBuilder.CreateIndex(
                name: "IX_material_editions_MaterialId_Number",
                schema: "reporting",
                table: "material_editions",
                columns: new[] { "MaterialId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_material_files_MaterialId",
                schema: "reporting",
                table: "material_files",
                column: "MaterialId");

            migrationBuilder.CreateIndex(
                name: "IX_materials_PublishedAt_Id",
                schema: "reporting",
                table: "materials",
                columns: new[] { "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_materials_Screen",
                schema: "reporting",
                table: "materials",
                column: "Screen",
                unique: true,
                filter: "[Screen] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_measures_ChildId",
                schema: "reporting",
                table: "measures",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_measures_StartedOn",
                schema: "reporting",
                table: "measures",
                column: "StartedOn");

            migrationBuilder.CreateIndex(
                name: "IX_papers_ChildId_Id",
                schema: "reporting",
                table: "papers",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_papers_Number",
                schema: "reporting",
                table: "papers",
                column: "Number",
                unique: true);

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
                name: "IX_plans_CaseId",
                schema: "reporting",
                table: "plans",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_signals_ChildId",
                schema: "reporting",
                table: "signals",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_signals_District_FoundOn",
                schema: "reporting",
                table: "signals",
                columns: new[] { "District", "FoundOn" });

            migrationBuilder.CreateIndex(
                name: "IX_told_cases_ChildId",
                schema: "reporting",
                table: "told_cases",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_visits_ChildId",
                schema: "reporting",
                table: "visits",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_visits_PlannedOn",
                schema: "reporting",
                table: "visits",
                column: "PlannedOn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "anonymous_subjects",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "assessments",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "boundaries",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "case_codes",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "cases",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "closings",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "corrections",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "course_attempts",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "frozen_reports",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "institutions",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "material_editions",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "material_files",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "measures",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "paper_files",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "placements",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "plans",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "signals",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "told_cases",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "told_children",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "visits",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "courses",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "materials",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "papers",
                schema: "reporting");
        }
    }
}
