using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.ProtectionPlans.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class WhyAndFindings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Finding",
                schema: "plans",
                table: "visits",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Obstacle",
                schema: "plans",
                table: "measures",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Finding",
                schema: "plans",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "Obstacle",
                schema: "plans",
                table: "measures");
        }
    }
}
