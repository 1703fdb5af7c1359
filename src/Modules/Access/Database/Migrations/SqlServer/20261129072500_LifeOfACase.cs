using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class LifeOfACase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "FailingSince",
                schema: "access",
                table: "job_schedules",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Failures",
                schema: "access",
                table: "job_schedules",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetryAt",
                schema: "access",
                table: "job_schedules",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SuspendReason",
                schema: "access",
                table: "bodies",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SuspendedAt",
                schema: "access",
                table: "bodies",
                type: "datetime2",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FailingSince",
                schema: "access",
                table: "job_schedules");

            migrationBuilder.DropColumn(
                name: "Failures",
                schema: "access",
                table: "job_schedules");

            migrationBuilder.DropColumn(
                name: "RetryAt",
                schema: "access",
                table: "job_schedules");

            migrationBuilder.DropColumn(
                name: "SuspendReason",
                schema: "access",
                table: "bodies");

            migrationBuilder.DropColumn(
                name: "SuspendedAt",
                schema: "access",
                table: "bodies");
        }
    }
}
