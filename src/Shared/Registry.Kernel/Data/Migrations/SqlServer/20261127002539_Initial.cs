using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "kernel");

            migrationBuilder.CreateTable(
                name: "backups",
                schema: "kernel",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    File = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    VerifiedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Problem = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Seconds = table.Column<double>(type: "float", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_backups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_days",
                schema: "kernel",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Worked = table.Column<bool>(type: "bit", nullable: false),
                    Estimated = table.Column<bool>(type: "bit", nullable: false),
                    NameKy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameRu = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_days", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "calendar_versions",
                schema: "kernel",
                columns: table => new
                {
                    Version = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_versions", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                schema: "kernel",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FriendlyName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "deadline_moves",
                schema: "kernel",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    DeadlineId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    CalendarVersion = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadline_moves", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "deadlines",
                schema: "kernel",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Clause = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Step = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Term = table.Column<int>(type: "int", nullable: false),
                    AboutId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    ResponsibleId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MetOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsOpen = table.Column<bool>(type: "bit", nullable: false),
                    CalendarVersion = table.Column<int>(type: "int", nullable: false),
                    EscalationLevel = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadlines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "idempotent_answers",
                schema: "kernel",
                columns: table => new
                {
                    AccountId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    RequestHash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    Location = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ETag = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SealedBody = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Subjects = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotent_answers", x => new { x.AccountId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "kernel",
                columns: table => new
                {
                    EventId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Handler = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.EventId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "journal_blocks",
                schema: "kernel",
                columns: table => new
                {
                    LastSeq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_blocks", x => x.LastSeq);
                });

            migrationBuilder.CreateTable(
                name: "journal_entries",
                schema: "kernel",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AccountId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    BodyId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Action = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Outcome = table.Column<int>(type: "int", nullable: false),
                    AboutId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Opened = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Ip = table.Column<string>(type: "nvarchar(45)", maxLength: 45, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_entries", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "kernel",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Payload = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    HandedOnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    Problem = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "purge_counts",
                schema: "kernel",
                columns: table => new
                {
                    PurgeId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Store = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_purge_counts", x => new { x.PurgeId, x.Store, x.What });
                });

            migrationBuilder.CreateTable(
                name: "purges",
                schema: "kernel",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Ground = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    KeyFingerprint = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Hash = table.Column<byte[]>(type: "varbinary(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_purges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_backups_At_Id",
                schema: "kernel",
                table: "backups",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_deadline_moves_DeadlineId",
                schema: "kernel",
                table: "deadline_moves",
                column: "DeadlineId");

            migrationBuilder.CreateIndex(
                name: "IX_deadlines_AboutId",
                schema: "kernel",
                table: "deadlines",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_deadlines_ChildId",
                schema: "kernel",
                table: "deadlines",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_open_by_day",
                schema: "kernel",
                table: "deadlines",
                columns: new[] { "DueOn", "Id" },
                filter: "[IsOpen] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_open_by_district",
                schema: "kernel",
                table: "deadlines",
                columns: new[] { "District", "DueOn", "Id" },
                filter: "[IsOpen] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_open_by_responsible",
                schema: "kernel",
                table: "deadlines",
                columns: new[] { "ResponsibleId", "DueOn", "Id" },
                filter: "[IsOpen] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_idempotent_answers_At",
                schema: "kernel",
                table: "idempotent_answers",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_waiting",
                schema: "kernel",
                table: "outbox",
                column: "Id",
                filter: "[HandedOnAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_purges_SubjectId",
                schema: "kernel",
                table: "purges",
                column: "SubjectId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "backups",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "calendar_days",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "calendar_versions",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "data_protection_keys",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "deadline_moves",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "deadlines",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "idempotent_answers",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "journal_blocks",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "journal_entries",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "purge_counts",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "purges",
                schema: "kernel");
        }
    }
}
