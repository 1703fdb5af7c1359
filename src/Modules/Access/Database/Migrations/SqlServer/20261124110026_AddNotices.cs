using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AddNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HeadsBody",
                schema: "access",
                table: "specialists",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "job_schedules",
                schema: "access",
                columns: table => new
                {
                    Key = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    Cron = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: true),
                    Paused = table.Column<bool>(type: "bit", nullable: false),
                    LastStartedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastSeconds = table.Column<double>(type: "float", nullable: true),
                    LastProblem = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job_schedules", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "notice_choices",
                schema: "access",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    InBase = table.Column<bool>(type: "bit", nullable: false),
                    ByMail = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_choices", x => new { x.AccountId, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "notices",
                schema: "access",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "varchar(120)", unicode: false, maxLength: 120, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Step = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    AboutId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ChildId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Count = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: true),
                    Agreed = table.Column<bool>(type: "bit", nullable: true),
                    InBase = table.Column<bool>(type: "bit", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Mail = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    MailAttempts = table.Column<int>(type: "int", nullable: false),
                    MailNextAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notices_AccountId_At",
                schema: "access",
                table: "notices",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_ChildId",
                schema: "access",
                table: "notices",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_notices_Kind_Key_AccountId",
                schema: "access",
                table: "notices",
                columns: new[] { "Kind", "Key", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notices_Mail_MailNextAt",
                schema: "access",
                table: "notices",
                columns: new[] { "Mail", "MailNextAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "job_schedules",
                schema: "access");

            migrationBuilder.DropTable(
                name: "notice_choices",
                schema: "access");

            migrationBuilder.DropTable(
                name: "notices",
                schema: "access");

            migrationBuilder.DropColumn(
                name: "HeadsBody",
                schema: "access",
                table: "specialists");
        }
    }
}
