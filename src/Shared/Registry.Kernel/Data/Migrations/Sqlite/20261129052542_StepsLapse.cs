using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StepsLapse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LapsedBecause",
                table: "kernel_deadlines",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LapsedOn",
                table: "kernel_deadlines",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "kernel_deadlines",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "working-days");

            migrationBuilder.CreateTable(
                name: "kernel_confirmations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_confirmations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_confirmations_ChildId",
                table: "kernel_confirmations",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_open_confirmation",
                table: "kernel_confirmations",
                columns: new[] { "Decision", "AboutId" },
                unique: true,
                filter: "\"State\" = 'requested'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_confirmations");

            migrationBuilder.DropColumn(
                name: "LapsedBecause",
                table: "kernel_deadlines");

            migrationBuilder.DropColumn(
                name: "LapsedOn",
                table: "kernel_deadlines");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "kernel_deadlines");
        }
    }
}
