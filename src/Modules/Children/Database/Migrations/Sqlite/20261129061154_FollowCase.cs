using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FollowCase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FoundTerritory",
                table: "children_signals",
                type: "TEXT",
                unicode: false,
                maxLength: 14,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_open_transfer",
                table: "children_transfers",
                column: "CaseId",
                unique: true,
                filter: "\"Status\" = 'Offered'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_open_transfer",
                table: "children_transfers");

            migrationBuilder.DropColumn(
                name: "FoundTerritory",
                table: "children_signals");
        }
    }
}
