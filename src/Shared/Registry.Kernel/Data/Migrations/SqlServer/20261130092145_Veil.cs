using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Veil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Names",
                schema: "kernel",
                table: "outbox",
                type: "varchar(max)",
                unicode: false,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledPayload",
                schema: "kernel",
                table: "outbox",
                type: "varbinary(max)",
                nullable: false,
                defaultValue: new byte[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Names",
                schema: "kernel",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "VeiledPayload",
                schema: "kernel",
                table: "outbox");
        }
    }
}
