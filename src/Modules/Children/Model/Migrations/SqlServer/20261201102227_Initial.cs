using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Model.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "children");

            migrationBuilder.CreateTable(
                name: "attachments",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    To = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    AboutId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Format = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Size = table.Column<int>(type: "int", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    AddedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "card_changes",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Section = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SealedBefore = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    SealedAfter = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_card_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "card_sections",
                schema: "children",
                columns: table => new
                {
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Code = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    Expected = table.Column<int>(type: "int", nullable: false),
                    Filled = table.Column<int>(type: "int", nullable: false),
                    Explained = table.Column<int>(type: "int", nullable: false),
                    Missing = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_card_sections", x => new { x.ChildId, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "case_events",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_events", x => x.Id);
                });

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
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    WrongAt = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Settling = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AnsweredBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SettledBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    SettledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_requests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    FoundTerritory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    SealedFrom = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: true),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    InformationOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ResponsibleId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    BodyId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Risk = table.Column<int>(type: "int", nullable: false),
                    JudgedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FoundHistory = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    StateHistory = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "changes",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    LearnedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    ReportedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EnteredBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SealedName = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    SealedOtherNames = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Sex = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    BirthYear = table.Column<int>(type: "int", nullable: true),
                    VeiledBirth = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    VeiledCounted = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    MergedInto = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    HasDisability = table.Column<bool>(type: "bit", nullable: true),
                    ParentsAbroad = table.Column<bool>(type: "bit", nullable: false),
                    Completeness = table.Column<int>(type: "int", nullable: false),
                    ChangedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BirthDateEstimated = table.Column<bool>(type: "bit", nullable: false),
                    BirthDateInDoubt = table.Column<bool>(type: "bit", nullable: false),
                    PinToken = table.Column<long>(type: "bigint", nullable: true),
                    PinShared = table.Column<bool>(type: "bit", nullable: false),
                    Severity = table.Column<int>(type: "int", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PurgeAnnouncedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PurgeOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PurgeHeldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    PurgeBirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Causes = table.Column<string>(type: "varchar(1000)", unicode: false, maxLength: 1000, nullable: false),
                    Statuses = table.Column<string>(type: "varchar(1000)", unicode: false, maxLength: 1000, nullable: false),
                    StateHistory = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "dictionary_items",
                schema: "children",
                columns: table => new
                {
                    Dictionary = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    NameKy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    NameRu = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dictionary_items", x => new { x.Dictionary, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "disagreements",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    AskId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Section = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SeenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    SettledBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disagreements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                schema: "children",
                columns: table => new
                {
                    AccountId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Writer = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drafts", x => new { x.AccountId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "field_sources",
                schema: "children",
                columns: table => new
                {
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Section = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SealedValue = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    RequestId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TakenBy = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_field_sources", x => new { x.ChildId, x.Section, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "further_fields",
                schema: "children",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    NameKy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    NameRu = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Choices = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Order = table.Column<int>(type: "int", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_further_fields", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "known_asks",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ClientId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SealedGround = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_asks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "look_ups",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    AskedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AboutId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Question = table.Column<long>(type: "bigint", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SealNo = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_look_ups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "merges",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    OtherId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AskedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    EndedCaseId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_merges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                schema: "children",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_series", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "open_forms",
                schema: "children",
                columns: table => new
                {
                    AccountId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    SpecialistId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_open_forms", x => new { x.AccountId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "purge_decisions",
                schema: "children",
                columns: table => new
                {
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Ruling = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Reasons = table.Column<string>(type: "varchar(400)", unicode: false, maxLength: 400, nullable: false),
                    SealedReason = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Mac = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_purge_decisions", x => x.ChildId);
                });

            migrationBuilder.CreateTable(
                name: "register_refreshes",
                schema: "children",
                columns: table => new
                {
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_refreshes", x => x.ChildId);
                });

            migrationBuilder.CreateTable(
                name: "search_districts",
                schema: "children",
                columns: table => new
                {
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_districts", x => x.District);
                });

            migrationBuilder.CreateTable(
                name: "search_entries",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SealedTokens = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_entries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "search_tokens",
                schema: "children",
                columns: table => new
                {
                    Token = table.Column<long>(type: "bigint", nullable: false),
                    High = table.Column<long>(type: "bigint", nullable: false),
                    Low = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_tokens", x => new { x.Token, x.High, x.Low });
                });

            migrationBuilder.CreateTable(
                name: "signal_news",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SignalId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SentBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signal_news", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "signals",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Source = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Urgency = table.Column<int>(type: "int", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FoundOnInDoubt = table.Column<bool>(type: "bit", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    FoundTerritory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    ActorBodyId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    ReportId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    UnfoundedReason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    RegisteredBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProcessedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FoundHistory = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    StateHistory = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "transfers",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FromTerritory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    ToTerritory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    FromId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ToId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    OfferedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transfers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "attachment_files",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SealedBytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachment_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_attachment_files_attachments_Id",
                        column: x => x.Id,
                        principalSchema: "children",
                        principalTable: "attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_attachments_AboutId",
                schema: "children",
                table: "attachments",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_ChildId_Id",
                schema: "children",
                table: "attachments",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_card_changes_ChildId_Id",
                schema: "children",
                table: "card_changes",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_case_events_CaseId",
                schema: "children",
                table: "case_events",
                column: "CaseId");

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
                filter: "Status IN ('asked', 'conflict')");

            migrationBuilder.CreateIndex(
                name: "IX_cases_ChildId_Number",
                schema: "children",
                table: "cases",
                columns: new[] { "ChildId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_District_Id",
                schema: "children",
                table: "cases",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_Number",
                schema: "children",
                table: "cases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_changes_ChildId_Id",
                schema: "children",
                table: "changes",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_BirthYear",
                schema: "children",
                table: "children",
                column: "BirthYear");

            migrationBuilder.CreateIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children",
                columns: new[] { "District", "Id" })
                .Annotation("SqlServer:Include", new[] { "State", "Territory", "Sex", "VeiledBirth", "SealNo", "SealedName" });

            migrationBuilder.CreateIndex(
                name: "IX_children_in_danger",
                schema: "children",
                table: "children",
                column: "District",
                filter: "Severity = 5");

            migrationBuilder.CreateIndex(
                name: "IX_children_MergedInto",
                schema: "children",
                table: "children",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_children_PurgeHeldOn",
                schema: "children",
                table: "children",
                column: "PurgeHeldOn");

            migrationBuilder.CreateIndex(
                name: "IX_children_PurgeOn",
                schema: "children",
                table: "children",
                column: "PurgeOn");

            migrationBuilder.CreateIndex(
                name: "IX_one_pin",
                schema: "children",
                table: "children",
                column: "PinToken",
                unique: true,
                filter: "PinToken <> 0 AND PinShared = 0 AND State = 'registered' AND District <> '99900000'");

            migrationBuilder.CreateIndex(
                name: "IX_disagreements_ChildId",
                schema: "children",
                table: "disagreements",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_drafts_ChildId",
                schema: "children",
                table: "drafts",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_known_asks_ChildId",
                schema: "children",
                table: "known_asks",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_look_ups_AboutId",
                schema: "children",
                table: "look_ups",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_look_ups_AskedBy_On_Kind_Question_AboutId",
                schema: "children",
                table: "look_ups",
                columns: new[] { "AskedBy", "On", "Kind", "Question", "AboutId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_look_ups_ChildId",
                schema: "children",
                table: "look_ups",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_merges_OtherId",
                schema: "children",
                table: "merges",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_open_merge",
                schema: "children",
                table: "merges",
                columns: new[] { "ChildId", "OtherId" },
                unique: true,
                filter: "State IN ('asked', 'decided', 'done')");

            migrationBuilder.CreateIndex(
                name: "IX_open_forms_ChildId",
                schema: "children",
                table: "open_forms",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_purge_decisions_On",
                schema: "children",
                table: "purge_decisions",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_register_refreshes_On",
                schema: "children",
                table: "register_refreshes",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_signal_news_SentBy_At_Id",
                schema: "children",
                table: "signal_news",
                columns: new[] { "SentBy", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_signal_news_SignalId",
                schema: "children",
                table: "signal_news",
                column: "SignalId");

            migrationBuilder.CreateIndex(
                name: "IX_signals_ChildId",
                schema: "children",
                table: "signals",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_signals_District_Status_Id",
                schema: "children",
                table: "signals",
                columns: new[] { "District", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_signals_District_Status_Urgency_Id",
                schema: "children",
                table: "signals",
                columns: new[] { "District", "Status", "Urgency", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_signals_Number",
                schema: "children",
                table: "signals",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_signals_ReportId",
                schema: "children",
                table: "signals",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_open_transfer",
                schema: "children",
                table: "transfers",
                column: "CaseId",
                unique: true,
                filter: "Status = 'offered'");

            migrationBuilder.CreateIndex(
                name: "IX_transfers_ChildId_Id",
                schema: "children",
                table: "transfers",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_FromId_Status",
                schema: "children",
                table: "transfers",
                columns: new[] { "FromId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_ToId_Status",
                schema: "children",
                table: "transfers",
                columns: new[] { "ToId", "Status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attachment_files",
                schema: "children");

            migrationBuilder.DropTable(
                name: "card_changes",
                schema: "children");

            migrationBuilder.DropTable(
                name: "card_sections",
                schema: "children");

            migrationBuilder.DropTable(
                name: "case_events",
                schema: "children");

            migrationBuilder.DropTable(
                name: "case_requests",
                schema: "children");

            migrationBuilder.DropTable(
                name: "cases",
                schema: "children");

            migrationBuilder.DropTable(
                name: "changes",
                schema: "children");

            migrationBuilder.DropTable(
                name: "children",
                schema: "children");

            migrationBuilder.DropTable(
                name: "dictionary_items",
                schema: "children");

            migrationBuilder.DropTable(
                name: "disagreements",
                schema: "children");

            migrationBuilder.DropTable(
                name: "drafts",
                schema: "children");

            migrationBuilder.DropTable(
                name: "field_sources",
                schema: "children");

            migrationBuilder.DropTable(
                name: "further_fields",
                schema: "children");

            migrationBuilder.DropTable(
                name: "known_asks",
                schema: "children");

            migrationBuilder.DropTable(
                name: "look_ups",
                schema: "children");

            migrationBuilder.DropTable(
                name: "merges",
                schema: "children");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "children");

            migrationBuilder.DropTable(
                name: "open_forms",
                schema: "children");

            migrationBuilder.DropTable(
                name: "purge_decisions",
                schema: "children");

            migrationBuilder.DropTable(
                name: "register_refreshes",
                schema: "children");

            migrationBuilder.DropTable(
                name: "search_districts",
                schema: "children");

            migrationBuilder.DropTable(
                name: "search_entries",
                schema: "children");

            migrationBuilder.DropTable(
                name: "search_tokens",
                schema: "children");

            migrationBuilder.DropTable(
                name: "signal_news",
                schema: "children");

            migrationBuilder.DropTable(
                name: "signals",
                schema: "children");

            migrationBuilder.DropTable(
                name: "transfers",
                schema: "children");

            migrationBuilder.DropTable(
                name: "attachments",
                schema: "children");
        }
    }
}
