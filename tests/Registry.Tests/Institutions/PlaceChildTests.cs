using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Platform.Events;
using Registry.Platform.Keys;
using Registry.Tests.Host;

namespace Registry.Tests.Institutions;

[Clause("17.3")]
public sealed class PlaceChildTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _admin = null!;
    private HttpClient _holder = null!;
    private Guid _institution;
    private Guid _child;

    public async Task InitializeAsync()
    {
        _admin = await _host.SignedInAsync("admin");
        _holder = await _host.SignedInAsync("holder.aksuu");
        _institution = await _admin.RegisterInstitutionAsync(capacity: 1);
        _child = (await _holder.OpenCardAsync()).Id("childId");
    }

    private string Placements => $"/api/institutions/placements/of-child/{_child}";

    private async Task<string?> RefusedAsync(object placement) =>
        (await _holder.PostAsync(Placements, placement).JsonAsync(HttpStatusCode.Conflict)).Text("code");

    [Fact]
    public async Task A_child_lives_in_one_place_at_a_time()
    {
        var first = await _holder.PlaceAsync(_child, _institution);
        Assert.Equal("placement.not-left-yet", await RefusedAsync(Homes.Placement(null, "2026-11-21", "kin", "Чоң энеси")));
        await _holder.LeaveAsync(_child, first);
        Assert.Equal("placement.overlaps", await RefusedAsync(Homes.Placement(null, "2026-11-21", "kin", "Чоң энеси")));
        await _holder.PostAsync(Placements, Homes.Placement(null, "2026-11-22", "kin", "Чоң энеси")).JsonAsync(HttpStatusCode.Created);
    }

    /// <summary>An exact number of places, watched from day to day, would reveal each child who comes and goes.</summary>
    [Fact]
    public async Task Of_places_elsewhere_it_is_told_only_whether_there_are_some()
    {
        async Task<JsonElement> PlaceAsync(Guid institution) =>
            (await _holder.GetAsync("/api/institutions/places").JsonAsync())
                .GetProperty("items")
                .EnumerateArray()
                .Single(p => p.Id() == institution);
        var (few, enough) = (await _admin.RegisterInstitutionAsync(capacity: 4), await _admin.RegisterInstitutionAsync(capacity: 5));
        Assert.Equal("few", (await PlaceAsync(few)).Text("vacancy"));
        Assert.Equal("enough", (await PlaceAsync(enough)).Text("vacancy"));
        Assert.Equal("few", (await PlaceAsync(_institution)).Text("vacancy"));
        await _holder.PlaceAsync(_child, _institution);
        var place = await PlaceAsync(_institution);
        Assert.Equal("none", place.Text("vacancy"));
        Assert.DoesNotContain(place.EnumerateObject(), p => p.Value.ValueKind is JsonValueKind.Number);
    }

    [Fact]
    public async Task Days_between_two_places_are_explained()
    {
        var first = await _holder.PlaceAsync(_child, _institution, "2026-11-01");
        await _holder.LeaveAsync(_child, first, "2026-11-10");
        Assert.Equal("placement.gap-unexplained", await RefusedAsync(Homes.Placement(_institution, "2026-11-20")));
        var said = Homes.Placement(_institution, "2026-11-20", gap: "Ооруканада дарыланган");
        await _holder.PostAsync(Placements, said).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Beyond_capacity_only_with_a_stated_reason()
    {
        var other = (await _holder.OpenCardAsync(Road.NewIdentity("Башкаева", "Айгүл"))).Id("childId");
        await _holder.PlaceAsync(other, _institution);
        Assert.Equal("placement.full", await RefusedAsync(Homes.Placement(_institution)));
        var said = Homes.Placement(_institution, beyondCapacity: "Бир тууганы ушул жерде");
        await _holder.PostAsync(Placements, said).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Two_children_do_not_take_the_last_place_at_once()
    {
        var other = (await _holder.OpenCardAsync(Road.NewIdentity("Башкаева", "Айгүл"))).Id("childId");
        var answers = await Task.WhenAll(
            new[] { _child, other }.Select(c =>
                _holder.PostAsync($"/api/institutions/placements/of-child/{c}", Homes.Placement(_institution))
            )
        );
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
    }

    [Fact]
    public async Task A_kind_and_its_institution_belong_together()
    {
        var crisis = await _admin.RegisterInstitutionAsync(kind: "crisis-centre");
        Assert.Equal("placement.other-kind", await RefusedAsync(Homes.Placement(crisis)));
        var problem = await _holder.PostAsync(Placements, Homes.Placement(null)).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("placement.institution-required", problem.CodeAt("institutionId"));
        var family = await _holder.PostAsync(Placements, Homes.Placement(null, kind: "kin")).JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("field.required", family.CodeAt("carer"));
    }

    [Fact]
    public async Task A_day_centre_leaves_the_child_where_it_lives()
    {
        await _holder.PlaceAsync(_child, _institution);
        var centre = await _admin.RegisterInstitutionAsync(kind: "day-centre");
        await _holder.PostAsync(Placements, Homes.Placement(centre, kind: "day-centre")).JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    [Clause("20.8")]
    public async Task Leaving_an_institution_starts_the_change_and_its_two_working_days()
    {
        var placement = await _holder.PlaceAsync(_child, _institution);
        await _holder.LeaveAsync(_child, placement);
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var change = (await _holder.GetAsync($"/api/children/cards/{_child}/changes").JsonAsync()).GetProperty("items")[0];
        Assert.Equal("left-institution", change.Text("kind"));
        Assert.Equal("20.8", change.Text("clause"));
        Assert.Equal("2026-11-23", change.Text("learnedOn"));
        Assert.Equal("2026-11-25", change.Text("dueOn"));
    }

    [Fact]
    [Clause("13b.4")]
    public async Task A_child_in_an_institution_is_looked_at_after_half_a_year()
    {
        var placement = await _holder.PlaceAsync(_child, _institution, "2026-11-20");
        async Task<List<Guid>> AlertsAsync() =>
            [
                .. (await _holder.GetAsync("/api/institutions/placements?needsReview=true&size=100").JsonAsync())
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(p => p.Id()),
            ];
        Assert.DoesNotContain(placement, await AlertsAsync());
        _host.Clock.SetUtcNow(new DateTimeOffset(2027, 5, 24, 4, 0, 0, TimeSpan.Zero));
        _holder = await _host.SignedInAsync("holder.aksuu");
        Assert.Contains(placement, await AlertsAsync());
        var due = await _host.InScopeAsync(s =>
            s.GetRequiredService<InstitutionsDbContext>()
                .Deadlines.Where(d => d.AboutId == placement && d.IsOpen)
                .Select(d => d.Step)
                .SingleAsync()
        );
        Assert.Equal(Step.ReviewPlacement, due);
        var version = await _holder.PlacementVersionAsync(_child, placement);
        var reviewed = await _holder.PostAsync(
            $"/api/institutions/placements/{placement}/review",
            new { on = "2027-05-24", findings = "Үй-бүлөсү кайра алууга даяр эмес" },
            version
        );
        Assert.Equal(HttpStatusCode.NoContent, reviewed.StatusCode);
        Assert.DoesNotContain(placement, await AlertsAsync());
    }

    [Fact]
    public async Task A_child_in_an_institution_is_listed_by_name()
    {
        await _holder.PlaceAsync(_child, _institution);
        var row = Assert.Single(await ItemsAsync($"/api/institutions/placements?institutionId={_institution}"));
        Assert.Equal((await _holder.CardAsync(_child)).Text("fullName"), row.Text("fullName"));
        Assert.NotEmpty(row.Text("fullName"));
    }

    [Fact]
    public async Task A_child_who_left_is_listed_no_more()
    {
        await _holder.LeaveAsync(_child, await _holder.PlaceAsync(_child, _institution));
        Assert.Empty(await ItemsAsync($"/api/institutions/placements?institutionId={_institution}"));
    }

    private async Task<List<JsonElement>> ItemsAsync(string path) =>
        [.. (await _holder.GetAsync(path).JsonAsync()).GetProperty("items").EnumerateArray()];

    [Fact]
    public async Task Siblings_who_live_apart_are_seen()
    {
        var sibling = (await _holder.OpenCardAsync(Road.NewIdentity("Сынова", "Айгүл", birthDate: "2018-01-01"))).Id("childId");
        var linked = await _holder.PostAsync($"/api/institutions/siblings/of-child/{_child}", new { siblingId = sibling });
        Assert.Equal(HttpStatusCode.NoContent, linked.StatusCode);
        await _holder.PlaceAsync(_child, _institution);
        await _holder.PlaceAsync(sibling, await _admin.RegisterInstitutionAsync());
        foreach (var child in new[] { _child, sibling })
        {
            var seen = (await _holder.GetAsync($"/api/institutions/placements/of-child/{child}").JsonAsync()).GetProperty("siblings")[0];
            Assert.True(seen.GetProperty("apart").GetBoolean());
        }
        var apart = await _holder.GetAsync("/api/institutions/placements?siblingsApart=true&size=100").JsonAsync();
        Assert.Equal(2, apart.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_child_at_home_and_a_sibling_in_an_institution_live_apart_wherever_they_lived_before()
    {
        var sibling = (await _holder.OpenCardAsync(Road.NewIdentity("Сынова", "Айгүл", birthDate: "2018-01-01"))).Id("childId");
        await _holder.PostAsync($"/api/institutions/siblings/of-child/{_child}", new { siblingId = sibling });
        await _holder
            .PostAsync(
                $"/api/institutions/placements/of-child/{sibling}",
                Homes.Placement(null, "2026-11-01", kind: "kin", carer: "Чоң энеси")
            )
            .JsonAsync(HttpStatusCode.Created);
        await _holder.LeaveAsync(_child, await _holder.PlaceAsync(_child, _institution, "2026-11-01"), "2026-11-10");
        await _holder.PlaceAsync(_child, await _admin.RegisterInstitutionAsync(), "2026-11-10");
        foreach (var child in new[] { _child, sibling })
            Assert.True(Assert.Single(await SiblingsAsync(child)).GetProperty("apart").GetBoolean());
    }

    [Fact]
    public async Task Siblings_in_one_home_are_not_apart_whoever_lives_elsewhere()
    {
        var home = await _admin.RegisterInstitutionAsync();
        var sibling = (await _holder.OpenCardAsync(Road.NewIdentity("Сынова", "Айгүл", birthDate: "2018-01-01"))).Id("childId");
        await _holder.PostAsync($"/api/institutions/siblings/of-child/{_child}", new { siblingId = sibling });
        await _holder.PlaceAsync(_child, home);
        await _holder.PlaceAsync(sibling, home);
        await _holder.PlaceAsync((await _holder.OpenCardAsync(Road.NewIdentity("Башкаева", "Айгүл"))).Id("childId"), _institution);
        Assert.False(Assert.Single(await SiblingsAsync(_child)).GetProperty("apart").GetBoolean());
        var apart = await _holder.GetAsync("/api/institutions/placements?siblingsApart=true&size=100").JsonAsync();
        Assert.Empty(apart.GetProperty("items").EnumerateArray());
    }

    private async Task<List<JsonElement>> SiblingsAsync(Guid child) =>
        [
            .. (await _holder.GetAsync($"/api/institutions/placements/of-child/{child}").JsonAsync())
                .GetProperty("siblings")
                .EnumerateArray(),
        ];

    [Fact]
    [Clause("13b.4")]
    public async Task What_each_look_found_and_why_the_child_left_stay_readable_and_the_next_look_counts_from_the_last()
    {
        var placement = await _holder.PlaceAsync(_child, _institution);
        async Task<JsonElement> ReadAsync() => (await _holder.GetAsync(Placements).JsonAsync()).GetProperty("items")[0];
        async Task<string> ReviewAsync(string on, string findings)
        {
            var body = new { on, findings };
            await _holder
                .PostAsync($"/api/institutions/placements/{placement}/review", body, await _holder.PlacementVersionAsync(_child, placement))
                .NothingAsync();
            return (await ReadAsync()).Text("reviewDueOn");
        }
        // the day of arrival is early enough for a first review
        var first = await ReviewAsync("2026-11-20", "Жаңы келди");
        var second = await ReviewAsync("2026-11-23", "Көнүп калды");
        Assert.True(string.CompareOrdinal(first, second) < 0, $"{first} {second}");
        await _holder.LeaveAsync(_child, placement, "2026-11-23");
        var contents = (await ReadAsync()).GetProperty("contents");
        Assert.Equal(["Жаңы келди", "Көнүп калды"], contents.GetProperty("reviews").EnumerateArray().Select(r => r.Text("findings")));
        Assert.Equal("Үй-бүлөсүнө кайтты", contents.Text("left"));
    }

    [Fact]
    [Clause("25.1")]
    public async Task A_sibling_whose_case_went_to_another_district_is_not_named_here()
    {
        var sibling = (await _holder.OpenCardAsync(Road.NewIdentity("Сынова", "Айгүл", birthDate: "2018-01-01"))).Id("childId");
        await _holder.PostAsync($"/api/institutions/siblings/of-child/{_child}", new { siblingId = sibling });
        async Task<int> SeenAsync() => (await _holder.GetAsync(Placements).JsonAsync()).GetProperty("siblings").GetArrayLength();
        Assert.Equal(1, await SeenAsync());
        await _host.MoveCaseAsync(sibling, Road.Alamudun);
        Assert.Equal(0, await SeenAsync());
    }

    [Fact]
    [Clause("25.2")]
    public async Task A_sibling_whose_data_are_being_ended_is_not_named()
    {
        var sibling = (await _holder.OpenCardAsync(Road.NewIdentity("Сынова", "Айгүл", birthDate: "2018-01-01"))).Id("childId");
        await _holder.PostAsync($"/api/institutions/siblings/of-child/{_child}", new { siblingId = sibling });
        await _host.Service<KeyStore>().DestroyAsync([sibling], default);
        Assert.Empty(await SiblingsAsync(_child));
    }

    [Fact]
    [Clause("7.territorial")]
    public async Task A_territorial_unit_sees_and_cannot_place()
    {
        var unit = await _host.SignedInAsync("unit.aksuu");
        await unit.GetAsync(Placements).JsonAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.PostAsync(Placements, Homes.Placement(_institution))).StatusCode);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
