using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Reporting.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Materials : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "reporting_materials",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
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

            migrationBuilder.CreateIndex(
                name: "IX_reporting_course_attempts_CourseId_ValidUntil",
                table: "reporting_course_attempts",
                columns: new[] { "CourseId", "ValidUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_reporting_course_attempts_SpecialistId_CourseId",
                table: "reporting_course_attempts",
                columns: new[] { "SpecialistId", "CourseId" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reporting_course_attempts");

            migrationBuilder.DropTable(
                name: "reporting_material_editions");

            migrationBuilder.DropTable(
                name: "reporting_material_files");

            migrationBuilder.DropTable(
                name: "reporting_courses");

            migrationBuilder.DropTable(
                name: "reporting_materials");
        }
    }
}
