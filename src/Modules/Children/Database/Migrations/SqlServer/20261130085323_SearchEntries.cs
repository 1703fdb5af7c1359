using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SearchEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // rebuilt at the next start
            migrationBuilder.DropTable(
                name: "search_tokens",
                schema: "children");

            migrationBuilder.CreateTable(
                name: "search_tokens",
                schema: "children",
                columns: table => new
                {
                    Token = table.Column<long>(type: "bigint", nullable: false),
                    High = table.Column<long>(type: "bigint", nullable: false),
                    Low = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_tokens", x => new { x.Token, x.High, x.Low });
                });

            migrationBuilder.CreateTable(
                name: "search_districts",
                schema: "children",
                columns: table => new
                {
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_districts", x => x.District);
                });

            migrationBuilder.CreateTable(
                name: "search_entries",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SealedTokens = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_entries", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_districts",
                schema: "children");

            migrationBuilder.DropTable(
                name: "search_entries",
                schema: "children");

            migrationBuilder.DropTable(
                name: "search_tokens",
                schema: "children");

            migrationBuilder.CreateTable(
                name: "search_tokens",
                schema: "children",
                columns: table => new
                {
                    Token = table.Column<long>(type: "bigint", nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_tokens", x => new { x.Token, x.District, x.ChildId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_search_tokens_ChildId",
                schema: "children",
                table: "search_tokens",
                column: "ChildId");
        }
    }
}
