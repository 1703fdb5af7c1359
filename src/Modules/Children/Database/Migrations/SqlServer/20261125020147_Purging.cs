using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Purging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "BirthDateEstimated",
                schema: "children",
                table: "children",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PurgeAnnouncedOn",
                schema: "children",
                table: "children",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "purge_decisions",
                schema: "children",
                columns: table => new
                {
                    ChildId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PurgeOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_purge_decisions", x => x.ChildId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_purge_decisions_PurgeOn",
                schema: "children",
                table: "purge_decisions",
                column: "PurgeOn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "purge_decisions",
                schema: "children");

            migrationBuilder.DropColumn(
                name: "BirthDateEstimated",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "PurgeAnnouncedOn",
                schema: "children",
                table: "children");
        }
    }
}
