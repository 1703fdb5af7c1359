using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Model.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "children_attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    To = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Format = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_attachments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_card_changes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Section = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedBefore = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedAfter = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_card_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_card_sections",
                columns: table => new
                {
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Expected = table.Column<int>(type: "INTEGER", nullable: false),
                    Filled = table.Column<int>(type: "INTEGER", nullable: false),
                    Explained = table.Column<int>(type: "INTEGER", nullable: false),
                    Missing = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_card_sections", x => new { x.ChildId, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "children_case_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_case_events", x => x.Id);
                });

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
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    WrongAt = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Settling = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SettledBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_case_requests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    FoundTerritory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    SealedFrom = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: true),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    InformationOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ResponsibleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Risk = table.Column<int>(type: "INTEGER", nullable: false),
                    JudgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FoundHistory = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    StateHistory = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_changes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    LearnedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EnteredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_children",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedName = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedOtherNames = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Sex = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    BirthYear = table.Column<int>(type: "INTEGER", nullable: true),
                    VeiledBirth = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VeiledCounted = table.Column<byte[]>(type: "BLOB", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    MergedInto = table.Column<Guid>(type: "TEXT", nullable: true),
                    HasDisability = table.Column<bool>(type: "INTEGER", nullable: true),
                    ParentsAbroad = table.Column<bool>(type: "INTEGER", nullable: false),
                    Completeness = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BirthDateEstimated = table.Column<bool>(type: "INTEGER", nullable: false),
                    BirthDateInDoubt = table.Column<bool>(type: "INTEGER", nullable: false),
                    PinToken = table.Column<long>(type: "INTEGER", nullable: true),
                    PinShared = table.Column<bool>(type: "INTEGER", nullable: false),
                    Severity = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PurgeAnnouncedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PurgeOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PurgeHeldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PurgeBirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Causes = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1000, nullable: false),
                    Statuses = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1000, nullable: false),
                    StateHistory = table.Column<string>(type: "TEXT", unicode: false, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_children", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_dictionary_items",
                columns: table => new
                {
                    Dictionary = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameKy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_dictionary_items", x => new { x.Dictionary, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "children_disagreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Section = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    SettledBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_disagreements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_drafts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Writer = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_drafts", x => new { x.AccountId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "children_field_sources",
                columns: table => new
                {
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Section = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SealedValue = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_field_sources", x => new { x.ChildId, x.Section, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "children_further_fields",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    NameKy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Choices = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_further_fields", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "children_known_asks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SealedGround = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_known_asks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_look_ups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AboutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_look_ups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_merges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedCaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_merges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_number_series",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_number_series", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "children_open_forms",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SpecialistId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_open_forms", x => new { x.AccountId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "children_purge_decisions",
                columns: table => new
                {
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ruling = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", unicode: false, maxLength: 400, nullable: false),
                    SealedReason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Mac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_purge_decisions", x => x.ChildId);
                });

            migrationBuilder.CreateTable(
                name: "children_register_refreshes",
                columns: table => new
                {
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_register_refreshes", x => x.ChildId);
                });

            migrationBuilder.CreateTable(
                name: "children_search_districts",
                columns: table => new
                {
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_search_districts", x => x.District);
                });

            migrationBuilder.CreateTable(
                name: "children_search_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedTokens = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_search_entries", x => x.Id);
                });

            // a rowid would reveal in which order the entries came, and so which of them are of one child
            migrationBuilder.Sql(
                """
                CREATE TABLE "children_search_tokens" (
                    "Token" INTEGER NOT NULL,
                    "High" INTEGER NOT NULL,
                    "Low" INTEGER NOT NULL,
                    CONSTRAINT "PK_children_search_tokens" PRIMARY KEY ("Token", "High", "Low")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "children_signal_news",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SignalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_signal_news", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_signals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Urgency = table.Column<int>(type: "INTEGER", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FoundOnInDoubt = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    FoundTerritory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    ActorBodyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    UnfoundedReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RegisteredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProcessedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FoundHistory = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    StateHistory = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_signals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_transfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromTerritory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    ToTerritory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    OfferedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_transfers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_attachment_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedBytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_attachment_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_children_attachment_files_children_attachments_Id",
                        column: x => x.Id,
                        principalTable: "children_attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_children_attachments_AboutId",
                table: "children_attachments",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_children_attachments_ChildId_Id",
                table: "children_attachments",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_card_changes_ChildId_Id",
                table: "children_card_changes",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_case_events_CaseId",
                table: "children_case_events",
                column: "CaseId");

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
                filter: "Status IN ('asked', 'conflict')");

            migrationBuilder.CreateIndex(
                name: "IX_children_cases_ChildId_Number",
                table: "children_cases",
                columns: new[] { "ChildId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_children_cases_District_Id",
                table: "children_cases",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_cases_Number",
                table: "children_cases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_children_changes_ChildId_Id",
                table: "children_changes",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_children_BirthYear",
                table: "children_children",
                column: "BirthYear");

            migrationBuilder.CreateIndex(
                name: "IX_children_children_MergedInto",
                table: "children_children",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_children_children_PurgeHeldOn",
                table: "children_children",
                column: "PurgeHeldOn");

            migrationBuilder.CreateIndex(
                name: "IX_children_children_PurgeOn",
                table: "children_children",
                column: "PurgeOn");

            migrationBuilder.CreateIndex(
                name: "IX_children_in_danger",
                table: "children_children",
                column: "District",
                filter: "Severity = 5");

            migrationBuilder.CreateIndex(
                name: "IX_children_search",
                table: "children_children",
                columns: new[] { "District", "Id", "State", "Territory", "Sex", "VeiledBirth", "SealNo", "SealedName" });

            migrationBuilder.CreateIndex(
                name: "IX_one_pin",
                table: "children_children",
                column: "PinToken",
                unique: true,
                filter: "PinToken <> 0 AND PinShared = 0 AND State = 'registered' AND District <> '99900000'");

            migrationBuilder.CreateIndex(
                name: "IX_children_disagreements_ChildId",
                table: "children_disagreements",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_children_drafts_ChildId",
                table: "children_drafts",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_children_known_asks_ChildId",
                table: "children_known_asks",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_children_look_ups_AboutId",
                table: "children_look_ups",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_children_look_ups_AskedBy_On_Kind_Question_AboutId",
                table: "children_look_ups",
                columns: new[] { "AskedBy", "On", "Kind", "Question", "AboutId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_children_look_ups_ChildId",
                table: "children_look_ups",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_children_merges_OtherId",
                table: "children_merges",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_open_merge",
                table: "children_merges",
                columns: new[] { "ChildId", "OtherId" },
                unique: true,
                filter: "State IN ('asked', 'decided', 'done')");

            migrationBuilder.CreateIndex(
                name: "IX_children_open_forms_ChildId",
                table: "children_open_forms",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_children_purge_decisions_On",
                table: "children_purge_decisions",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_children_register_refreshes_On",
                table: "children_register_refreshes",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_children_signal_news_SentBy_At_Id",
                table: "children_signal_news",
                columns: new[] { "SentBy", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_signal_news_SignalId",
                table: "children_signal_news",
                column: "SignalId");

            migrationBuilder.CreateIndex(
                name: "IX_children_signals_ChildId",
                table: "children_signals",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_children_signals_District_Status_Id",
                table: "children_signals",
                columns: new[] { "District", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_signals_District_Status_Urgency_Id",
                table: "children_signals",
                columns: new[] { "District", "Status", "Urgency", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_signals_Number",
                table: "children_signals",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_children_signals_ReportId",
                table: "children_signals",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_children_transfers_ChildId_Id",
                table: "children_transfers",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_transfers_FromId_Status",
                table: "children_transfers",
                columns: new[] { "FromId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_children_transfers_ToId_Status",
                table: "children_transfers",
                columns: new[] { "ToId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_open_transfer",
                table: "children_transfers",
                column: "CaseId",
                unique: true,
                filter: "Status = 'offered'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "children_attachment_files");

            migrationBuilder.DropTable(
                name: "children_card_changes");

            migrationBuilder.DropTable(
                name: "children_card_sections");

            migrationBuilder.DropTable(
                name: "children_case_events");

            migrationBuilder.DropTable(
                name: "children_case_requests");

            migrationBuilder.DropTable(
                name: "children_cases");

            migrationBuilder.DropTable(
                name: "children_changes");

            migrationBuilder.DropTable(
                name: "children_children");

            migrationBuilder.DropTable(
                name: "children_dictionary_items");

            migrationBuilder.DropTable(
                name: "children_disagreements");

            migrationBuilder.DropTable(
                name: "children_drafts");

            migrationBuilder.DropTable(
                name: "children_field_sources");

            migrationBuilder.DropTable(
                name: "children_further_fields");

            migrationBuilder.DropTable(
                name: "children_known_asks");

            migrationBuilder.DropTable(
                name: "children_look_ups");

            migrationBuilder.DropTable(
                name: "children_merges");

            migrationBuilder.DropTable(
                name: "children_number_series");

            migrationBuilder.DropTable(
                name: "children_open_forms");

            migrationBuilder.DropTable(
                name: "children_purge_decisions");

            migrationBuilder.DropTable(
                name: "children_register_refreshes");

            migrationBuilder.DropTable(
                name: "children_search_districts");

            migrationBuilder.DropTable(
                name: "children_search_entries");

            migrationBuilder.DropTable(
                name: "children_search_tokens");

            migrationBuilder.DropTable(
                name: "children_signal_news");

            migrationBuilder.DropTable(
                name: "children_signals");

            migrationBuilder.DropTable(
                name: "children_transfers");

            migrationBuilder.DropTable(
                name: "children_attachments");
        }
    }
}
