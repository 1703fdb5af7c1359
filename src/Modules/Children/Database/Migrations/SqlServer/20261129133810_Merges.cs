using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Merges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "MergedInto",
                schema: "children",
                table: "children",
                type: "binary(16)",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "merges",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    OtherId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AskedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    EndedCaseId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_merges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_children_MergedInto",
                schema: "children",
                table: "children",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_merges_OtherId",
                schema: "children",
                table: "merges",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_open_merge",
                schema: "children",
                table: "merges",
                columns: new[] { "ChildId", "OtherId" },
                unique: true,
                filter: "[State] IN ('Asked', 'Decided', 'Done')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "merges",
                schema: "children");

            migrationBuilder.DropIndex(
                name: "IX_children_MergedInto",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                schema: "children",
                table: "children");
        }
    }
}
