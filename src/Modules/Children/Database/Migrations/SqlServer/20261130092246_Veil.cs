using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Veil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_BirthDate",
                schema: "children",
                table: "children");

            migrationBuilder.DropIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children");

            migrationBuilder.AddColumn<int>(
                name: "BirthYear",
                schema: "children",
                table: "children",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledBirth",
                schema: "children",
                table: "children",
                type: "varbinary(max)",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "VeiledCounted",
                schema: "children",
                table: "children",
                type: "varbinary(max)",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.CreateIndex(
                name: "IX_children_BirthYear",
                schema: "children",
                table: "children",
                column: "BirthYear");

            migrationBuilder.CreateIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children",
                columns: new[] { "District", "Id" })
                .Annotation("SqlServer:Include", new[] { "State", "Territory", "Sex", "VeiledBirth", "SealNo", "SealedName" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_BirthYear",
                schema: "children",
                table: "children");

            migrationBuilder.DropIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "BirthYear",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "VeiledBirth",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "VeiledCounted",
                schema: "children",
                table: "children");

            migrationBuilder.CreateIndex(
                name: "IX_children_BirthDate",
                schema: "children",
                table: "children",
                column: "BirthDate");

            migrationBuilder.CreateIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children",
                columns: new[] { "District", "Id" })
                .Annotation("SqlServer:Include", new[] { "State", "Territory", "Sex", "BirthDate", "SealNo", "SealedName" });
        }
    }
}
