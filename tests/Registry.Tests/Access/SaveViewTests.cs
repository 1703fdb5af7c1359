using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

public sealed class SaveViewTests : IAsyncLifetime
{
    private const string Views = "/api/access/me/views";
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await _host.SignedInAsync("holder.aksuu");

    private static Task<HttpResponseMessage> SaveAsync(HttpClient user, string name, string query, string screen = "work") =>
        user.PutAsync(
            Views,
            new
            {
                screen,
                name,
                query,
            }
        );

    private static async Task<List<(string Name, string Query)>> ListAsync(HttpClient user, string screen = "work") =>
        [
            .. (await user.GetAsync($"{Views}?screen={screen}").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Select(v => (v.Text("name"), v.Text("query"))),
        ];

    [Fact]
    public async Task A_view_is_its_owners_alone_by_list_and_its_name_takes_new_filters()
    {
        await SaveAsync(_holder, "Кечиккендер", "due=late&step=process-report").JsonAsync();
        await SaveAsync(_holder, "Башка тизме", "status=new", "signals").JsonAsync();
        await SaveAsync(_holder, "Кечиккендер", "due=late&whose=mine").JsonAsync();
        Assert.Equal([("Кечиккендер", "due=late&whose=mine")], await ListAsync(_holder));
        Assert.Equal([("Башка тизме", "status=new")], await ListAsync(_holder, "signals"));
        var other = await _host.SignedInAsync("holder.alamudun");
        Assert.Empty(await ListAsync(other));
    }

    [Fact]
    public async Task Only_its_owner_forgets_a_view()
    {
        var id = (await SaveAsync(_holder, "Бүгүн", "due=today").JsonAsync()).Id();
        var other = await _host.SignedInAsync("holder.alamudun");
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"{Views}/{id}")).StatusCode);
        Assert.Single(await ListAsync(_holder));
        Assert.Equal(HttpStatusCode.NoContent, (await _holder.DeleteAsync($"{Views}/{id}")).StatusCode);
        Assert.Empty(await ListAsync(_holder));
    }

    [Theory]
    [InlineData("q=Асанов Айбек")]
    [InlineData("q=%D0%90%D1%81%D0%B0%D0%BD")]
    [InlineData("due")]
    [InlineData("due=late&")]
    public async Task Refuses_what_is_no_filter_of_codes(string query)
    {
        var refused = await SaveAsync(_holder, "x", query).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("view.codes-only", refused.CodeAt("query"));
    }

    [Fact]
    public async Task Refuses_a_nameless_view_and_the_twenty_first_of_a_list()
    {
        Assert.NotNull((await SaveAsync(_holder, "", "due=late").JsonAsync(HttpStatusCode.BadRequest)).CodeAt("name"));
        for (var i = 0; i < 20; i++)
            await SaveAsync(_holder, $"{i}", "due=late").JsonAsync();
        Assert.Equal("view.too-many", (await SaveAsync(_holder, "20", "due=late").JsonAsync(HttpStatusCode.Conflict)).CodeAt("name"));
        await SaveAsync(_holder, "19", "due=today").JsonAsync();
    }

    public async Task DisposeAsync()
    {
        _holder.Dispose();
        await _host.DisposeAsync();
    }
}
