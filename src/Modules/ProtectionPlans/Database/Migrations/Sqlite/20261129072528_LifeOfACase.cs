using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.ProtectionPlans.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LifeOfACase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "CalledOffOn",
                table: "plans_visits",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "plans_visits",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Monitoring");

            migrationBuilder.AddColumn<string>(
                name: "EndedFrom",
                table: "plans_plans",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndedFrom",
                table: "plans_measures",
                type: "TEXT",
                maxLength: 20,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CalledOffOn",
                table: "plans_visits");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "plans_visits");

            migrationBuilder.DropColumn(
                name: "EndedFrom",
                table: "plans_plans");

            migrationBuilder.DropColumn(
                name: "EndedFrom",
                table: "plans_measures");
        }
    }
}
