using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AccountLanguage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Language",
                schema: "access",
                table: "accounts",
                type: "varchar(2)",
                unicode: false,
                maxLength: 2,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Language",
                schema: "access",
                table: "accounts");
        }
    }
}
