using System;
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
            migrationBuilder.AddColumn<Guid>(
                name: "CaseId",
                schema: "reporting",
                table: "visits",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

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

            migrationBuilder.CreateIndex(
                name: "IX_visits_CaseId",
                schema: "reporting",
                table: "visits",
                column: "CaseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_visits_CaseId",
                schema: "reporting",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "CaseId",
                schema: "reporting",
                table: "visits");

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
