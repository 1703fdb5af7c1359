using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OneNoticeAMatter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Matter",
                schema: "access",
                table: "notices",
                type: "varchar(80)",
                unicode: false,
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Soon",
                schema: "access",
                table: "notices",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_notices_AccountId_Matter",
                schema: "access",
                table: "notices",
                columns: new[] { "AccountId", "Matter" },
                unique: true,
                filter: "Matter IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_notices_AccountId_Matter",
                schema: "access",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "Matter",
                schema: "access",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "Soon",
                schema: "access",
                table: "notices");
        }
    }
}
