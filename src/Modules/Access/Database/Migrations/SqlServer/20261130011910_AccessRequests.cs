using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AccessRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_accounts_SpecialistId",
                schema: "access",
                table: "accounts");

            migrationBuilder.AddColumn<DateTime>(
                name: "ApprovesFrom",
                schema: "access",
                table: "accounts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Nth",
                schema: "access",
                table: "accounts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "requests",
                schema: "access",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    SpecialistId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    AccountId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    AccountVersion = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Login = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    RequiredCourse = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    ForgetSecondFactor = table.Column<bool>(type: "bit", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    RequestedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DecidedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OnMachine = table.Column<bool>(type: "bit", nullable: false),
                    SeenBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests", x => x.Id);
                });

            // a person who has several accesses keeps them, numbered in the order in which they were given
            migrationBuilder.Sql("UPDATE a SET Nth = (SELECT COUNT(*) FROM [access].[accounts] o WHERE o.SpecialistId = a.SpecialistId AND o.Id <= a.Id) FROM [access].[accounts] a");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_SpecialistId_Nth",
                schema: "access",
                table: "accounts",
                columns: new[] { "SpecialistId", "Nth" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_open_request",
                schema: "access",
                table: "requests",
                column: "SpecialistId",
                unique: true,
                filter: "[State] = 'Requested'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "requests",
                schema: "access");

            migrationBuilder.DropIndex(
                name: "IX_accounts_SpecialistId_Nth",
                schema: "access",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "ApprovesFrom",
                schema: "access",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "Nth",
                schema: "access",
                table: "accounts");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_SpecialistId",
                schema: "access",
                table: "accounts",
                column: "SpecialistId");
        }
    }
}
