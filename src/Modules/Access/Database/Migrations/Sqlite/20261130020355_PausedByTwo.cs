using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PausedByTwo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "PauseAskedAt",
                table: "access_job_schedules",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PauseAskedBy",
                table: "access_job_schedules",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedPauseReason",
                table: "access_job_schedules",
                type: "BLOB",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PauseAskedAt",
                table: "access_job_schedules");

            migrationBuilder.DropColumn(
                name: "PauseAskedBy",
                table: "access_job_schedules");

            migrationBuilder.DropColumn(
                name: "SealedPauseReason",
                table: "access_job_schedules");
        }
    }
}
