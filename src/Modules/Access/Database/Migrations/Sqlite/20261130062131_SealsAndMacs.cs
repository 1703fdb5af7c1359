using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SealsAndMacs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "access_specialists",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                table: "access_specialists",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "access_specialists",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "access_sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "access_sealed_readers",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                table: "access_sealed_readers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "access_requests",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                table: "access_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "access_recovery_codes",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "access_provider_keys",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "access_passkeys",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "access_job_schedules",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                table: "access_job_schedules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "access_job_schedules",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "access_clients",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                table: "access_clients",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "access_bodies",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                table: "access_bodies",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                table: "access_accounts",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                table: "access_accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                table: "access_accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Mac",
                table: "access_specialists");

            migrationBuilder.DropColumn(
                name: "MacNo",
                table: "access_specialists");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "access_specialists");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "access_sessions");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "access_sealed_readers");

            migrationBuilder.DropColumn(
                name: "MacNo",
                table: "access_sealed_readers");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "access_requests");

            migrationBuilder.DropColumn(
                name: "MacNo",
                table: "access_requests");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "access_recovery_codes");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "access_provider_keys");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "access_passkeys");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "access_job_schedules");

            migrationBuilder.DropColumn(
                name: "MacNo",
                table: "access_job_schedules");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "access_job_schedules");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "access_clients");

            migrationBuilder.DropColumn(
                name: "MacNo",
                table: "access_clients");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "access_bodies");

            migrationBuilder.DropColumn(
                name: "MacNo",
                table: "access_bodies");

            migrationBuilder.DropColumn(
                name: "Mac",
                table: "access_accounts");

            migrationBuilder.DropColumn(
                name: "MacNo",
                table: "access_accounts");

            migrationBuilder.DropColumn(
                name: "SealNo",
                table: "access_accounts");
        }
    }
}
