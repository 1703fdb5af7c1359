using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PausedByTwo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "PauseAskedAt",
                schema: "access",
                table: "job_schedules",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "PauseAskedBy",
                schema: "access",
                table: "job_schedules",
                type: "binary(16)",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedPauseReason",
                schema: "access",
                table: "job_schedules",
                type: "varbinary(max)",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PauseAskedAt",
                schema: "access",
                table: "job_schedules");

            migrationBuilder.DropColumn(
                name: "PauseAskedBy",
                schema: "access",
                table: "job_schedules");

            migrationBuilder.DropColumn(
                name: "SealedPauseReason",
                schema: "access",
                table: "job_schedules");
        }
    }
}
