using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Integration.Model.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "integration_disclosures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Asker = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Wanted = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    Granted = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RegisteredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    GivenAs = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    GivenOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GivenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SystemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SnapshotHash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_integration_disclosures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "integration_recipient_notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Cause = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    MergeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ToldBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_integration_recipient_notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "integration_register_exchanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByTheBase = table.Column<bool>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    SealedReply = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_integration_register_exchanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "integration_register_services",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Protocol = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Member = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ServiceVersion = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Namespace = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Path = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Mapping = table.Column<string>(type: "TEXT", nullable: false),
                    Assumed = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_integration_register_services", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "integration_disclosure_snapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_integration_disclosure_snapshots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_integration_disclosure_snapshots_integration_disclosures_Id",
                        column: x => x.Id,
                        principalTable: "integration_disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_integration_disclosures_ChildId_Id",
                table: "integration_disclosures",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_integration_disclosures_District_Status_RegisteredAt",
                table: "integration_disclosures",
                columns: new[] { "District", "Status", "RegisteredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_integration_disclosures_Number",
                table: "integration_disclosures",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_integration_disclosures_SystemId_GivenOn",
                table: "integration_disclosures",
                columns: new[] { "SystemId", "GivenOn" });

            migrationBuilder.CreateIndex(
                name: "IX_integration_recipient_notices_ChildId",
                table: "integration_recipient_notices",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_integration_recipient_notices_District_Id",
                table: "integration_recipient_notices",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_integration_recipient_notices_MergeId",
                table: "integration_recipient_notices",
                column: "MergeId");

            migrationBuilder.CreateIndex(
                name: "IX_owed_notice",
                table: "integration_recipient_notices",
                column: "DisclosureId",
                unique: true,
                filter: "State = 'owed'");

            migrationBuilder.CreateIndex(
                name: "IX_integration_register_exchanges_AskId",
                table: "integration_register_exchanges",
                column: "AskId");

            migrationBuilder.CreateIndex(
                name: "IX_integration_register_exchanges_ChildId_At",
                table: "integration_register_exchanges",
                columns: new[] { "ChildId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_integration_register_exchanges_Kind_At",
                table: "integration_register_exchanges",
                columns: new[] { "Kind", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "integration_disclosure_snapshots");

            migrationBuilder.DropTable(
                name: "integration_recipient_notices");

            migrationBuilder.DropTable(
                name: "integration_register_exchanges");

            migrationBuilder.DropTable(
                name: "integration_register_services");

            migrationBuilder.DropTable(
                name: "integration_disclosures");
        }
    }
}
