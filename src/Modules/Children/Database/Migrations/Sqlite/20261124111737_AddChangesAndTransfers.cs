using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddChangesAndTransfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "children_changes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    LearnedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ReportedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EnteredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_transfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromTerritory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    ToTerritory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    OfferedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_transfers", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_children_changes_ChildId_Id",
                table: "children_changes",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_transfers_ChildId_Id",
                table: "children_transfers",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_transfers_FromId_Status",
                table: "children_transfers",
                columns: new[] { "FromId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_children_transfers_ToId_Status",
                table: "children_transfers",
                columns: new[] { "ToId", "Status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "children_changes");

            migrationBuilder.DropTable(
                name: "children_transfers");
        }
    }
}
