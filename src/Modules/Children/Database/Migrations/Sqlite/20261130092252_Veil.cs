using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Veil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_children_BirthDate",
                table: "children_children");

            migrationBuilder.DropIndex(
                name: "IX_children_search",
                table: "children_children");

            migrationBuilder.AddColumn<int>(
                name: "BirthYear",
                table: "children_children",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledBirth",
                table: "children_children",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledCounted",
                table: "children_children",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.CreateIndex(
                name: "IX_children_children_BirthYear",
                table: "children_children",
                column: "BirthYear");

            migrationBuilder.CreateIndex(
                name: "IX_children_search",
                table: "children_children",
                columns: new[] { "District", "Id", "State", "Territory", "Sex", "VeiledBirth", "SealNo", "SealedName" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_children_BirthYear",
                table: "children_children");

            migrationBuilder.DropIndex(
                name: "IX_children_search",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "BirthYear",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "VeiledBirth",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "VeiledCounted",
                table: "children_children");

            migrationBuilder.CreateIndex(
                name: "IX_children_children_BirthDate",
                table: "children_children",
                column: "BirthDate");

            migrationBuilder.CreateIndex(
                name: "IX_children_search",
                table: "children_children",
                columns: new[] { "District", "Id", "State", "Territory", "Sex", "BirthDate", "SealNo", "SealedName" });
        }
    }
}
