using System.Net;
using System.Net.Http.Json;
using Xunit.Abstractions;

namespace Registry.Tests.Host;

/// <summary>Every versioned change is refused if someone changed the row since: 412, and nothing is written.</summary>
[Clause("14.2", "25.1")]
public sealed class StaleVersionTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string[] Users = ["holder.aksuu", "unit.aksuu", "ministry", "admin"];
    private readonly RegistryHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_change_of_what_has_changed_since_is_refused()
    {
        var browsers = new Dictionary<string, HttpClient>();
        foreach (var user in Users)
            browsers[user] = await _host.SignedInAsync(user);
        var place = await Place.OfAsync(_host, browsers["holder.aksuu"], browsers["admin"], Road.AkSuu);
        await _host.SettleAsync();
        var (stale, others) = (new List<string>(), new List<string>());
        foreach (var endpoint in Endpoints.Of(_host).Where(e => e.Guard.NeedsIfMatch))
        {
            var user = Array.Find(Users, u => Oracle.MayCall(u, endpoint));
            if (user is null)
                continue;
            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), endpoint.Path(place.IdFor(endpoint)));
            request.Headers.TryAddWithoutValidation("If-Match", Registry.Basics.Ids.New().Etag());
            request.Content = JsonContent.Create(Bodies.Of(endpoint, place));
            var answer = await browsers[user].SendAsync(request);
            if (answer.StatusCode is HttpStatusCode.PreconditionFailed)
                stale.Add(endpoint.UseCase);
            else
                others.Add($"{endpoint.UseCase}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        output.WriteLine($"{stale.Count} stale: {string.Join(", ", stale)}\n{string.Join('\n', others)}");
        // where this test's world has no row the answer is 404; nothing is done
        Assert.All(others, o => Assert.Contains(": 4", o, StringComparison.Ordinal));
        string[] sure =
        [
            "AddMeasure",
            "AnswerCaseRequest",
            "ChangeMeasure",
            "ChangeRegisterService",
            "CloseUnfounded",
            "CompleteAssessment",
            "CorrectSignal",
            "DecideClosing",
            "DecideDayFound",
            "DecideDisclosure",
            "DecideMerge",
            "DecideNoAssessment",
            "DecidePlan",
            "DecideVoid",
            "DropMeasure",
            "EnterInitialInformation",
            "ForwardSignal",
            "GiveDisclosure",
            "LeavePlacement",
            "LinkSignal",
            "OpenCard",
            "RecordFamily",
            "RecordVisit",
            "ReopenCase",
            "ReopenInstitution",
            "ReopenSignal",
            "RequestDayFound",
            "RequestNoAssessment",
            "ReviewPlacement",
            "SaveAnswers",
            "SaveDisability",
            "SaveDocuments",
            "SaveFinding",
            "SaveFurther",
            "SaveIdentity",
            "SaveLegalStatus",
            "SavePayments",
            "SaveProperty",
            "SaveRelatives",
            "SaveResidence",
            "SettleNumberConflict",
            "SplitCards",
            "SubmitPlan",
            "TakeBackAttachment",
            "UndoMerge",
            "UnlinkSignal",
            "WithdrawAttachment",
            "WithdrawChange",
            "WithdrawMerge",
            "WithdrawVoid",
        ];
        Assert.Equal([], sure.Except(stale));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
