using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Guesses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "guesses",
                schema: "kernel",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Door = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Width = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    AccountId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Address = table.Column<string>(type: "varchar(45)", unicode: false, maxLength: 45, nullable: true),
                    Failures = table.Column<int>(type: "int", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false),
                    Delay = table.Column<long>(type: "bigint", nullable: false),
                    BlockedUntil = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guesses", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_guesses_BlockedUntil_Id",
                schema: "kernel",
                table: "guesses",
                columns: new[] { "BlockedUntil", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "guesses",
                schema: "kernel");
        }
    }
}
