using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Integration.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Registers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "register_exchanges",
                schema: "integration",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChildId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AskedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByTheBase = table.Column<bool>(type: "bit", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    SealedReply = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_exchanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "register_services",
                schema: "integration",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Protocol = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    Member = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ServiceVersion = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Namespace = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Path = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Mapping = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Assumed = table.Column<bool>(type: "bit", nullable: false),
                    IsOn = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_services", x => x.Kind);
                });

            migrationBuilder.CreateIndex(
                name: "IX_register_exchanges_AskId",
                schema: "integration",
                table: "register_exchanges",
                column: "AskId");

            migrationBuilder.CreateIndex(
                name: "IX_register_exchanges_ChildId_At",
                schema: "integration",
                table: "register_exchanges",
                columns: new[] { "ChildId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_register_exchanges_Kind_At",
                schema: "integration",
                table: "register_exchanges",
                columns: new[] { "Kind", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "register_exchanges",
                schema: "integration");

            migrationBuilder.DropTable(
                name: "register_services",
                schema: "integration");
        }
    }
}
