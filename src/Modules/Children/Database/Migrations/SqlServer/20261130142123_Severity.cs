using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Severity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Severity",
                schema: "children",
                table: "children",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "JudgedAt",
                schema: "children",
                table: "cases",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Risk",
                schema: "children",
                table: "cases",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_signals_District_Status_Urgency_Id",
                schema: "children",
                table: "signals",
                columns: new[] { "District", "Status", "Urgency", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_in_danger",
                schema: "children",
                table: "children",
                column: "District",
                filter: "[Severity] = 5");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_signals_District_Status_Urgency_Id",
                schema: "children",
                table: "signals");

            migrationBuilder.DropIndex(
                name: "IX_children_in_danger",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "Severity",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "JudgedAt",
                schema: "children",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Risk",
                schema: "children",
                table: "cases");
        }
    }
}
