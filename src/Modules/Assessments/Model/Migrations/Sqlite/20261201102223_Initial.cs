using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Assessments.Model.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assessments_assessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    FormVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CompletedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Risk = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Conclusion = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    VeiledCauses = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Causes = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessments_assessments", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_assessments_assessments_ChildId",
                table: "assessments_assessments",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_draft_of_case",
                table: "assessments_assessments",
                column: "CaseId",
                unique: true,
                filter: "CompletedOn IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessments_assessments");
        }
    }
}
