using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Collection("host")]
[Clause("16.3", "16.4")]
public sealed class RegisterSpecialistTests(RegistryHost host)
{
    [Fact]
    public async Task Keeps_name_number_and_position_and_shows_the_number_only_to_the_administrator()
    {
        var admin = await host.SignedInAsync("admin");
        var body = (await admin.GetAsync("/api/access/bodies").JsonAsync()).GetProperty("items")[0].Id();
        var id = (
            await admin
                .PostAsync(
                    "/api/access/specialists",
                    new
                    {
                        specialist = new
                        {
                            bodyId = body,
                            surname = "Сынов",
                            name = "Үсөн",
                            patronymic = "Асан уулу",
                            pin = "20101198000001",
                            position = "Башкы адис",
                        },
                    }
                )
                .JsonAsync(HttpStatusCode.Created)
        ).Id();
        var specialist = (await admin.GetAsync($"/api/access/specialists/{id}").JsonAsync()).GetProperty("specialist");
        Assert.Equal("20101198000001", specialist.Text("pin"));
        Assert.Equal("Башкы адис", specialist.Text("position"));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await host.SignedInAsync("ministry")).GetAsync($"/api/access/specialists/{id}")).StatusCode
        );
    }

    [Fact]
    public async Task Refuses_wrong_data_at_their_fields()
    {
        var admin = await host.SignedInAsync("admin");
        var problem = await admin
            .PostAsync(
                "/api/access/specialists",
                new
                {
                    specialist = new
                    {
                        bodyId = Guid.CreateVersion7(),
                        surname = "",
                        name = "Үсөн",
                        pin = "123",
                        position = "",
                        email = "почта",
                    },
                }
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("field.required", problem.CodeAt("specialist.surname"));
        Assert.Equal("pin.wrong-format", problem.CodeAt("specialist.pin"));
        Assert.Equal("field.required", problem.CodeAt("specialist.position"));
        Assert.Equal("field.not-an-email", problem.CodeAt("specialist.email"));
    }
}
