using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SignalActors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "ActorBodyId",
                schema: "children",
                table: "signals",
                type: "binary(16)",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ReportId",
                schema: "children",
                table: "signals",
                type: "binary(16)",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_signals_ReportId",
                schema: "children",
                table: "signals",
                column: "ReportId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_signals_ReportId",
                schema: "children",
                table: "signals");

            migrationBuilder.DropColumn(
                name: "ActorBodyId",
                schema: "children",
                table: "signals");

            migrationBuilder.DropColumn(
                name: "ReportId",
                schema: "children",
                table: "signals");
        }
    }
}
