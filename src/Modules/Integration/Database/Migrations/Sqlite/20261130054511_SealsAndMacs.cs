using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Integration.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SealsAndMacs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "integration_register_exchanges",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "integration_recipient_notices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "integration_disclosures",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "integration_disclosures",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "integration_disclosure_snapshots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "integration_register_exchanges");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "integration_recipient_notices");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "integration_disclosures");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "integration_disclosures");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "integration_disclosure_snapshots");
        }
    }
}
