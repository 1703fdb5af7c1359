using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Vault.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class JournalMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "journal_marks",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    LineMac = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_marks", x => x.Name);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "journal_marks");
        }
    }
}
