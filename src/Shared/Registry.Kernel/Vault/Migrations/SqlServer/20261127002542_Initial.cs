using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Kernel.Vault.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "subject_keys",
                columns: table => new
                {
                    SubjectId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    MasterKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subject_keys", x => x.SubjectId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_subject_keys_MasterKey",
                table: "subject_keys",
                column: "MasterKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "subject_keys");
        }
    }
}
