using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Reporting.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Materials : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "courses",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Contents = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_courses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "materials",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Screen = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Clause = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Published = table.Column<int>(type: "int", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SearchText = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_materials", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "course_attempts",
                schema: "reporting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CourseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    SpecialistId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BodyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MaterialId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TitleKy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    TitleRu = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    TitleEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    TextKy = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    TextRu = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    TextEn = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PublishedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MaterialId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "course_attempts",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "material_editions",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "material_files",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "courses",
                schema: "reporting");

            migrationBuilder.DropTable(
                name: "materials",
                schema: "reporting");
        }
    }
}
