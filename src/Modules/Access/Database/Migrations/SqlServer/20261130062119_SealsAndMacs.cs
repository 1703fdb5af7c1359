using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SealsAndMacs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "access",
                table: "specialists",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                schema: "access",
                table: "specialists",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "access",
                table: "specialists",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "access",
                table: "sessions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "access",
                table: "sealed_readers",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                schema: "access",
                table: "sealed_readers",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "access",
                table: "requests",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                schema: "access",
                table: "requests",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "access",
                table: "recovery_codes",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "access",
                table: "provider_keys",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "access",
                table: "passkeys",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "access",
                table: "job_schedules",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                schema: "access",
                table: "job_schedules",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "access",
                table: "job_schedules",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "access",
                table: "clients",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                schema: "access",
                table: "clients",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "access",
                table: "bodies",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                schema: "access",
                table: "bodies",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Mac",
                schema: "access",
                table: "accounts",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "MacNo",
                schema: "access",
                table: "accounts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SealNo",
                schema: "access",
                table: "accounts",
                type: "int",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "access",
                table: "specialists");

            migrationBuilder.DropColumn(
                name: "MacNo",
                schema: "access",
                table: "specialists");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "access",
                table: "specialists");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "access",
                table: "sealed_readers");

            migrationBuilder.DropColumn(
                name: "MacNo",
                schema: "access",
                table: "sealed_readers");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "access",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "MacNo",
                schema: "access",
                table: "requests");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "access",
                table: "recovery_codes");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "access",
                table: "provider_keys");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "access",
                table: "passkeys");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "access",
                table: "job_schedules");

            migrationBuilder.DropColumn(
                name: "MacNo",
                schema: "access",
                table: "job_schedules");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "access",
                table: "job_schedules");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "access",
                table: "clients");

            migrationBuilder.DropColumn(
                name: "MacNo",
                schema: "access",
                table: "clients");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "access",
                table: "bodies");

            migrationBuilder.DropColumn(
                name: "MacNo",
                schema: "access",
                table: "bodies");

            migrationBuilder.DropColumn(
                name: "Mac",
                schema: "access",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "MacNo",
                schema: "access",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "SealNo",
                schema: "access",
                table: "accounts");
        }
    }
}
