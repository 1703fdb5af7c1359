using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class UniquePinTokens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_specialists_PinToken",
                schema: "access",
                table: "specialists");

            migrationBuilder.CreateIndex(
                name: "IX_specialists_PinToken",
                schema: "access",
                table: "specialists",
                column: "PinToken",
                unique: true,
                filter: "[PinToken] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_specialists_PinToken",
                schema: "access",
                table: "specialists");

            migrationBuilder.CreateIndex(
                name: "IX_specialists_PinToken",
                schema: "access",
                table: "specialists",
                column: "PinToken");
        }
    }
}
