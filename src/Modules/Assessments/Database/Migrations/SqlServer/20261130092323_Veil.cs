using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Assessments.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Veil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledCauses",
                schema: "assessments",
                table: "assessments",
                type: "varbinary(max)",
                nullable: false,
                defaultValue: new byte[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "VeiledCauses",
                schema: "assessments",
                table: "assessments");
        }
    }
}
