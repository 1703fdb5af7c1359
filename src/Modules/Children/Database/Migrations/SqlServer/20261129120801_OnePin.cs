using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OnePin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "PinShared",
                schema: "children",
                table: "children",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "PinToken",
                schema: "children",
                table: "children",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_requests",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    AtSignalId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    AtChildId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    AtNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ForTerritory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    RequestedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    RequestedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OfDay = table.Column<int>(type: "int", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    WrongAt = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Settling = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AnsweredBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SettledBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    SettledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_requests", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_one_pin",
                schema: "children",
                table: "children",
                column: "PinToken",
                unique: true,
                filter: "[PinToken] <> 0 AND [PinShared] = 0 AND [State] = 1 AND [District] <> '99900000'");

            migrationBuilder.CreateIndex(
                name: "IX_case_requests_AtChildId",
                schema: "children",
                table: "case_requests",
                column: "AtChildId");

            migrationBuilder.CreateIndex(
                name: "IX_case_requests_AtSignalId",
                schema: "children",
                table: "case_requests",
                column: "AtSignalId");

            migrationBuilder.CreateIndex(
                name: "IX_case_requests_District_Id",
                schema: "children",
                table: "case_requests",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_case_requests_RequestedBy_RequestedOn_OfDay",
                schema: "children",
                table: "case_requests",
                columns: new[] { "RequestedBy", "RequestedOn", "OfDay" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_open_case_request",
                schema: "children",
                table: "case_requests",
                columns: new[] { "ChildId", "RequestedBy" },
                unique: true,
                filter: "[Status] IN ('Asked', 'Conflict')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_requests",
                schema: "children");

            migrationBuilder.DropIndex(
                name: "IX_one_pin",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "PinShared",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "PinToken",
                schema: "children",
                table: "children");
        }
    }
}
