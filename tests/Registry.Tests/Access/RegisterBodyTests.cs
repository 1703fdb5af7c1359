using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Collection("host")]
[Clause("5.bodies", "16.1", "16.2")]
public sealed class RegisterBodyTests(RegistryHost host)
{
    internal static object Body(string inn, string nameRu = "Орган для проверки", object[]? departments = null) =>
        new
        {
            nameKy = "Текшерүү органы",
            nameRu,
            inn,
            address = "Каракол ш.",
            kind = "education",
            level = "local",
            territory = Road.AkSuu,
            departments = departments ?? [],
        };

    [Fact]
    public async Task Keeps_names_number_address_and_structure()
    {
        var admin = await host.SignedInAsync("admin");
        var (top, below) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        object[] structure =
        [
            new
            {
                id = top,
                parentId = (Guid?)null,
                nameKy = "Бөлүм",
                nameRu = "Отдел",
            },
            new
            {
                id = below,
                parentId = (Guid?)top,
                nameKy = "Сектор",
                nameRu = "Сектор",
            },
        ];
        var id = (
            await admin
                .PostAsync("/api/access/bodies", new { body = Body("00101202600001", departments: structure) })
                .JsonAsync(HttpStatusCode.Created)
        ).Id();
        var body = (await admin.GetAsync($"/api/access/bodies/{id}").JsonAsync()).GetProperty("body");
        Assert.Equal("00101202600001", body.Text("inn"));
        Assert.Equal("Каракол ш.", body.Text("address"));
        Assert.Equal([top, below], body.GetProperty("departments").EnumerateArray().Select(d => d.Id()));
    }

    [Fact]
    public async Task Refuses_wrong_data_at_their_fields()
    {
        var admin = await host.SignedInAsync("admin");
        var problem = await admin
            .PostAsync(
                "/api/access/bodies",
                new
                {
                    body = new
                    {
                        nameKy = "",
                        nameRu = "x",
                        inn = "12",
                        address = "",
                        kind = "education",
                        level = "local",
                        territory = "x",
                    },
                }
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("field.required", problem.CodeAt("body.nameKy"));
        Assert.Equal("inn.wrong-format", problem.CodeAt("body.inn"));
        Assert.Equal("field.required", problem.CodeAt("body.address"));
        Assert.Equal("territory.unknown", problem.CodeAt("body.territory"));
    }

    [Fact]
    public async Task Refuses_a_structure_that_is_no_tree()
    {
        var admin = await host.SignedInAsync("admin");
        var (a, b) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        object[] ring =
        [
            new
            {
                id = a,
                parentId = (Guid?)b,
                nameKy = "А",
                nameRu = "А",
            },
            new
            {
                id = b,
                parentId = (Guid?)a,
                nameKy = "Б",
                nameRu = "Б",
            },
        ];
        var problem = await admin
            .PostAsync("/api/access/bodies", new { body = Body("00101202600002", departments: ring) })
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("department.unknown-parent", problem.Text("code"));
    }

    [Fact]
    public async Task Refuses_a_second_body_of_the_same_number()
    {
        var admin = await host.SignedInAsync("admin");
        await admin.PostAsync("/api/access/bodies", new { body = Body("00101202600003") }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await admin.PostAsync("/api/access/bodies", new { body = Body("00101202600003") })).StatusCode
        );
    }
}
