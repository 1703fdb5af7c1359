using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SearchIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children");

            migrationBuilder.DropIndex(
                name: "IX_cases_ChildId",
                schema: "children",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children",
                columns: new[] { "District", "Id" })
                .Annotation("SqlServer:Include", new[] { "State", "Territory", "Sex", "BirthDate", "SealedName" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_ChildId_Number",
                schema: "children",
                table: "cases",
                columns: new[] { "ChildId", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children");

            migrationBuilder.DropIndex(
                name: "IX_cases_ChildId_Number",
                schema: "children",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_ChildId",
                schema: "children",
                table: "cases",
                column: "ChildId");
        }
    }
}
