using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Database;
using Registry.Contracts;
using Registry.Kernel.Data;
using Registry.Kernel.Events;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Clause("5.holder", "20")]
public sealed class TransferTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _giver = null!;
    private HttpClient _receiver = null!;

    public async Task InitializeAsync()
    {
        _giver = await _host.SignedInAsync("holder.aksuu");
        _receiver = await _host.SignedInAsync("holder.alamudun");
    }

    private async Task<Guid> ReceiverAsync(string territory = Road.Alamudun) =>
        (await _giver.GetAsync($"/api/children/transfers/receivers?territory={territory}").JsonAsync()).GetProperty("items")[0].Id();

    private async Task<HttpResponseMessage> OfferAsync(Guid child) =>
        await _giver.PostAsync(
            $"/api/children/cards/{child}/transfers",
            new
            {
                to = await ReceiverAsync(),
                territory = Road.Alamudun,
                reason = "Үй-бүлө көчүп кетти",
            }
        );

    private static async Task<JsonElement> OnlyAsync(HttpClient user) =>
        (await user.GetAsync("/api/children/transfers?open=true").JsonAsync()).GetProperty("items").EnumerateArray().Single();

    private static Task<HttpResponseMessage> DecideAsync(HttpClient user, JsonElement transfer, bool accept) =>
        user.PostAsync($"/api/children/transfers/{transfer.Id()}/decide", new { accept, remarks = "Жооп" }, transfer.Id("version").Etag());

    [Fact]
    public async Task A_case_goes_over_with_all_that_is_owed_only_when_it_is_accepted()
    {
        var (child, _) = await _host.PlanInForceAsync(_giver);
        Assert.Equal(HttpStatusCode.Created, (await OfferAsync(child)).StatusCode);
        // nothing is unowned in between: the giver works on, the receiver sees only the offer
        Assert.Equal(HttpStatusCode.OK, (await _giver.GetAsync($"/api/children/cards/{child}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _receiver.GetAsync($"/api/children/cards/{child}")).StatusCode);
        await OfferAsync(child).RefusedAsync(HttpStatusCode.Conflict, "transfer.offered-already");

        await DecideAsync(_receiver, await OnlyAsync(_receiver), true).NothingAsync();
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        Assert.Equal(HttpStatusCode.NotFound, (await _giver.GetAsync($"/api/children/cards/{child}")).StatusCode);
        var card = await _receiver.CardAsync(child);
        Assert.True(card.GetProperty("canEdit").GetBoolean());
        Assert.Equal(Road.Alamudun, card.Text("territory"));
        var found = await _receiver.PostAsync("/api/children/search", new { text = "Сынова" }).JsonAsync();
        Assert.Contains(found.GetProperty("items").EnumerateArray(), c => c.Id() == child);
        Assert.DoesNotContain(
            (await _giver.PostAsync("/api/children/search", new { text = "Сынова" }).JsonAsync()).GetProperty("items").EnumerateArray(),
            c => c.Id() == child
        );
        // the plan, its visits and every open step are the receiver's
        Assert.NotEmpty((await _receiver.GetAsync($"/api/plans?childId={child}").JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Empty((await _giver.GetAsync($"/api/plans?childId={child}").JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal("Жумабаева Айсулуу", card.GetProperty("case").Text("responsible"));
        var giver = await ReceiverAsync(Road.AkSuu);
        var owed = await _host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>().Deadlines.Where(d => d.ChildId == child && d.IsOpen).ToListAsync()
        );
        Assert.NotEmpty(owed);
        Assert.All(owed, d => Assert.True(d.Territory == Road.Alamudun && d.ResponsibleId != giver, d.Step.Code()));
    }

    [Fact]
    public async Task A_refused_or_withdrawn_case_stays_where_it_was()
    {
        var child = (await _giver.OpenCardAsync()).Id("childId");
        await OfferAsync(child);
        var offered = await OnlyAsync(_receiver);
        await DecideAsync(_giver, offered, true).RefusedAsync(HttpStatusCode.NotFound, "not-found");
        var silent = await _receiver
            .PostAsync($"/api/children/transfers/{offered.Id()}/decide", new { accept = false }, offered.Id("version").Etag())
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.NotNull(silent.CodeAt("remarks"));
        await DecideAsync(_receiver, offered, false).NothingAsync();
        Assert.True((await _giver.CardAsync(child)).GetProperty("canEdit").GetBoolean());

        await OfferAsync(child);
        var second = await OnlyAsync(_giver);
        await _giver.PostAsync($"/api/children/transfers/{second.Id()}/withdraw", null, second.Id("version").Etag()).NothingAsync();
        await DecideAsync(_receiver, second, true).RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        Assert.Equal(
            2,
            (await _giver.GetAsync($"/api/children/cards/{child}/transfers").JsonAsync()).GetProperty("items").GetArrayLength()
        );
    }

    [Fact]
    public async Task Refuses_a_receiver_who_does_not_edit_there()
    {
        var child = (await _giver.OpenCardAsync()).Id("childId");
        await _giver
            .PostAsync(
                $"/api/children/cards/{child}/transfers",
                new
                {
                    to = await ReceiverAsync(),
                    territory = Road.AkSuu,
                    reason = "x",
                }
            )
            .RefusedAsync(HttpStatusCode.Conflict, "transfer.no-holder-there");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
