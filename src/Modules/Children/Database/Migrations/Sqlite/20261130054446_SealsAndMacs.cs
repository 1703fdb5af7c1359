using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SealsAndMacs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_search",
                table: "children_children");

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "children_transfers",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_transfers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_signals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "children_purge_decisions",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_purge_decisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "children_merges",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_merges",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_look_ups",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_known_asks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_field_sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_disagreements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "children_children",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_children",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_changes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "children_cases",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "children_case_requests",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_case_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_card_sections",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_card_changes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_attachments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "children_attachment_files",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_children_search",
                table: "children_children",
                columns: new[] { "District", "Id", "State", "Territory", "Sex", "BirthDate", "SealNo", "SealedName" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_search",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "children_transfers");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_transfers");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_signals");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "children_purge_decisions");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_purge_decisions");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "children_merges");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_merges");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_look_ups");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_known_asks");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_field_sources");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_drafts");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_disagreements");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_changes");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "children_cases");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "children_case_requests");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_case_requests");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_card_sections");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_card_changes");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_attachments");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "children_attachment_files");

            migrationBuilder.CreateIndex(
                name: "IX_children_search",
                table: "children_children",
                columns: new[] { "District", "Id", "State", "Territory", "Sex", "BirthDate", "SealedName" });
        }
    }
}
