using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.ProtectionPlans.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Veil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledReason",
                table: "plans_measures",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "VeiledReason",
                table: "plans_measures");
        }
    }
}
