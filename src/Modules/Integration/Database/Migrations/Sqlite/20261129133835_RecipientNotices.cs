using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Integration.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RecipientNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "integration_recipient_notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    MergeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ToldBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_integration_recipient_notices", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_integration_recipient_notices_ChildId",
                table: "integration_recipient_notices",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_integration_recipient_notices_District_Id",
                table: "integration_recipient_notices",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_integration_recipient_notices_MergeId",
                table: "integration_recipient_notices",
                column: "MergeId");

            migrationBuilder.CreateIndex(
                name: "IX_owed_notice",
                table: "integration_recipient_notices",
                column: "DisclosureId",
                unique: true,
                filter: "\"State\" = 'Owed'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "integration_recipient_notices");
        }
    }
}
