using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.ProtectionPlans.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SealsAndMacs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "plans",
                table: "visits",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "plans",
                table: "plans",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "plans",
                table: "plans",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "plans",
                table: "measures",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "plans",
                table: "closings",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "plans",
                table: "closings",
                type: "int",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "plans",
                table: "visits");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "plans",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "plans",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "plans",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "plans",
                table: "closings");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "plans",
                table: "closings");
        }
    }
}
