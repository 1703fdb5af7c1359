using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TamperEvident : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // the server numbered blocks by itself, so none could be written: the table is empty, and a column cannot lose its numbering
            migrationBuilder.DropTable(
                name: "journal_blocks",
                schema: "kernel");

            migrationBuilder.CreateTable(
                name: "journal_blocks",
                schema: "kernel",
                columns: table => new
                {
                    LastSeq = table.Column<long>(type: "bigint", nullable: false),
                    PreviousSeq = table.Column<long>(type: "bigint", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_blocks", x => x.LastSeq);
                });

            migrationBuilder.CreateTable(
                name: "journal_days",
                schema: "kernel",
                columns: table => new
                {
                    LastSeq = table.Column<long>(type: "bigint", nullable: false),
                    PreviousSeq = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Blocks = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_days", x => x.LastSeq);
                });

            migrationBuilder.CreateTable(
                name: "journal_restores",
                schema: "kernel",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    File = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ToSeq = table.Column<long>(type: "bigint", nullable: false),
                    ToHash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    HeadSeq = table.Column<long>(type: "bigint", nullable: false),
                    HeadHash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_restores", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_journal_blocks_PreviousSeq",
                schema: "kernel",
                table: "journal_blocks",
                column: "PreviousSeq",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journal_days_PreviousSeq",
                schema: "kernel",
                table: "journal_days",
                column: "PreviousSeq",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "journal_days",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "journal_restores",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "journal_blocks",
                schema: "kernel");

            migrationBuilder.CreateTable(
                name: "journal_blocks",
                schema: "kernel",
                columns: table => new
                {
                    LastSeq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_blocks", x => x.LastSeq);
                });
        }
    }
}
