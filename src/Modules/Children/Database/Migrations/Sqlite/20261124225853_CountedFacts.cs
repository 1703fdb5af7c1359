using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountedFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Causes",
                table: "children_children",
                type: "TEXT",
                unicode: false,
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ChangedOn",
                table: "children_children",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Completeness",
                table: "children_children",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "HasDisability",
                table: "children_children",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ParentsAbroad",
                table: "children_children",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Statuses",
                table: "children_children",
                type: "TEXT",
                unicode: false,
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FoundTerritory",
                table: "children_cases",
                type: "TEXT",
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
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "ChangedOn",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "Completeness",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "HasDisability",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "ParentsAbroad",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "Statuses",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "FoundTerritory",
                table: "children_cases");
        }
    }
}
