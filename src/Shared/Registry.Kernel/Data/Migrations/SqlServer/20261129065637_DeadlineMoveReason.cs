using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DeadlineMoveReason : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Because",
                schema: "kernel",
                table: "deadline_moves",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "calendar-changed");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Because",
                schema: "kernel",
                table: "deadline_moves");
        }
    }
}
