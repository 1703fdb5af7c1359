using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AnonymousRefusals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Count",
                table: "kernel_journal_entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Paths",
                table: "kernel_journal_entries",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Until",
                table: "kernel_journal_entries",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Count",
                table: "kernel_journal_entries");

            migrationBuilder.DropColumn(
                name: "Paths",
                table: "kernel_journal_entries");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "kernel_journal_entries");
        }
    }
}
