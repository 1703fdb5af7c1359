using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AccessRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_access_accounts_SpecialistId",
                table: "access_accounts");

            migrationBuilder.AddColumn<DateTime>(
                name: "ApprovesFrom",
                table: "access_accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Nth",
                table: "access_accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "access_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SpecialistId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AccountVersion = table.Column<Guid>(type: "TEXT", nullable: true),
                    Login = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RequiredCourse = table.Column<Guid>(type: "TEXT", nullable: true),
                    ForgetSecondFactor = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OnMachine = table.Column<bool>(type: "INTEGER", nullable: false),
                    SeenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_requests", x => x.Id);
                });

            // a person who has several accesses keeps them, numbered in the order in which they were given
            migrationBuilder.Sql("UPDATE access_accounts SET Nth = (SELECT COUNT(*) FROM access_accounts o WHERE o.SpecialistId = access_accounts.SpecialistId AND o.Id <= access_accounts.Id)");

            migrationBuilder.CreateIndex(
                name: "IX_access_accounts_SpecialistId_Nth",
                table: "access_accounts",
                columns: new[] { "SpecialistId", "Nth" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_open_request",
                table: "access_requests",
                column: "SpecialistId",
                unique: true,
                filter: "\"State\" = 'Requested'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_requests");

            migrationBuilder.DropIndex(
                name: "IX_access_accounts_SpecialistId_Nth",
                table: "access_accounts");

            migrationBuilder.DropColumn(
                name: "ApprovesFrom",
                table: "access_accounts");

            migrationBuilder.DropColumn(
                name: "Nth",
                table: "access_accounts");

            migrationBuilder.CreateIndex(
                name: "IX_access_accounts_SpecialistId",
                table: "access_accounts",
                column: "SpecialistId");
        }
    }
}
