using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Histories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FoundHistory",
                table: "children_signals",
                type: "TEXT",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                table: "children_signals",
                type: "TEXT",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                table: "children_children",
                type: "TEXT",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FoundHistory",
                table: "children_cases",
                type: "TEXT",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                table: "children_cases",
                type: "TEXT",
                unicode: false,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FoundHistory",
                table: "children_signals");

            migrationBuilder.DropColumn(
                name: "StateHistory",
                table: "children_signals");

            migrationBuilder.DropColumn(
                name: "StateHistory",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "FoundHistory",
                table: "children_cases");

            migrationBuilder.DropColumn(
                name: "StateHistory",
                table: "children_cases");
        }
    }
}
