using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OnePin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "PinShared",
                table: "children_children",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "PinToken",
                table: "children_children",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "children_case_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    AtSignalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AtChildId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AtNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ForTerritory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OfDay = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    WrongAt = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Settling = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SettledBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_case_requests", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_one_pin",
                table: "children_children",
                column: "PinToken",
                unique: true,
                filter: "\"PinToken\" <> 0 AND \"PinShared\" = 0 AND \"State\" = 1 AND \"District\" <> '99900000'");

            migrationBuilder.CreateIndex(
                name: "IX_children_case_requests_AtChildId",
                table: "children_case_requests",
                column: "AtChildId");

            migrationBuilder.CreateIndex(
                name: "IX_children_case_requests_AtSignalId",
                table: "children_case_requests",
                column: "AtSignalId");

            migrationBuilder.CreateIndex(
                name: "IX_children_case_requests_District_Id",
                table: "children_case_requests",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_case_requests_RequestedBy_RequestedOn_OfDay",
                table: "children_case_requests",
                columns: new[] { "RequestedBy", "RequestedOn", "OfDay" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_open_case_request",
                table: "children_case_requests",
                columns: new[] { "ChildId", "RequestedBy" },
                unique: true,
                filter: "\"Status\" IN ('Asked', 'Conflict')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "children_case_requests");

            migrationBuilder.DropIndex(
                name: "IX_one_pin",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "PinShared",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "PinToken",
                table: "children_children");
        }
    }
}
