using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FollowCase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FoundTerritory",
                schema: "children",
                table: "signals",
                type: "varchar(14)",
                unicode: false,
                maxLength: 14,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_open_transfer",
                schema: "children",
                table: "transfers",
                column: "CaseId",
                unique: true,
                filter: "[Status] = 'Offered'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_open_transfer",
                schema: "children",
                table: "transfers");

            migrationBuilder.DropColumn(
                name: "FoundTerritory",
                schema: "children",
                table: "signals");
        }
    }
}
