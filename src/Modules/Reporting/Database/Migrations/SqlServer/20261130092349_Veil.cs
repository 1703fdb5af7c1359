using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Reporting.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Veil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledFact",
                schema: "reporting",
                table: "told_children",
                type: "varbinary(max)",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledCauses",
                schema: "reporting",
                table: "assessments",
                type: "varbinary(max)",
                nullable: false,
                defaultValue: new byte[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "VeiledFact",
                schema: "reporting",
                table: "told_children");

            migrationBuilder.DropColumn(
                name: "VeiledCauses",
                schema: "reporting",
                table: "assessments");
        }
    }
}
