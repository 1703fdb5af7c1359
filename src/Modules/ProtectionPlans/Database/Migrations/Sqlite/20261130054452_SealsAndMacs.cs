using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.ProtectionPlans.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SealsAndMacs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "plans_visits",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "plans_plans",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "plans_plans",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "plans_measures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "plans_closings",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "plans_closings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "plans_visits");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "plans_plans");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "plans_plans");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "plans_measures");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "plans_closings");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "plans_closings");
        }
    }
}
