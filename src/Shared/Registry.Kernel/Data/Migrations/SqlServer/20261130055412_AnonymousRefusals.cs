using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AnonymousRefusals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Count",
                schema: "kernel",
                table: "journal_entries",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Paths",
                schema: "kernel",
                table: "journal_entries",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Until",
                schema: "kernel",
                table: "journal_entries",
                type: "datetime2",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Count",
                schema: "kernel",
                table: "journal_entries");

            migrationBuilder.DropColumn(
                name: "Paths",
                schema: "kernel",
                table: "journal_entries");

            migrationBuilder.DropColumn(
                name: "Until",
                schema: "kernel",
                table: "journal_entries");
        }
    }
}
