using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Institutions;

/// <summary>Staff of a children's institution see it and who lives there, and nothing else [7, 25.1].</summary>
[Clause("7.territorial", "25.1")]
public sealed class ReadOwnInstitutionTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Staff_see_their_own_institution_and_the_children_who_live_there()
    {
        var staff = await _host.SignedInAsync("institution");
        var own = await staff.GetAsync("/api/institutions/own?size=100").JsonAsync();
        Assert.Equal("Ак-Суу балдар үйү", own.GetProperty("institution").Text("nameKy"));
        var children = own.GetProperty("children").GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(own.GetProperty("placed").GetInt32(), children.Count);
        Assert.All(children, c => Assert.NotEmpty(c.Text("fullName")));
        Assert.DoesNotContain("childId", own.GetRawText(), StringComparison.Ordinal);
        // a child who arrives is visible, one placed elsewhere is not
        var holder = await _host.SignedInAsync("holder.aksuu");
        var (here, elsewhere) = (
            (await holder.OpenCardAsync(Road.NewIdentity("Үйдө"))).Id("childId"),
            (await holder.OpenCardAsync(Road.NewIdentity("Башкада"))).Id("childId")
        );
        await holder.PlaceAsync(here, own.Id());
        await holder.PlaceAsync(elsewhere, await (await _host.SignedInAsync("admin")).RegisterInstitutionAsync(Road.AkSuu));
        var after = (await staff.GetAsync("/api/institutions/own?size=100").JsonAsync()).GetProperty("children").GetRawText();
        Assert.Contains("Үйдө", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Башкада", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_children_stand_in_the_order_in_which_they_came()
    {
        var (staff, holder) = (await _host.SignedInAsync("institution"), await _host.SignedInAsync("holder.aksuu"));
        var own = (await staff.GetAsync("/api/institutions/own").JsonAsync()).Id();
        foreach (var (surname, from) in new[] { ("Кийинкиева", "2026-11-22"), ("Мурункуева", "2026-11-20") })
            await holder.PlaceAsync((await holder.OpenCardAsync(Road.NewIdentity(surname))).Id("childId"), own, from);
        var came = (await staff.GetAsync("/api/institutions/own?size=100").JsonAsync())
            .GetProperty("children")
            .GetProperty("items")
            .EnumerateArray()
            .Select(c => c.Text("from"))
            .ToList();
        Assert.Equal(came.Order(StringComparer.Ordinal), came);
        Assert.Equal(["2026-11-20", "2026-11-22"], came.Where(d => d is "2026-11-20" or "2026-11-22"));
    }

    [Fact]
    public async Task Nobody_else_asks_this_way_and_staff_open_no_card()
    {
        var staff = await _host.SignedInAsync("institution");
        var holder = await _host.SignedInAsync("holder.aksuu");
        Assert.Equal(HttpStatusCode.Forbidden, (await holder.GetAsync("/api/institutions/own")).StatusCode);
        var child = (await holder.OpenCardAsync()).Id("childId");
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync($"/api/children/cards/{child}")).StatusCode);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
