using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class LookUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "look_ups",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    AskedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AboutId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Question = table.Column<long>(type: "bigint", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "varbinary(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_look_ups", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_look_ups_AboutId",
                schema: "children",
                table: "look_ups",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_look_ups_AskedBy_On_Kind_Question_AboutId",
                schema: "children",
                table: "look_ups",
                columns: new[] { "AskedBy", "On", "Kind", "Question", "AboutId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_look_ups_ChildId",
                schema: "children",
                table: "look_ups",
                column: "ChildId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "look_ups",
                schema: "children");
        }
    }
}
