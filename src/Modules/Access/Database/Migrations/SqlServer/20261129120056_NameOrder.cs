using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class NameOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_specialists_Surname_Id",
                schema: "access",
                table: "specialists");

            migrationBuilder.AddColumn<string>(
                name: "OrderName",
                schema: "access",
                table: "specialists",
                type: "nvarchar(604)",
                maxLength: 604,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "OrderKy",
                schema: "access",
                table: "bodies",
                type: "nvarchar(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "OrderRu",
                schema: "access",
                table: "bodies",
                type: "nvarchar(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_specialists_OrderName_Id",
                schema: "access",
                table: "specialists",
                columns: new[] { "OrderName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_bodies_OrderKy_Id",
                schema: "access",
                table: "bodies",
                columns: new[] { "OrderKy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_bodies_OrderRu_Id",
                schema: "access",
                table: "bodies",
                columns: new[] { "OrderRu", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_specialists_OrderName_Id",
                schema: "access",
                table: "specialists");

            migrationBuilder.DropIndex(
                name: "IX_bodies_OrderKy_Id",
                schema: "access",
                table: "bodies");

            migrationBuilder.DropIndex(
                name: "IX_bodies_OrderRu_Id",
                schema: "access",
                table: "bodies");

            migrationBuilder.DropColumn(
                name: "OrderName",
                schema: "access",
                table: "specialists");

            migrationBuilder.DropColumn(
                name: "OrderKy",
                schema: "access",
                table: "bodies");

            migrationBuilder.DropColumn(
                name: "OrderRu",
                schema: "access",
                table: "bodies");

            migrationBuilder.CreateIndex(
                name: "IX_specialists_Surname_Id",
                schema: "access",
                table: "specialists",
                columns: new[] { "Surname", "Id" });
        }
    }
}
