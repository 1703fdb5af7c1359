using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SealsAndMacs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children");

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "children",
                table: "transfers",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "transfers",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "signals",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "children",
                table: "purge_decisions",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "purge_decisions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "children",
                table: "merges",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "merges",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "look_ups",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "known_asks",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "field_sources",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "drafts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "disagreements",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "children",
                table: "children",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "children",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "changes",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "children",
                table: "cases",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "children",
                table: "case_requests",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "case_requests",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "card_sections",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "card_changes",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "attachments",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "children",
                table: "attachment_files",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children",
                columns: new[] { "District", "Id" })
                .Annotation("SqlServer:Include", new[] { "State", "Territory", "Sex", "BirthDate", "SealNo", "SealedName" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "children",
                table: "transfers");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "transfers");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "signals");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "children",
                table: "purge_decisions");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "purge_decisions");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "children",
                table: "merges");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "merges");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "look_ups");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "known_asks");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "field_sources");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "disagreements");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "changes");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "children",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "children",
                table: "case_requests");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "case_requests");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "card_sections");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "card_changes");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "attachments");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "children",
                table: "attachment_files");

            migrationBuilder.CreateIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children",
                columns: new[] { "District", "Id" })
                .Annotation("SqlServer:Include", new[] { "State", "Territory", "Sex", "BirthDate", "SealedName" });
        }
    }
}
