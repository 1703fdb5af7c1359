using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.ProtectionPlans.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OneClosing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_open_closing",
                schema: "plans",
                table: "closings",
                column: "CaseId",
                unique: true,
                filter: "[Status] = 'Requested'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_open_closing",
                schema: "plans",
                table: "closings");
        }
    }
}
