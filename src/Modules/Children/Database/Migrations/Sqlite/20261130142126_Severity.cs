using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Severity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Severity",
                table: "children_children",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "JudgedAt",
                table: "children_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Risk",
                table: "children_cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_children_signals_District_Status_Urgency_Id",
                table: "children_signals",
                columns: new[] { "District", "Status", "Urgency", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_in_danger",
                table: "children_children",
                column: "District",
                filter: "\"Severity\" = 5");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_signals_District_Status_Urgency_Id",
                table: "children_signals");

            migrationBuilder.DropIndex(
                name: "IX_children_in_danger",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "Severity",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "JudgedAt",
                table: "children_cases");

            migrationBuilder.DropColumn(
                name: "Risk",
                table: "children_cases");
        }
    }
}
