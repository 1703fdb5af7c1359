using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SessionsAndFactors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sign_in_failures",
                schema: "access");

            migrationBuilder.DropIndex(
                name: "IX_sessions_AccountId_StartedAt",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "Failures",
                schema: "access",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "LockedUntil",
                schema: "access",
                table: "accounts");

            migrationBuilder.AddColumn<DateTime>(
                name: "EndsAt",
                schema: "access",
                table: "sessions",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<byte[]>(
                name: "OutsidePass",
                schema: "access",
                table: "sessions",
                type: "binary(16)",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SeenAt",
                schema: "access",
                table: "sessions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "passkey_challenges",
                schema: "access",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    AccountId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    State = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passkey_challenges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "passkeys",
                schema: "access",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    AccountId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CredentialId = table.Column<byte[]>(type: "varbinary(1023)", maxLength: 1023, nullable: false),
                    CredentialHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SignCount = table.Column<long>(type: "bigint", nullable: false),
                    IsBackupEligible = table.Column<bool>(type: "bit", nullable: false),
                    IsBackedUp = table.Column<bool>(type: "bit", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passkeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                schema: "access",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    AccountId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_codes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sessions_AccountId_StartedAt_Id",
                schema: "access",
                table: "sessions",
                columns: new[] { "AccountId", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_sessions_OutsidePass",
                schema: "access",
                table: "sessions",
                column: "OutsidePass",
                unique: true,
                filter: "[OutsidePass] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_passkey_challenges_At",
                schema: "access",
                table: "passkey_challenges",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_AccountId",
                schema: "access",
                table: "passkeys",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_CredentialHash",
                schema: "access",
                table: "passkeys",
                column: "CredentialHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recovery_codes_AccountId_Hash",
                schema: "access",
                table: "recovery_codes",
                columns: new[] { "AccountId", "Hash" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "passkey_challenges",
                schema: "access");

            migrationBuilder.DropTable(
                name: "passkeys",
                schema: "access");

            migrationBuilder.DropTable(
                name: "recovery_codes",
                schema: "access");

            migrationBuilder.DropIndex(
                name: "IX_sessions_AccountId_StartedAt_Id",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "IX_sessions_OutsidePass",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "EndsAt",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "OutsidePass",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "SeenAt",
                schema: "access",
                table: "sessions");

            migrationBuilder.AddColumn<int>(
                name: "Failures",
                schema: "access",
                table: "accounts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "LockedUntil",
                schema: "access",
                table: "accounts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sign_in_failures",
                schema: "access",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Ip = table.Column<string>(type: "nvarchar(45)", maxLength: 45, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_failures", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sessions_AccountId_StartedAt",
                schema: "access",
                table: "sessions",
                columns: new[] { "AccountId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_failures_Ip_At",
                schema: "access",
                table: "sign_in_failures",
                columns: new[] { "Ip", "At" });
        }
    }
}
