using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Purging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "BirthDateEstimated",
                table: "children_children",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PurgeAnnouncedOn",
                table: "children_children",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "children_purge_decisions",
                columns: table => new
                {
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PurgeOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_purge_decisions", x => x.ChildId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_children_purge_decisions_PurgeOn",
                table: "children_purge_decisions",
                column: "PurgeOn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "children_purge_decisions");

            migrationBuilder.DropColumn(
                name: "BirthDateEstimated",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "PurgeAnnouncedOn",
                table: "children_children");
        }
    }
}
