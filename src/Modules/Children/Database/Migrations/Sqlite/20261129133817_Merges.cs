using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Merges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MergedInto",
                table: "children_children",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "children_merges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedCaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_merges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_children_children_MergedInto",
                table: "children_children",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_children_merges_OtherId",
                table: "children_merges",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_open_merge",
                table: "children_merges",
                columns: new[] { "ChildId", "OtherId" },
                unique: true,
                filter: "\"State\" IN ('Asked', 'Decided', 'Done')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "children_merges");

            migrationBuilder.DropIndex(
                name: "IX_children_children_MergedInto",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "children_children");
        }
    }
}
