using System.Net;
using System.Text.Json;
using Registry.Platform.Events;

namespace Registry.Tests.Host;

/// <summary>The steps from assessment to exit, as browsers take them.</summary>
internal static class PlanRoad
{
    /// <summary>Answers every required question with its mildest answer, apart from those given.</summary>
    public static async Task<Dictionary<string, string>> AnswersAsync(this HttpClient reader, Dictionary<string, string>? but = null)
    {
        var form = await reader.GetAsync("/api/assessments/form").JsonAsync();
        var answers = new Dictionary<string, string>();
        foreach (var question in form.GetProperty("domains").EnumerateArray().SelectMany(d => d.GetProperty("questions").EnumerateArray()))
            if (question.GetProperty("required").GetBoolean())
                answers[question.Text("code")] = question.Text("kind") is "choice"
                    ? question.GetProperty("answers").EnumerateArray().MinBy(a => a.GetProperty("severity").GetInt32()).Text("code")
                    : "Бала менен сүйлөштүм.";
        foreach (var (code, answer) in but ?? [])
            answers[code] = answer;
        return answers;
    }

    /// <summary>Starts an assessment, answers it and completes it; returns its id.</summary>
    public static async Task<Guid> AssessAsync(
        this HttpClient holder,
        Guid childId,
        Dictionary<string, string>? answers = null,
        string conclusion = "at-risk",
        string[]? causes = null
    )
    {
        var started = await holder.PostAsync($"/api/assessments/of-child/{childId}", new { }).JsonAsync(HttpStatusCode.Created);
        var path = $"/api/assessments/{started.Id()}";
        var given = await holder.AnswersAsync(answers ?? new() { ["absences"] = "serious" });
        await holder.PutAsync($"{path}/answers", new { answers = given }, await holder.VersionAsync(path)).NothingAsync();
        await holder
            .PostAsync(
                $"{path}/complete",
                new
                {
                    conclusion,
                    causes = causes ?? ["poverty"],
                    summary = "Үй-бүлөгө колдоо керек.",
                    otherThanProposed = "Адистин пикири",
                },
                await holder.VersionAsync(path)
            )
            .NothingAsync();
        return started.Id();
    }

    public static async Task NothingAsync(this Task<HttpResponseMessage> answer)
    {
        var response = await answer;
        Assert.True(
            response.StatusCode == HttpStatusCode.NoContent,
            $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}"
        );
    }

    /// <summary>The call is refused with this status and code, in the problem itself or at one of its fields.</summary>
    public static async Task RefusedAsync(this Task<HttpResponseMessage> call, HttpStatusCode status, string code)
    {
        var problem = await call.JsonAsync(status);
        var codes = problem.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(e => e.Text("code")) : [];
        Assert.Contains(code, codes.Append(problem.Text("code")));
    }

    /// <summary>Sends a change based on the last seen version.</summary>
    public static async Task ChangeAsync(this HttpClient user, string read, Func<string, Task<HttpResponseMessage>> send) =>
        await send(await user.VersionAsync(read)).NothingAsync();

    public static async Task<Guid> FormPlanAsync(this HttpClient holder, Guid childId) =>
        (await holder.PostAsync($"/api/plans/of-child/{childId}", new { }).JsonAsync(HttpStatusCode.Created)).Id();

    public static Task<JsonElement> PlanAsync(this HttpClient user, Guid planId) => user.GetAsync($"/api/plans/{planId}").JsonAsync();

    /// <summary>Assigns every measure to one specialist, records the family's agreement and sends the plan for approval.</summary>
    public static async Task SubmitPlanAsync(this HttpClient holder, Guid planId, Guid responsible)
    {
        var path = $"/api/plans/{planId}";
        foreach (var measure in (await holder.PlanAsync(planId)).GetProperty("measures").EnumerateArray())
            await holder.ChangeAsync(
                path,
                version =>
                    holder.PutAsync(
                        $"{path}/measures/{measure.Id()}",
                        new
                        {
                            body = measure.Text("body"),
                            workingDays = measure.GetProperty("workingDays").GetInt32(),
                            responsibleId = responsible,
                        },
                        version
                    )
            );
        await holder.ChangeAsync(
            path,
            version => holder.PutAsync($"{path}/family", new { family = "agrees", needReasons = new { } }, version)
        );
        await holder.ChangeAsync(path, version => holder.PostAsync($"{path}/submit", new { }, version));
    }

    /// <summary>Ends a child's case with the unit's consent; every event is dispatched.</summary>
    public static async Task EndCaseAsync(
        this RegistryHost host,
        HttpClient holder,
        HttpClient unit,
        Guid child,
        string ending = "moved-abroad",
        string? inSpiteOf = null,
        string? document = null
    )
    {
        var asked = new
        {
            ending,
            happenedOn = "2026-11-23",
            reason = "Себеби",
            document,
            inSpiteOf,
        };
        var closing = await holder.PostAsync($"/api/closings/of-child/{child}", asked).JsonAsync(HttpStatusCode.Created);
        var version = (await holder.GetAsync($"/api/closings?childId={child}").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(c => c.Id() == closing.Id())
            .Id("version");
        await unit.PostAsync($"/api/closings/{closing.Id()}/decide", new { consent = true, remarks = "Макулмун" }, version.Etag())
            .NothingAsync();
        await host.SettleAsync();
    }

    /// <summary>Dispatches every event.</summary>
    public static Task SettleAsync(this RegistryHost host) => host.Service<OutboxDispatcher>().SweepAsync(CancellationToken.None);

    /// <summary>Offers the child's case to the first specialist of another district.</summary>
    public static async Task OfferTransferAsync(this HttpClient giver, Guid child, string territory = Road.Alamudun)
    {
        var to = (await giver.GetAsync($"/api/children/transfers/receivers?territory={territory}").JsonAsync())
            .GetProperty("items")[0]
            .Id();
        await giver
            .PostAsync(
                $"/api/children/cards/{child}/transfers",
                new
                {
                    to,
                    territory,
                    reason = "Үй-бүлө көчүп кетти",
                }
            )
            .JsonAsync(HttpStatusCode.Created);
    }

    /// <summary>Offers the child's case to a specialist of another district, who accepts it; every event is dispatched.</summary>
    public static async Task TransferAsync(this RegistryHost host, HttpClient giver, HttpClient receiver, Guid child, string territory)
    {
        await giver.OfferTransferAsync(child, territory);
        var offer = (await receiver.GetAsync("/api/children/transfers?open=true").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single();
        await receiver
            .PostAsync($"/api/children/transfers/{offer.Id()}/decide", new { accept = true, remarks = "Жооп" }, offer.Id("version").Etag())
            .NothingAsync();
        await host.Service<OutboxDispatcher>().SweepAsync(CancellationToken.None);
    }

    public static Task ApprovePlanAsync(this HttpClient unit, Guid planId) =>
        unit.ChangeAsync($"/api/plans/{planId}", version => unit.PostAsync($"/api/plans/{planId}/decide", new { approve = true }, version));

    /// <summary>The specialist of the district to whom measures are assigned: the one whose name has this prefix, or the first.</summary>
    public static async Task<Guid> ResponsibleAsync(this HttpClient holder, string name = "")
    {
        var items = (await holder.GetAsync("/api/plans/responsibles").JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        return items.First(i => i.Text("fullName").StartsWith(name, StringComparison.Ordinal)).Id();
    }

    /// <summary>A child with a card, an assessment and an approved plan whose measures are the holder's own; every event is dispatched.</summary>
    public static async Task<(Guid Child, Guid Plan)> PlanInForceAsync(this RegistryHost host, HttpClient holder)
    {
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.AssessAsync(child);
        var plan = await holder.FormPlanAsync(child);
        await holder.SubmitPlanAsync(plan, await holder.ResponsibleAsync("Токтосунова"));
        await (await host.SignedInAsync("unit.aksuu")).ApprovePlanAsync(plan);
        await host.Service<OutboxDispatcher>().SweepAsync(CancellationToken.None);
        return (child, plan);
    }
}
