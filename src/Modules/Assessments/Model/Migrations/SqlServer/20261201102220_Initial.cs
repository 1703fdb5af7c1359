using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Assessments.Model.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "assessments");

            migrationBuilder.CreateTable(
                name: "assessments",
                schema: "assessments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    FormVersion = table.Column<int>(type: "int", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StartedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CompletedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Risk = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Conclusion = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    VeiledCauses = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Causes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessments", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_assessments_ChildId",
                schema: "assessments",
                table: "assessments",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_draft_of_case",
                schema: "assessments",
                table: "assessments",
                column: "CaseId",
                unique: true,
                filter: "CompletedOn IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessments",
                schema: "assessments");
        }
    }
}
