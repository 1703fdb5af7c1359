using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LookUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "children_look_ups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_look_ups", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_children_look_ups_AboutId",
                table: "children_look_ups",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_children_look_ups_AskedBy_On_Kind_Question_AboutId",
                table: "children_look_ups",
                columns: new[] { "AskedBy", "On", "Kind", "Question", "AboutId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_children_look_ups_ChildId",
                table: "children_look_ups",
                column: "ChildId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "children_look_ups");
        }
    }
}
