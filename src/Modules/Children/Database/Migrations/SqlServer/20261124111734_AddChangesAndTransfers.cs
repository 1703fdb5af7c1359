using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AddChangesAndTransfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "changes",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChildId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    LearnedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    ReportedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EnteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "transfers",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChildId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FromTerritory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    ToTerritory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    FromId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ToId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    OfferedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transfers", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_changes_ChildId_Id",
                schema: "children",
                table: "changes",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_ChildId_Id",
                schema: "children",
                table: "transfers",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_FromId_Status",
                schema: "children",
                table: "transfers",
                columns: new[] { "FromId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_ToId_Status",
                schema: "children",
                table: "transfers",
                columns: new[] { "ToId", "Status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "changes",
                schema: "children");

            migrationBuilder.DropTable(
                name: "transfers",
                schema: "children");
        }
    }
}
