using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class StepsLapse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LapsedBecause",
                schema: "kernel",
                table: "deadlines",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LapsedOn",
                schema: "kernel",
                table: "deadlines",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                schema: "kernel",
                table: "deadlines",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "working-days");

            migrationBuilder.CreateTable(
                name: "confirmations",
                schema: "kernel",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Decision = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AboutId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    RequestedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    DecidedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_confirmations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_confirmations_ChildId",
                schema: "kernel",
                table: "confirmations",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_open_confirmation",
                schema: "kernel",
                table: "confirmations",
                columns: new[] { "Decision", "AboutId" },
                unique: true,
                filter: "[State] = 'requested'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "confirmations",
                schema: "kernel");

            migrationBuilder.DropColumn(
                name: "LapsedBecause",
                schema: "kernel",
                table: "deadlines");

            migrationBuilder.DropColumn(
                name: "LapsedOn",
                schema: "kernel",
                table: "deadlines");

            migrationBuilder.DropColumn(
                name: "Unit",
                schema: "kernel",
                table: "deadlines");
        }
    }
}
