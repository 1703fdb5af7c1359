using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.ProtectionPlans.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Histories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                table: "plans_visits",
                type: "TEXT",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                table: "plans_plans",
                type: "TEXT",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                table: "plans_measures",
                type: "TEXT",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                table: "plans_closings",
                type: "TEXT",
                unicode: false,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "StateHistory",
                table: "plans_visits");

            migrationBuilder.DropColumn(
                name: "StateHistory",
                table: "plans_plans");

            migrationBuilder.DropColumn(
                name: "StateHistory",
                table: "plans_measures");

            migrationBuilder.DropColumn(
                name: "StateHistory",
                table: "plans_closings");
        }
    }
}
