using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.ProtectionPlans.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class LifeOfACase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "CalledOffOn",
                schema: "plans",
                table: "visits",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                schema: "plans",
                table: "visits",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Monitoring");

            migrationBuilder.AddColumn<string>(
                name: "EndedFrom",
                schema: "plans",
                table: "plans",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndedFrom",
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
                name: "CalledOffOn",
                schema: "plans",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "Kind",
                schema: "plans",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "EndedFrom",
                schema: "plans",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "EndedFrom",
                schema: "plans",
                table: "measures");
        }
    }
}
