using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CountedFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Causes",
                schema: "children",
                table: "children",
                type: "varchar(1000)",
                unicode: false,
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ChangedOn",
                schema: "children",
                table: "children",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Completeness",
                schema: "children",
                table: "children",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "HasDisability",
                schema: "children",
                table: "children",
                type: "bit",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ParentsAbroad",
                schema: "children",
                table: "children",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Statuses",
                schema: "children",
                table: "children",
                type: "varchar(1000)",
                unicode: false,
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FoundTerritory",
                schema: "children",
                table: "cases",
                type: "varchar(14)",
                unicode: false,
                maxLength: 14,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Causes",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "ChangedOn",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "Completeness",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "HasDisability",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "ParentsAbroad",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "Statuses",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "FoundTerritory",
                schema: "children",
                table: "cases");
        }
    }
}
