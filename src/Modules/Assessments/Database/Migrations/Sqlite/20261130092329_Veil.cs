using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Assessments.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Veil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledCauses",
                table: "assessments_assessments",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "VeiledCauses",
                table: "assessments_assessments");
        }
    }
}
