using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Institutions.Model.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "institutions_inspections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Findings = table.Column<string>(type: "TEXT", nullable: false),
                    MendBy = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institutions_inspections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "institutions_institution_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institutions_institution_events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "institutions_institutions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NameKy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Inn = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    Ownership = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Accreditation = table.Column<string>(type: "TEXT", nullable: true),
                    AccreditedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AccreditedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    Staff = table.Column<int>(type: "INTEGER", nullable: true),
                    Director = table.Column<string>(type: "TEXT", nullable: true),
                    Phone = table.Column<string>(type: "TEXT", nullable: true),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    Services = table.Column<string>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedBecause = table.Column<string>(type: "TEXT", nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OrderKy = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    OrderRu = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    StateHistory = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institutions_institutions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "institutions_placements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealNo = table.Column<int>(type: "INTEGER", nullable: false),
                    PlacedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    StateHistory = table.Column<string>(type: "TEXT", unicode: false, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institutions_placements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "institutions_siblings",
                columns: table => new
                {
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SiblingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institutions_siblings", x => new { x.ChildId, x.SiblingId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_institutions_inspections_InstitutionId_On",
                table: "institutions_inspections",
                columns: new[] { "InstitutionId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_institutions_institution_events_InstitutionId_Id",
                table: "institutions_institution_events",
                columns: new[] { "InstitutionId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_institutions_institutions_District",
                table: "institutions_institutions",
                column: "District");

            migrationBuilder.CreateIndex(
                name: "IX_institutions_institutions_Inn",
                table: "institutions_institutions",
                column: "Inn",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_institutions_institutions_OrderKy_Id",
                table: "institutions_institutions",
                columns: new[] { "OrderKy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_institutions_institutions_OrderRu_Id",
                table: "institutions_institutions",
                columns: new[] { "OrderRu", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_institutions_placements_CaseId",
                table: "institutions_placements",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_institutions_placements_ChildId",
                table: "institutions_placements",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_institutions_placements_District_Until_ReviewedOn_Id",
                table: "institutions_placements",
                columns: new[] { "District", "Until", "ReviewedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_institutions_placements_InstitutionId_Until",
                table: "institutions_placements",
                columns: new[] { "InstitutionId", "Until" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "institutions_inspections");

            migrationBuilder.DropTable(
                name: "institutions_institution_events");

            migrationBuilder.DropTable(
                name: "institutions_institutions");

            migrationBuilder.DropTable(
                name: "institutions_placements");

            migrationBuilder.DropTable(
                name: "institutions_siblings");
        }
    }
}
