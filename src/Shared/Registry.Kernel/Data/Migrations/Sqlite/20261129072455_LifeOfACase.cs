using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LifeOfACase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "DeadAt",
                table: "kernel_outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FailedHandler",
                table: "kernel_outbox",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAt",
                table: "kernel_outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Subject",
                table: "kernel_outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Because",
                table: "kernel_deadline_moves",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "calendar-changed");

            migrationBuilder.CreateTable(
                name: "kernel_discards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SealedReason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_discards", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_discards_At",
                table: "kernel_discards",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_discards");

            migrationBuilder.DropColumn(
                name: "DeadAt",
                table: "kernel_outbox");

            migrationBuilder.DropColumn(
                name: "FailedHandler",
                table: "kernel_outbox");

            migrationBuilder.DropColumn(
                name: "NextAt",
                table: "kernel_outbox");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "kernel_outbox");

            migrationBuilder.DropColumn(
                name: "Because",
                table: "kernel_deadline_moves");
        }
    }
}
