using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Institutions.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SealsAndMacs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "institutions",
                table: "placements",
                type: "int",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "institutions",
                table: "placements");
        }
    }
}
