using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_children_District_Id",
                table: "children_children");

            migrationBuilder.DropIndex(
                name: "IX_children_cases_ChildId",
                table: "children_cases");

            migrationBuilder.CreateIndex(
                name: "IX_children_search",
                table: "children_children",
                columns: new[] { "District", "Id", "State", "Territory", "Sex", "BirthDate", "SealedName" });

            migrationBuilder.CreateIndex(
                name: "IX_children_cases_ChildId_Number",
                table: "children_cases",
                columns: new[] { "ChildId", "Number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_search",
                table: "children_children");

            migrationBuilder.DropIndex(
                name: "IX_children_cases_ChildId_Number",
                table: "children_cases");

            migrationBuilder.CreateIndex(
                name: "IX_children_children_District_Id",
                table: "children_children",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_cases_ChildId",
                table: "children_cases",
                column: "ChildId");
        }
    }
}
