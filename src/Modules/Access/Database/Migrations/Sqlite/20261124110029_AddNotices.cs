using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HeadsBody",
                table: "access_specialists",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "access_job_schedules",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    Cron = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: true),
                    Paused = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastStartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastSeconds = table.Column<double>(type: "REAL", nullable: true),
                    LastProblem = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_job_schedules", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "access_notice_choices",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    InBase = table.Column<bool>(type: "INTEGER", nullable: false),
                    ByMail = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_notice_choices", x => new { x.AccountId, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "access_notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 120, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Agreed = table.Column<bool>(type: "INTEGER", nullable: true),
                    InBase = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Mail = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    MailAttempts = table.Column<int>(type: "INTEGER", nullable: false),
                    MailNextAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_notices", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_notices_AccountId_At",
                table: "access_notices",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_access_notices_ChildId",
                table: "access_notices",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_access_notices_Kind_Key_AccountId",
                table: "access_notices",
                columns: new[] { "Kind", "Key", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_notices_Mail_MailNextAt",
                table: "access_notices",
                columns: new[] { "Mail", "MailNextAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_job_schedules");

            migrationBuilder.DropTable(
                name: "access_notice_choices");

            migrationBuilder.DropTable(
                name: "access_notices");

            migrationBuilder.DropColumn(
                name: "HeadsBody",
                table: "access_specialists");
        }
    }
}
