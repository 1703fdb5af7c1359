using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class MovedRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "moved_rows",
                schema: "kernel",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    MergeId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    MergedId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Entity = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false),
                    RowId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Follows = table.Column<bool>(type: "bit", nullable: false),
                    GoesBack = table.Column<bool>(type: "bit", nullable: false),
                    SealedChanges = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_moved_rows", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_moved_rows_ChildId",
                schema: "kernel",
                table: "moved_rows",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_moved_rows_MergedId",
                schema: "kernel",
                table: "moved_rows",
                column: "MergedId");

            migrationBuilder.CreateIndex(
                name: "IX_moved_rows_MergeId",
                schema: "kernel",
                table: "moved_rows",
                column: "MergeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "moved_rows",
                schema: "kernel");
        }
    }
}
