using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SessionsAndFactors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_sign_in_failures");

            migrationBuilder.DropIndex(
                name: "IX_access_sessions_AccountId_StartedAt",
                table: "access_sessions");

            migrationBuilder.DropColumn(
                name: "Failures",
                table: "access_accounts");

            migrationBuilder.DropColumn(
                name: "LockedUntil",
                table: "access_accounts");

            migrationBuilder.AddColumn<DateTime>(
                name: "EndsAt",
                table: "access_sessions",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<Guid>(
                name: "OutsidePass",
                table: "access_sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SeenAt",
                table: "access_sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "access_passkey_challenges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_passkey_challenges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "access_passkeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1023, nullable: false),
                    CredentialHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SignCount = table.Column<long>(type: "INTEGER", nullable: false),
                    IsBackupEligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsBackedUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_passkeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "access_recovery_codes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_recovery_codes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_sessions_AccountId_StartedAt_Id",
                table: "access_sessions",
                columns: new[] { "AccountId", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_access_sessions_OutsidePass",
                table: "access_sessions",
                column: "OutsidePass",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_passkey_challenges_At",
                table: "access_passkey_challenges",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_access_passkeys_AccountId",
                table: "access_passkeys",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_access_passkeys_CredentialHash",
                table: "access_passkeys",
                column: "CredentialHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_recovery_codes_AccountId_Hash",
                table: "access_recovery_codes",
                columns: new[] { "AccountId", "Hash" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_passkey_challenges");

            migrationBuilder.DropTable(
                name: "access_passkeys");

            migrationBuilder.DropTable(
                name: "access_recovery_codes");

            migrationBuilder.DropIndex(
                name: "IX_access_sessions_AccountId_StartedAt_Id",
                table: "access_sessions");

            migrationBuilder.DropIndex(
                name: "IX_access_sessions_OutsidePass",
                table: "access_sessions");

            migrationBuilder.DropColumn(
                name: "EndsAt",
                table: "access_sessions");

            migrationBuilder.DropColumn(
                name: "OutsidePass",
                table: "access_sessions");

            migrationBuilder.DropColumn(
                name: "SeenAt",
                table: "access_sessions");

            migrationBuilder.AddColumn<int>(
                name: "Failures",
                table: "access_accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "LockedUntil",
                table: "access_accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "access_sign_in_failures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ip = table.Column<string>(type: "TEXT", maxLength: 45, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_sign_in_failures", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_sessions_AccountId_StartedAt",
                table: "access_sessions",
                columns: new[] { "AccountId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_access_sign_in_failures_Ip_At",
                table: "access_sign_in_failures",
                columns: new[] { "Ip", "At" });
        }
    }
}
