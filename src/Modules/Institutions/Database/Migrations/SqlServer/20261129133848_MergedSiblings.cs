using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Institutions.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class MergedSiblings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "MergeId",
                schema: "institutions",
                table: "siblings",
                type: "binary(16)",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "MergeId",
                schema: "institutions",
                table: "siblings");
        }
    }
}
