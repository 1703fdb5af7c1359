using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Registry.Basics.Access;
using Registry.Platform.Model;
using Registry.Platform.Rows;
using Xunit.Abstractions;

namespace Registry.Tests.Host;

/// <summary>Every endpoint that writes about a child, tried on a case that has ended: it is refused, or the table says why not.</summary>
[Clause("11.5", "20.9")]
public sealed class ClosedCaseTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly RegistryHost _host = new();

    /// <summary>What may be done although the case has ended, with the reason.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["RegisterDisclosure"] = "the data stay, and may be asked for [27]",
        ["DecideDisclosure"] = "the data stay, and may be asked for [27]",
        ["GiveDisclosure"] = "the data stay, and may be asked for [27]",
        ["PrintPaper"] = "the data stay, and are read [21]",
        ["ReopenCase"] = "reopens it [11.5]",
        ["OpenCard"] = "a signal of its own, about another child",
        ["CloseUnfounded"] = "a signal of its own",
        ["ForwardSignal"] = "a signal of its own",
        ["AttachToSignal"] = "a signal of its own",
        ["AskRegistersOfSignal"] = "a signal of its own",
        ["LinkSignal"] = "reopens it [19.2]",
        ["CorrectSignal"] = "a signal of its own",
        ["ReopenSignal"] = "a signal of its own",
        ["MergeCards"] = "two cards of one child are one child's, ended or not",
        ["CompareCards"] = "reads",
        ["AskMerge"] = "two cards of one child are one child's, ended or not",
        ["UndoMerge"] = "another child's card",
        ["WithdrawMerge"] = "another child's card",
        ["SplitCards"] = "another child's card",
        ["TellRecipient"] = "the data stay, and were given [27]",
        ["RecordRecipientAnswer"] = "the data stay, and were given [27]",
        ["DecideVoid"] = "what was opened by mistake is voided, ended or not",
    };

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_write_on_a_closed_case_is_refused_or_reopens_it()
    {
        var users = new Dictionary<string, HttpClient>();
        foreach (var login in new[] { "admin", "holder.aksuu", "unit.aksuu" })
            users[login] = await _host.SignedInAsync(login);
        var (holder, unit) = (users["holder.aksuu"], users["unit.aksuu"]);
        var place = await Place.OfAsync(_host, holder, users["admin"], Road.AkSuu);
        await _host.SettleAsync();
        await unit.PostAsync(
                $"/api/closings/{place.ClosingId}/decide",
                new { consent = true, remarks = "x" },
                await VersionAsync(holder, "api/closings/{id}/decide", place.ClosingId, place)
            )
            .NothingAsync();
        await _host.SettleAsync();
        Assert.Equal("closed", (await holder.CardAsync(place.ChildId)).GetProperty("case").Text("status"));
        var (tried, wrong) = (0, new List<string>());
        // what reopens the case comes last
        foreach (var endpoint in Endpoints.Of(_host).Where(IsWrite).OrderBy(e => e.UseCase is "ReopenCase" or "LinkSignal"))
        {
            var id = place.IdFor(endpoint);
            var user = Oracle.MayCall("holder.aksuu", endpoint) ? holder : unit;
            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), endpoint.Path(id));
            request.Headers.TryAddWithoutValidation("If-Match", await VersionAsync(holder, endpoint.Route, id, place));
            request.Content = JsonContent.Create(Bodies.Of(endpoint, place));
            var answer = await user.SendAsync(request);
            tried++;
            if (Allowed.ContainsKey(endpoint.UseCase) ? (int)answer.StatusCode >= 500 : answer.StatusCode is not HttpStatusCode.Conflict)
                wrong.Add($"{endpoint}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        output.WriteLine($"{tried} writes tried");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(tried > 30, $"{tried} writes");
    }

    /// <summary>Changes to one child's data; the register of institutions and the running of the Base concern no child.</summary>
    private static bool IsWrite(EndpointUnderTest endpoint) =>
        endpoint is { HasId: true, Method: "POST" or "PUT" or "DELETE", Guard: { Reach: Reach.Territory, Kind: JournalKind.Change } }
        && endpoint.Guard.Permission
            is Permission.EditChildren
                or Permission.ForwardSignals
                or Permission.RegisterSignals
                or Permission.ConsentToClosing
                or Permission.ApprovePlans
                or Permission.RegisterDisclosures
                or Permission.ApproveDisclosures;

    private async Task<string> VersionAsync(HttpClient holder, string route, Guid id, Place place)
    {
        if (route.Contains("/cards/{id}/", StringComparison.Ordinal))
        {
            var section = route.Split('/')[^1];
            var card = await holder.CardAsync(place.ChildId);
            return Road.FullCard.Any(s => s.Route == section)
                ? card.SectionVersion(section)
                : card.GetProperty("case").Id("version").Etag();
        }
        return await _host.InScopeAsync(async services =>
        {
            foreach (
                var type in AppDomain
                    .CurrentDomain.GetAssemblies()
                    .Where(a => a.FullName!.StartsWith("Registry.", StringComparison.Ordinal))
                    .SelectMany(a => a.GetTypes())
            )
                if (
                    type is { IsAbstract: false }
                    && type.IsSubclassOf(typeof(ModuleDbContext))
                    && services.GetService(type) is DbContext db
                )
                    foreach (
                        var entity in db
                            .Model.GetEntityTypes()
                            .Where(e => e.FindPrimaryKey()?.Properties is [{ ClrType: var key }] && key == typeof(Guid))
                    )
                        if (entity.ClrType.IsAssignableTo(typeof(IVersioned)) && await db.FindAsync(entity.ClrType, id) is IVersioned found)
                            return found.Version.Etag();
            return Guid.Empty.Etag();
        });
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
