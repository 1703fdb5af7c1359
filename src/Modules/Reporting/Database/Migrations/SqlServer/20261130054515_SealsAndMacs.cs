using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Reporting.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SealsAndMacs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "reporting",
                table: "papers",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "reporting",
                table: "paper_files",
                type: "int",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "reporting",
                table: "papers");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "reporting",
                table: "paper_files");
        }
    }
}
