using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClockAndChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kernel_clock_doubts",
                columns: table => new
                {
                    AfterSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    LastEntryAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_clock_doubts", x => x.AfterSeq);
                });

            migrationBuilder.CreateTable(
                name: "kernel_findings",
                columns: table => new
                {
                    Check = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_findings", x => new { x.Check, x.AboutId });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_clock_doubts");

            migrationBuilder.DropTable(
                name: "kernel_findings");
        }
    }
}
