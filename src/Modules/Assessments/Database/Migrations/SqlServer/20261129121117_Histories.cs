using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Assessments.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Histories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Causes",
                schema: "assessments",
                table: "assessments",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Causes",
                schema: "assessments",
                table: "assessments");
        }
    }
}
