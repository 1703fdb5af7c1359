using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // rebuilt at the next start
            migrationBuilder.DropTable(
                name: "children_search_tokens");

            // a rowid would tell the order in which the entries came, and so which of them are of one child
            migrationBuilder.Sql(
                """
                CREATE TABLE "children_search_tokens" (
                    "Token" INTEGER NOT NULL,
                    "High" INTEGER NOT NULL,
                    "Low" INTEGER NOT NULL,
                    CONSTRAINT "PK_children_search_tokens" PRIMARY KEY ("Token", "High", "Low")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "children_search_districts",
                columns: table => new
                {
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_search_districts", x => x.District);
                });

            migrationBuilder.CreateTable(
                name: "children_search_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedTokens = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_search_entries", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "children_search_districts");

            migrationBuilder.DropTable(
                name: "children_search_entries");

            migrationBuilder.DropTable(
                name: "children_search_tokens");

            migrationBuilder.CreateTable(
                name: "children_search_tokens",
                columns: table => new
                {
                    Token = table.Column<long>(type: "INTEGER", nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_search_tokens", x => new { x.Token, x.District, x.ChildId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_children_search_tokens_ChildId",
                table: "children_search_tokens",
                column: "ChildId");
        }
    }
}
