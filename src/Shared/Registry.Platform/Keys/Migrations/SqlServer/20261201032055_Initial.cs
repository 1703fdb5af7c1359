using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Platform.Keys.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
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

            migrationBuilder.CreateTable(
                name: "row_marks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Table = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_row_marks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "subject_keys",
                columns: table => new
                {
                    SubjectId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    MasterKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subject_keys", x => x.SubjectId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_row_marks_Table",
                table: "row_marks",
                column: "Table");

            migrationBuilder.CreateIndex(
                name: "IX_subject_keys_MasterKey",
                table: "subject_keys",
                column: "MasterKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "journal_marks");

            migrationBuilder.DropTable(
                name: "row_marks");

            migrationBuilder.DropTable(
                name: "subject_keys");
        }
    }
}
