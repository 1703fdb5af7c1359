using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TamperEvident : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "kernel_journal_blocks",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<long>(
                name: "PreviousSeq",
                table: "kernel_journal_blocks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // the chain was in the order of its entries all along
            migrationBuilder.Sql(
                """
                UPDATE kernel_journal_blocks SET PreviousSeq =
                    IFNULL((SELECT MAX(p.LastSeq) FROM kernel_journal_blocks p WHERE p.LastSeq < kernel_journal_blocks.LastSeq), 0)
                """);

            migrationBuilder.CreateTable(
                name: "kernel_journal_days",
                columns: table => new
                {
                    LastSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    PreviousSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Blocks = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_journal_days", x => x.LastSeq);
                });

            migrationBuilder.CreateTable(
                name: "kernel_journal_restores",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ToSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    ToHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    HeadSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    HeadHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_journal_restores", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_journal_blocks_PreviousSeq",
                table: "kernel_journal_blocks",
                column: "PreviousSeq",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_journal_days_PreviousSeq",
                table: "kernel_journal_days",
                column: "PreviousSeq",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_journal_days");

            migrationBuilder.DropTable(
                name: "kernel_journal_restores");

            migrationBuilder.DropIndex(
                name: "IX_kernel_journal_blocks_PreviousSeq",
                table: "kernel_journal_blocks");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "kernel_journal_blocks");

            migrationBuilder.DropColumn(
                name: "PreviousSeq",
                table: "kernel_journal_blocks");
        }
    }
}
