using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MovedRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kernel_moved_rows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Entity = table.Column<string>(type: "TEXT", unicode: false, maxLength: 200, nullable: false),
                    RowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Follows = table.Column<bool>(type: "INTEGER", nullable: false),
                    GoesBack = table.Column<bool>(type: "INTEGER", nullable: false),
                    SealedChanges = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_moved_rows", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_moved_rows_ChildId",
                table: "kernel_moved_rows",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_moved_rows_MergedId",
                table: "kernel_moved_rows",
                column: "MergedId");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_moved_rows_MergeId",
                table: "kernel_moved_rows",
                column: "MergeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_moved_rows");
        }
    }
}
