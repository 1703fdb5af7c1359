using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SealsAndMacs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "kernel_moved_rows",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "kernel_idempotent_answers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "kernel_discards",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "kernel_confirmations",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "kernel_confirmations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "kernel_moved_rows");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "kernel_idempotent_answers");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "kernel_discards");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "kernel_confirmations");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "kernel_confirmations");
        }
    }
}
