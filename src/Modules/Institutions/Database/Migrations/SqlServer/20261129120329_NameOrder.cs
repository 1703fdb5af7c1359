using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Institutions.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class NameOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_institutions_NameRu_Id",
                schema: "institutions",
                table: "institutions");

            migrationBuilder.AddColumn<string>(
                name: "OrderKy",
                schema: "institutions",
                table: "institutions",
                type: "nvarchar(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "OrderRu",
                schema: "institutions",
                table: "institutions",
                type: "nvarchar(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_institutions_OrderKy_Id",
                schema: "institutions",
                table: "institutions",
                columns: new[] { "OrderKy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_institutions_OrderRu_Id",
                schema: "institutions",
                table: "institutions",
                columns: new[] { "OrderRu", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_institutions_OrderKy_Id",
                schema: "institutions",
                table: "institutions");

            migrationBuilder.DropIndex(
                name: "IX_institutions_OrderRu_Id",
                schema: "institutions",
                table: "institutions");

            migrationBuilder.DropColumn(
                name: "OrderKy",
                schema: "institutions",
                table: "institutions");

            migrationBuilder.DropColumn(
                name: "OrderRu",
                schema: "institutions",
                table: "institutions");

            migrationBuilder.CreateIndex(
                name: "IX_institutions_NameRu_Id",
                schema: "institutions",
                table: "institutions",
                columns: new[] { "NameRu", "Id" });
        }
    }
}
