using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class LifeOfACase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "DeadAt",
                schema: "kernel",
                table: "outbox",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FailedHandler",
                schema: "kernel",
                table: "outbox",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAt",
                schema: "kernel",
                table: "outbox",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Subject",
                schema: "kernel",
                table: "outbox",
                type: "binary(16)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Because",
                schema: "kernel",
                table: "deadline_moves",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "calendar-changed");

            migrationBuilder.CreateTable(
                name: "discards",
                schema: "kernel",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Key = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    What = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    SealedReason = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discards", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_discards_At",
                schema: "kernel",
                table: "discards",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "discards",
                schema: "kernel");

            migrationBuilder.DropColumn(
                name: "DeadAt",
                schema: "kernel",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "FailedHandler",
                schema: "kernel",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "NextAt",
                schema: "kernel",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "Subject",
                schema: "kernel",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "Because",
                schema: "kernel",
                table: "deadline_moves");
        }
    }
}
