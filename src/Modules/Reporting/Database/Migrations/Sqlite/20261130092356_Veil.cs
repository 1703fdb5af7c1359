using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Reporting.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Veil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledFact",
                table: "reporting_told_children",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledCauses",
                table: "reporting_assessments",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "VeiledFact",
                table: "reporting_told_children");

            migrationBuilder.DropColumn(
                name: "VeiledCauses",
                table: "reporting_assessments");
        }
    }
}
