using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UniquePinTokens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_access_specialists_PinToken",
                table: "access_specialists");

            migrationBuilder.CreateIndex(
                name: "IX_access_specialists_PinToken",
                table: "access_specialists",
                column: "PinToken",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_access_specialists_PinToken",
                table: "access_specialists");

            migrationBuilder.CreateIndex(
                name: "IX_access_specialists_PinToken",
                table: "access_specialists",
                column: "PinToken");
        }
    }
}
