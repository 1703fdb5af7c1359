using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SealsAndMacs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "kernel",
                table: "moved_rows",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "kernel",
                table: "idempotent_answers",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "kernel",
                table: "discards",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "kernel",
                table: "confirmations",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "kernel",
                table: "confirmations",
                type: "int",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "kernel",
                table: "moved_rows");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "kernel",
                table: "idempotent_answers");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "kernel",
                table: "discards");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "kernel",
                table: "confirmations");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "kernel",
                table: "confirmations");
        }
    }
}
