using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Assessments;

/// <summary>What an assessment refuses, each by its code.</summary>
[Collection("host")]
[Clause("13b.3", "19.3")]
public sealed class AssessmentRefusalTests(RegistryHost host)
{
    [Fact]
    public async Task A_text_of_more_than_four_thousand_letters_is_refused_and_one_of_four_thousand_kept()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var path =
            $"/api/assessments/{(await holder.PostAsync($"/api/assessments/of-child/{child}", new { }).JsonAsync(HttpStatusCode.Created)).Id()}";
        async Task<Task<HttpResponseMessage>> SaveAsync(int letters) =>
            holder.PutAsync(
                $"{path}/answers",
                new { answers = new Dictionary<string, string> { ["safety-note"] = new('а', letters) } },
                await holder.VersionAsync(path)
            );
        await (await SaveAsync(4001)).RefusedAsync(HttpStatusCode.BadRequest, "assessment.too-long");
        await (await SaveAsync(4000)).NothingAsync();
    }

    [Fact]
    public async Task A_completed_assessment_stays_as_it_was_signed()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var path = $"/api/assessments/{await holder.AssessAsync(child)}";
        await holder
            .PutAsync($"{path}/answers", new { answers = await holder.AnswersAsync() }, await holder.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.Conflict, "assessment.completed");
    }
}
