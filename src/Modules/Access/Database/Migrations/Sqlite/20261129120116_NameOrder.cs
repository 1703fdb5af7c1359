using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NameOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_access_specialists_Surname_Id",
                table: "access_specialists");

            migrationBuilder.AddColumn<string>(
                name: "OrderName",
                table: "access_specialists",
                type: "TEXT",
                maxLength: 604,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "OrderKy",
                table: "access_bodies",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "OrderRu",
                table: "access_bodies",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_access_specialists_OrderName_Id",
                table: "access_specialists",
                columns: new[] { "OrderName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_access_bodies_OrderKy_Id",
                table: "access_bodies",
                columns: new[] { "OrderKy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_access_bodies_OrderRu_Id",
                table: "access_bodies",
                columns: new[] { "OrderRu", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_access_specialists_OrderName_Id",
                table: "access_specialists");

            migrationBuilder.DropIndex(
                name: "IX_access_bodies_OrderKy_Id",
                table: "access_bodies");

            migrationBuilder.DropIndex(
                name: "IX_access_bodies_OrderRu_Id",
                table: "access_bodies");

            migrationBuilder.DropColumn(
                name: "OrderName",
                table: "access_specialists");

            migrationBuilder.DropColumn(
                name: "OrderKy",
                table: "access_bodies");

            migrationBuilder.DropColumn(
                name: "OrderRu",
                table: "access_bodies");

            migrationBuilder.CreateIndex(
                name: "IX_access_specialists_Surname_Id",
                table: "access_specialists",
                columns: new[] { "Surname", "Id" });
        }
    }
}
