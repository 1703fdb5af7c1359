using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Reporting.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class WhyAndFindings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Finding",
                schema: "reporting",
                table: "visits",
                type: "varchar(20)",
                unicode: false,
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Obstacle",
                schema: "reporting",
                table: "measures",
                type: "varchar(20)",
                unicode: false,
                maxLength: 20,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Finding",
                schema: "reporting",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "Obstacle",
                schema: "reporting",
                table: "measures");
        }
    }
}
