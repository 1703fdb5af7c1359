using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Histories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FoundHistory",
                schema: "children",
                table: "signals",
                type: "varchar(max)",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                schema: "children",
                table: "signals",
                type: "varchar(max)",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                schema: "children",
                table: "children",
                type: "varchar(max)",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FoundHistory",
                schema: "children",
                table: "cases",
                type: "varchar(max)",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "StateHistory",
                schema: "children",
                table: "cases",
                type: "varchar(max)",
                unicode: false,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FoundHistory",
                schema: "children",
                table: "signals");

            migrationBuilder.DropColumn(
                name: "StateHistory",
                schema: "children",
                table: "signals");

            migrationBuilder.DropColumn(
                name: "StateHistory",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "FoundHistory",
                schema: "children",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "StateHistory",
                schema: "children",
                table: "cases");
        }
    }
}
