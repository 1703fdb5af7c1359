using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Vault.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class RowMarks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_row_marks_Table",
                table: "row_marks",
                column: "Table");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "row_marks");
        }
    }
}
