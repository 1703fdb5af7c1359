using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Veil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Names",
                table: "kernel_outbox",
                type: "TEXT",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledPayload",
                table: "kernel_outbox",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Names",
                table: "kernel_outbox");

            migrationBuilder.DropColumn(
                name: "VeiledPayload",
                table: "kernel_outbox");
        }
    }
}
