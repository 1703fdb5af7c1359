using System.Net;
using Registry.Tests.Children;
using Registry.Tests.Host;

namespace Registry.Tests.ProtectionPlans;

[Clause("13b.4")]
public sealed class ReportMeasureTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _police = null!;
    private Guid _measure;

    public async Task InitializeAsync()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.AssessAsync(child);
        var plan = await holder.FormPlanAsync(child);
        _police = await _host.SignedInAsync("police.aksuu");
        await holder.SubmitPlanAsync(plan, (await _police.GetAsync("/api/access/me").JsonAsync()).Id("specialistId"));
        await (await _host.SignedInAsync("unit.aksuu")).ApprovePlanAsync(plan);
        _measure = (await holder.PlanAsync(plan)).GetProperty("measures")[0].Id();
    }

    [Fact]
    public async Task A_finished_measure_still_takes_a_file()
    {
        var report = new
        {
            status = "done",
            result = "Аткарылды",
            on = "2026-11-23",
        };
        await _police.PostAsync($"/api/plans/measures/{_measure}/report", report).NothingAsync();
        var file = new
        {
            name = "a.pdf",
            title = "Акт",
            content = SampleFiles.Pdf(),
        };
        await _police.PostAsync($"/api/plans/measures/{_measure}/evidence", file).JsonAsync(HttpStatusCode.Created);
        var done = (await _police.GetAsync("/api/plans/my-measures?size=100&done=true").JsonAsync()).GetProperty("items");
        var mine = done.EnumerateArray().Single(m => m.GetProperty("measure").Id() == _measure);
        Assert.Equal("Акт", Assert.Single(mine.GetProperty("files").EnumerateArray()).Text("title"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
