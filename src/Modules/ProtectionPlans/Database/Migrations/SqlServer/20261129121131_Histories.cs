using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.ProtectionPlans.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Histories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                schema: "plans",
                table: "visits",
                type: "varchar(max)",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                schema: "plans",
                table: "plans",
                type: "varchar(max)",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                schema: "plans",
                table: "measures",
                type: "varchar(max)",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                schema: "plans",
                table: "closings",
                type: "varchar(max)",
                unicode: false,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "StateHistory",
                schema: "plans",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "StateHistory",
                schema: "plans",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "StateHistory",
                schema: "plans",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "StateHistory",
                schema: "plans",
                table: "closings");
        }
    }
}
