using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>What a card refuses in its state, each by its code.</summary>
[Collection("host")]
[Clause("17.8", "19.2", "11.5")]
public sealed class CardStateRefusalTests(RegistryHost host) : IAsyncLifetime
{
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await host.SignedInAsync("holder.aksuu");

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<Guid> ChildAsync() => (await _holder.OpenCardAsync()).Id("childId");

    private async Task<Task<HttpResponseMessage>> SaveStatusAsync(Guid child, object section) =>
        _holder.PutAsync(
            $"/api/children/cards/{child}/legal-status",
            new { section },
            (await _holder.CardAsync(child)).SectionVersion("legal-status")
        );

    [Fact]
    public async Task A_child_has_a_special_status_or_none()
    {
        var child = await ChildAsync();
        var both = new { noSpecialStatus = true, statuses = new[] { "half-orphan" } };
        await (await SaveStatusAsync(child, both)).RefusedAsync(HttpStatusCode.BadRequest, "card.status-contradiction");
        await (await SaveStatusAsync(child, new { noSpecialStatus = true })).JsonAsync();
    }

    [Fact]
    public async Task Nothing_is_written_into_a_closed_card()
    {
        var child = await ChildAsync();
        await host.EndCaseAsync(_holder, await host.SignedInAsync("unit.aksuu"), child);
        await (await SaveStatusAsync(child, new { noSpecialStatus = true })).RefusedAsync(HttpStatusCode.Conflict, "case.closed");
    }

    [Fact]
    public async Task The_initial_information_is_entered_once()
    {
        var child = await ChildAsync();
        await _holder.EnterInformationAsync(child);
        await _holder
            .PostAsync(
                $"/api/children/cards/{child}/enter-initial-information",
                new { },
                (await _holder.CardAsync(child)).GetProperty("case").Id("version").Etag()
            )
            .RefusedAsync(HttpStatusCode.Conflict, "case.information-entered-already");
    }

    [Fact]
    public async Task A_draft_about_one_child_never_becomes_a_draft_about_another()
    {
        var (one, other) = (await ChildAsync(), await ChildAsync());
        object Draft(Guid child) =>
            new
            {
                key = $"card-{one:N}",
                text = "{}",
                childId = child,
            };
        await _holder.PostAsync("/api/children/drafts", Draft(one)).JsonAsync();
        await _holder.PostAsync("/api/children/drafts", Draft(other)).RefusedAsync(HttpStatusCode.Conflict, "draft.other-child");
    }
}
