using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Institutions;

/// <summary>What placements and the register of institutions refuse.</summary>
[Collection("host")]
[Clause("5.admin", "17.3")]
public sealed class InstitutionRefusalTests(RegistryHost host) : IAsyncLifetime
{
    private HttpClient _holder = null!;
    private HttpClient _admin = null!;

    public async Task InitializeAsync() =>
        (_holder, _admin) = (await host.SignedInAsync("holder.aksuu"), await host.SignedInAsync("admin"));

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<(Guid Child, Guid Placement)> PlacedAsync()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        return (child, await _holder.PlaceAsync(child, await _admin.RegisterInstitutionAsync()));
    }

    private async Task<Task<HttpResponseMessage>> ActAsync(Guid child, Guid placement, string act, object body) =>
        _holder.PostAsync($"/api/institutions/placements/{placement}/{act}", body, await _holder.PlacementVersionAsync(child, placement));

    private static object Left(string on, string learnedOn) =>
        new
        {
            on,
            learnedOn,
            because = "Үй-бүлөсүнө кайтты",
        };

    private static object Reviewed(string on) => new { on, findings = "Калсын" };

    [Fact]
    public async Task A_child_leaves_after_it_came_and_is_known_to_have_left_after_it_left()
    {
        var (child, placement) = await PlacedAsync();
        await (await ActAsync(child, placement, "leave", Left("2026-11-23", "2026-11-22"))).RefusedAsync(
            HttpStatusCode.BadRequest,
            "placement.learned-before"
        );
        await (await ActAsync(child, placement, "leave", Left("2026-11-19", "2026-11-23"))).RefusedAsync(
            HttpStatusCode.BadRequest,
            "placement.ends-before"
        );
    }

    [Fact]
    public async Task Reviews_go_forward_and_end_with_the_placement()
    {
        var (child, placement) = await PlacedAsync();
        await (await ActAsync(child, placement, "review", Reviewed("2026-11-23"))).NothingAsync();
        await (await ActAsync(child, placement, "review", Reviewed("2026-11-22"))).RefusedAsync(
            HttpStatusCode.BadRequest,
            "placement.reviewed-before"
        );
        await (await ActAsync(child, placement, "leave", Left("2026-11-23", "2026-11-23"))).NothingAsync();
        await (await ActAsync(child, placement, "review", Reviewed("2026-11-23"))).RefusedAsync(HttpStatusCode.Conflict, "placement.ended");
    }

    [Fact]
    public async Task A_child_leaves_a_place_once()
    {
        var (child, placement) = await PlacedAsync();
        await (await ActAsync(child, placement, "leave", Left("2026-11-22", "2026-11-23"))).NothingAsync();
        await (await ActAsync(child, placement, "leave", Left("2026-11-23", "2026-11-23"))).RefusedAsync(
            HttpStatusCode.Conflict,
            "placement.ended"
        );
    }

    [Fact]
    public async Task A_family_placement_names_no_institution()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        var institution = await _admin.RegisterInstitutionAsync();
        await _holder
            .PostAsync($"/api/institutions/placements/of-child/{child}", Homes.Placement(institution, kind: "own-family"))
            .RefusedAsync(HttpStatusCode.BadRequest, "placement.no-institution");
    }

    [Fact]
    public async Task A_sibling_is_another_child_of_the_Base()
    {
        var child = (await _holder.OpenCardAsync()).Id("childId");
        var path = $"/api/institutions/siblings/of-child/{child}";
        await _holder.PostAsync(path, new { siblingId = child }).RefusedAsync(HttpStatusCode.BadRequest, "sibling.not-oneself");
        await _holder
            .PostAsync(path, new { siblingId = Registry.Basics.Ids.New() })
            .RefusedAsync(HttpStatusCode.BadRequest, "sibling.unknown");
    }

    [Fact]
    public async Task A_fault_is_put_right_after_it_was_found()
    {
        var institution = await _admin.RegisterInstitutionAsync();
        var inspection = new
        {
            on = "2026-11-20",
            by = "Прокуратура",
            findings = "Кемчилик",
            mendBy = "2026-11-19",
        };
        await _admin
            .PostAsync($"/api/institutions/{institution}/inspections", inspection)
            .RefusedAsync(HttpStatusCode.BadRequest, "inspection.mend-before");
    }
}
