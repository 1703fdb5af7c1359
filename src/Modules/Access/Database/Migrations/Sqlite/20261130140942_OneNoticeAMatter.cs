using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OneNoticeAMatter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Matter",
                table: "access_notices",
                type: "TEXT",
                unicode: false,
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Soon",
                table: "access_notices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_access_notices_AccountId_Matter",
                table: "access_notices",
                columns: new[] { "AccountId", "Matter" },
                unique: true,
                filter: "Matter IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_access_notices_AccountId_Matter",
                table: "access_notices");

            migrationBuilder.DropColumn(
                name: "Matter",
                table: "access_notices");

            migrationBuilder.DropColumn(
                name: "Soon",
                table: "access_notices");
        }
    }
}
