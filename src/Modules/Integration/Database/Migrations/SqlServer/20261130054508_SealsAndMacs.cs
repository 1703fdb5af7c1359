using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Integration.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SealsAndMacs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "integration",
                table: "register_exchanges",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "integration",
                table: "recipient_notices",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "integration",
                table: "disclosures",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "integration",
                table: "disclosures",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "integration",
                table: "disclosure_snapshots",
                type: "int",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "integration",
                table: "register_exchanges");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "integration",
                table: "recipient_notices");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "integration",
                table: "disclosures");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "integration",
                table: "disclosures");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "integration",
                table: "disclosure_snapshots");
        }
    }
}
