using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ClockAndChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "clock_doubts",
                schema: "kernel",
                columns: table => new
                {
                    AfterSeq = table.Column<long>(type: "bigint", nullable: false),
                    LastEntryAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ConfirmedBy = table.Column<byte[]>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clock_doubts", x => x.AfterSeq);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                schema: "kernel",
                columns: table => new
                {
                    Check = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    AboutId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_findings", x => new { x.Check, x.AboutId });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clock_doubts",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "findings",
                schema: "kernel");
        }
    }
}
