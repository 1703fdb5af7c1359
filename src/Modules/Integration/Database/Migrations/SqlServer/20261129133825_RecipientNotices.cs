using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Integration.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class RecipientNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "recipient_notices",
                schema: "integration",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    DisclosureId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Cause = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    MergeId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ToldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ToldBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recipient_notices", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_owed_notice",
                schema: "integration",
                table: "recipient_notices",
                column: "DisclosureId",
                unique: true,
                filter: "[State] = 'Owed'");

            migrationBuilder.CreateIndex(
                name: "IX_recipient_notices_ChildId",
                schema: "integration",
                table: "recipient_notices",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_recipient_notices_District_Id",
                schema: "integration",
                table: "recipient_notices",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_recipient_notices_MergeId",
                schema: "integration",
                table: "recipient_notices",
                column: "MergeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recipient_notices",
                schema: "integration");
        }
    }
}
