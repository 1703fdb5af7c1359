using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Platform.Model.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "platform_backups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    VerifiedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Seconds = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_backups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_calendar_days",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Worked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Estimated = table.Column<bool>(type: "INTEGER", nullable: false),
                    NameKy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_calendar_days", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "platform_calendar_versions",
                columns: table => new
                {
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_calendar_versions", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "platform_clock_doubts",
                columns: table => new
                {
                    AfterSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    LastEntryAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_clock_doubts", x => x.AfterSeq);
                });

            migrationBuilder.CreateTable(
                name: "platform_confirmations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_confirmations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_data_protection_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_data_protection_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_deadline_moves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeadlineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CalendarVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Because = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_deadline_moves", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_deadline_places",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeadlineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    ResponsibleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MetOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LapsedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_deadline_places", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_deadlines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Clause = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Step = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Term = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    ResponsibleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlacedSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MetOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LapsedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LapsedBecause = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    CalendarVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    EscalationLevel = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_deadlines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_discards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SealedReason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_discards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_findings",
                columns: table => new
                {
                    Check = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_findings", x => new { x.Check, x.AboutId });
                });

            migrationBuilder.CreateTable(
                name: "platform_guesses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Door = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Width = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", unicode: false, maxLength: 45, nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Delay = table.Column<long>(type: "INTEGER", nullable: false),
                    BlockedUntil = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_guesses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_idempotent_answers",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    RequestHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Location = table.Column<string>(type: "TEXT", nullable: true),
                    ETag = table.Column<string>(type: "TEXT", nullable: true),
                    SealedBody = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Subjects = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_idempotent_answers", x => new { x.AccountId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "platform_inbox",
                columns: table => new
                {
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_inbox", x => new { x.EventId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "platform_journal_blocks",
                columns: table => new
                {
                    LastSeq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PreviousSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_journal_blocks", x => x.LastSeq);
                });

            migrationBuilder.CreateTable(
                name: "platform_journal_days",
                columns: table => new
                {
                    LastSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    PreviousSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Blocks = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_journal_days", x => x.LastSeq);
                });

            migrationBuilder.CreateTable(
                name: "platform_journal_entries",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Opened = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Ip = table.Column<string>(type: "TEXT", maxLength: 45, nullable: true),
                    Count = table.Column<int>(type: "INTEGER", nullable: true),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Paths = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_journal_entries", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "platform_journal_restores",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ToSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    ToHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    HeadSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    HeadHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_journal_restores", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_moved_rows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Entity = table.Column<string>(type: "TEXT", unicode: false, maxLength: 200, nullable: false),
                    RowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Follows = table.Column<bool>(type: "INTEGER", nullable: false),
                    GoesBack = table.Column<bool>(type: "INTEGER", nullable: false),
                    SealedChanges = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_moved_rows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    VeiledPayload = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Names = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HandedOnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FailedHandler = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "platform_purge_counts",
                columns: table => new
                {
                    PurgeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Store = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_purge_counts", x => new { x.PurgeId, x.Store, x.What });
                });

            migrationBuilder.CreateTable(
                name: "platform_purges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KeyFingerprint = table.Column<string>(type: "TEXT", unicode: false, maxLength: 16, nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_purges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_platform_backups_At_Id",
                table: "platform_backups",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_open_confirmation",
                table: "platform_confirmations",
                columns: new[] { "Decision", "AboutId" },
                unique: true,
                filter: "\"State\" = 'requested'");

            migrationBuilder.CreateIndex(
                name: "IX_platform_confirmations_ChildId",
                table: "platform_confirmations",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_deadline_moves_DeadlineId",
                table: "platform_deadline_moves",
                column: "DeadlineId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_deadline_places_DeadlineId",
                table: "platform_deadline_places",
                column: "DeadlineId");

            migrationBuilder.CreateIndex(
                name: "IX_open_by_day",
                table: "platform_deadlines",
                columns: new[] { "DueOn", "Id" },
                filter: "\"IsOpen\"");

            migrationBuilder.CreateIndex(
                name: "IX_open_by_district",
                table: "platform_deadlines",
                columns: new[] { "District", "DueOn", "Id" },
                filter: "\"IsOpen\"");

            migrationBuilder.CreateIndex(
                name: "IX_open_by_responsible",
                table: "platform_deadlines",
                columns: new[] { "ResponsibleId", "DueOn", "Id" },
                filter: "\"IsOpen\"");

            migrationBuilder.CreateIndex(
                name: "IX_open_by_step",
                table: "platform_deadlines",
                columns: new[] { "Step", "DueOn", "Id" },
                filter: "\"IsOpen\"");

            migrationBuilder.CreateIndex(
                name: "IX_open_once",
                table: "platform_deadlines",
                columns: new[] { "AboutId", "Step", "IsOpen" },
                unique: true,
                filter: "\"IsOpen\"");

            migrationBuilder.CreateIndex(
                name: "IX_platform_deadlines_AboutId",
                table: "platform_deadlines",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_deadlines_ChildId",
                table: "platform_deadlines",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_discards_At",
                table: "platform_discards",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_platform_guesses_BlockedUntil_Id",
                table: "platform_guesses",
                columns: new[] { "BlockedUntil", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_idempotent_answers_At",
                table: "platform_idempotent_answers",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_platform_journal_blocks_PreviousSeq",
                table: "platform_journal_blocks",
                column: "PreviousSeq",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_journal_days_PreviousSeq",
                table: "platform_journal_days",
                column: "PreviousSeq",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_moved_rows_ChildId",
                table: "platform_moved_rows",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_moved_rows_MergedId",
                table: "platform_moved_rows",
                column: "MergedId");

            migrationBuilder.CreateIndex(
                name: "IX_platform_moved_rows_MergeId",
                table: "platform_moved_rows",
                column: "MergeId");

            migrationBuilder.CreateIndex(
                name: "IX_waiting",
                table: "platform_outbox",
                column: "Id",
                filter: "\"HandedOnAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_platform_purges_SubjectId",
                table: "platform_purges",
                column: "SubjectId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "platform_backups");

            migrationBuilder.DropTable(
                name: "platform_calendar_days");

            migrationBuilder.DropTable(
                name: "platform_calendar_versions");

            migrationBuilder.DropTable(
                name: "platform_clock_doubts");

            migrationBuilder.DropTable(
                name: "platform_confirmations");

            migrationBuilder.DropTable(
                name: "platform_data_protection_keys");

            migrationBuilder.DropTable(
                name: "platform_deadline_moves");

            migrationBuilder.DropTable(
                name: "platform_deadline_places");

            migrationBuilder.DropTable(
                name: "platform_deadlines");

            migrationBuilder.DropTable(
                name: "platform_discards");

            migrationBuilder.DropTable(
                name: "platform_findings");

            migrationBuilder.DropTable(
                name: "platform_guesses");

            migrationBuilder.DropTable(
                name: "platform_idempotent_answers");

            migrationBuilder.DropTable(
                name: "platform_inbox");

            migrationBuilder.DropTable(
                name: "platform_journal_blocks");

            migrationBuilder.DropTable(
                name: "platform_journal_days");

            migrationBuilder.DropTable(
                name: "platform_journal_entries");

            migrationBuilder.DropTable(
                name: "platform_journal_restores");

            migrationBuilder.DropTable(
                name: "platform_moved_rows");

            migrationBuilder.DropTable(
                name: "platform_outbox");

            migrationBuilder.DropTable(
                name: "platform_purge_counts");

            migrationBuilder.DropTable(
                name: "platform_purges");
        }
    }
}
