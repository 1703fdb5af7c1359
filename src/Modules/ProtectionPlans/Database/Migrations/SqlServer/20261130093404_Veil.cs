using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.ProtectionPlans.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Veil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledReason",
                schema: "plans",
                table: "measures",
                type: "varbinary(max)",
                nullable: false,
                defaultValue: new byte[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "VeiledReason",
                schema: "plans",
                table: "measures");
        }
    }
}
