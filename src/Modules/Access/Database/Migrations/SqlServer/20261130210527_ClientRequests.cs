using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ClientRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AskedAt",
                schema: "access",
                table: "clients",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "AskedBy",
                schema: "access",
                table: "clients",
                type: "binary(16)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AskedData",
                schema: "access",
                table: "clients",
                type: "nvarchar(max)",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AskedAt",
                schema: "access",
                table: "clients");

            migrationBuilder.DropColumn(
                name: "AskedBy",
                schema: "access",
                table: "clients");

            migrationBuilder.DropColumn(
                name: "AskedData",
                schema: "access",
                table: "clients");
        }
    }
}
