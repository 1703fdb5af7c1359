using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Institutions.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NameOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_institutions_institutions_NameRu_Id",
                table: "institutions_institutions");

            migrationBuilder.AddColumn<string>(
                name: "OrderKy",
                table: "institutions_institutions",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "OrderRu",
                table: "institutions_institutions",
                type: "TEXT",
                maxLength: 600,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_institutions_institutions_OrderKy_Id",
                table: "institutions_institutions",
                columns: new[] { "OrderKy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_institutions_institutions_OrderRu_Id",
                table: "institutions_institutions",
                columns: new[] { "OrderRu", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_institutions_institutions_OrderKy_Id",
                table: "institutions_institutions");

            migrationBuilder.DropIndex(
                name: "IX_institutions_institutions_OrderRu_Id",
                table: "institutions_institutions");

            migrationBuilder.DropColumn(
                name: "OrderKy",
                table: "institutions_institutions");

            migrationBuilder.DropColumn(
                name: "OrderRu",
                table: "institutions_institutions");

            migrationBuilder.CreateIndex(
                name: "IX_institutions_institutions_NameRu_Id",
                table: "institutions_institutions",
                columns: new[] { "NameRu", "Id" });
        }
    }
}
