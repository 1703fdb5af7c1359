using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Model;
using Registry.Platform.Operations;
using Registry.Tests.Host;
using Registry.Tests.Purging;

namespace Registry.Tests.Children;

[Clause("13b.2", "20")]
public sealed class AttachmentTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;
    private Guid _child;

    public async Task InitializeAsync()
    {
        _holder = await _host.SignedInAsync("holder.aksuu");
        _child = (await _holder.OpenCardAsync()).Id("childId");
    }

    private static object File(byte[] content, string name = "Айгерим.exe", string to = "card", Guid? aboutId = null) =>
        new
        {
            to,
            aboutId,
            name,
            title = "Туулгандыгы тууралуу күбөлүк",
            content,
        };

    private static object Bare(byte[] content) =>
        new
        {
            name = "a.jpg",
            title = "Сүрөт",
            content,
        };

    private string List => $"/api/children/cards/{_child}/attachments";

    private async Task<Guid> AddAsync(object file) => (await _holder.PostAsync(List, file).JsonAsync(HttpStatusCode.Created)).Id();

    private async Task<List<JsonElement>> ListAsync(string query = "") =>
        [.. (await _holder.GetAsync(List + query).JsonAsync()).GetProperty("items").EnumerateArray()];

    [Fact]
    public async Task A_file_is_given_out_to_be_saved_never_shown_and_named_by_its_content()
    {
        var id = await AddAsync(File(SampleFiles.Pdf()));
        var row = Assert.Single(await ListAsync());
        Assert.Equal("Айгерим.pdf", row.Text("name"));
        Assert.Equal("pdf", row.Text("format"));
        var answer = await _holder.GetAsync($"/api/children/attachments/{id}/file");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Айгерим.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString((await answer.Content.ReadAsByteArrayAsync())[..5]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_name_nor_a_byte_of_it_stands_open_in_the_database()
    {
        await AddAsync(File(SampleFiles.Wav(), "Айгерим.wav"));
        await using var scope = _host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChildrenDbContext>();
        var kept = await db.AttachmentFiles.SingleAsync();
        var row = await db.Attachments.SingleAsync();
        Assert.True(kept.SealedBytes.AsSpan().IndexOf("WAVEfmt "u8) < 0);
        Assert.True(row.SealedContents.AsSpan().IndexOf(Encoding.UTF8.GetBytes("Айгерим")) < 0);
    }

    [Fact]
    [Clause("14.3", "28")]
    public async Task Two_attachments_swapped_in_the_file_are_refused()
    {
        var (one, other) = (await AddAsync(File(SampleFiles.Pdf())), await AddAsync(File(SampleFiles.Wav(), "a.wav")));
        await SwapAsync();
        foreach (var id in new[] { one, other })
            await _holder.GetAsync($"/api/children/attachments/{id}/file").RefusedAsync(HttpStatusCode.Conflict, "seal.broken");
        // the administrators are notified immediately; the night does not forget it and clears it once it is fixed
        var admin = await _host.SignedInAsync("admin");
        async Task<List<Guid>> ToldAsync() =>
            [
                .. (await admin.GetAsync("/api/access/operations").JsonAsync())
                    .GetProperty("findings")
                    .EnumerateArray()
                    .Where(f => f.Text("check") == "broken-seals")
                    .Select(f => f.Id("aboutId"))
                    .Order(),
            ];
        Guid[] both = [one, other];
        Assert.Equal(both.Order(), await ToldAsync());
        Assert.Equal("Degraded\nnightly-checks", await _host.Browser().GetStringAsync("/health/ready"));
        await _host.InScopeAsync(async s =>
        {
            var refused = await s.GetRequiredService<PlatformDbContext>().Journal.OrderBy(e => e.Seq).LastAsync(e => e.Outcome == 409);
            Assert.Equal(_child, refused.AboutId);
            return 0;
        });
        // files are checked on Sundays
        _host.Clock.Advance(TimeSpan.FromDays(6));
        await _host.RunJobAsync<RunNightlyChecks>(job => job.RunAsync(default));
        admin = await _host.SignedInAsync("admin");
        Assert.Equal(both.Order(), await ToldAsync());
        await SwapAsync();
        await _host.RunJobAsync<RunNightlyChecks>(job => job.RunAsync(default));
        Assert.Empty(await ToldAsync());
        var holder = await _host.SignedInAsync("holder.aksuu");
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync($"/api/children/attachments/{one}/file")).StatusCode);

        Task SwapAsync() =>
            _host.InScopeAsync(async s =>
            {
                var files = s.GetRequiredService<ChildrenDbContext>().AttachmentFiles;
                var bytes = await files.AsNoTracking().ToDictionaryAsync(f => f.Id, f => f.SealedBytes);
                foreach (var (id, others) in new[] { (one, bytes[other]), (other, bytes[one]) })
                    await files.Where(f => f.Id == id).ExecuteUpdateAsync(set => set.SetProperty(f => f.SealedBytes, others));
                return 0;
            });
    }

    [Fact]
    public async Task Files_are_attached_to_the_steps_of_the_road_of_this_child_alone()
    {
        var change = new
        {
            kind = "status",
            learnedOn = "2026-11-23",
            happenedOn = "2026-11-20",
            what = "x",
        };
        var reported = (await _holder.PostAsync($"/api/children/cards/{_child}/changes", change).JsonAsync(HttpStatusCode.Created)).Id();
        var assessment = await _holder.AssessAsync(_child);
        await AddAsync(File(SampleFiles.Jpeg(), to: "change", aboutId: reported));
        await AddAsync(File(SampleFiles.Jpeg(), to: "assessment", aboutId: assessment));
        Assert.Equal("change", Assert.Single(await ListAsync($"?aboutId={reported}")).Text("to"));
        Assert.Equal(2, (await ListAsync()).Count);

        var other = (await _holder.OpenCardAsync()).Id("childId");
        await _holder
            .PostAsync($"/api/children/cards/{other}/attachments", File(SampleFiles.Jpeg(), to: "change", aboutId: reported))
            .RefusedAsync(HttpStatusCode.BadRequest, "attachment.about-unknown");
        // nor does a file of the card itself name anything else
        await _holder
            .PostAsync($"/api/children/cards/{other}/attachments", File(SampleFiles.Jpeg(), to: "card", aboutId: reported))
            .RefusedAsync(HttpStatusCode.BadRequest, "attachment.about-unknown");
    }

    [Fact]
    public async Task Wrong_files_are_refused_at_the_field()
    {
        await Refused("file.unknown-kind", File("<html>"u8.ToArray()));
        await Refused("file.empty", File([]));
        await Refused("file.too-large", File(new byte[10_000_001]));

        async Task Refused(string code, object file)
        {
            var problem = await _holder.PostAsync(List, file).JsonAsync(HttpStatusCode.BadRequest);
            var error = problem.GetProperty("errors").EnumerateArray().Single();
            Assert.Equal("content", error.Text("field"));
            Assert.Equal(code, error.Text("code"));
        }
    }

    [Fact]
    public async Task A_withdrawn_file_is_listed_with_its_reason_and_opened_by_nobody()
    {
        var id = await AddAsync(File(SampleFiles.Png()));
        var version = Guid.Parse((await ListAsync()).Single().Text("version")!).Etag();
        await _holder
            .PostAsync($"/api/children/attachments/{id}/withdraw", new { reason = "" }, version)
            .JsonAsync(HttpStatusCode.BadRequest);
        await _holder
            .PostAsync($"/api/children/attachments/{id}/withdraw", new { reason = "Башка баланыкы", confirm = "Башка" }, version)
            .RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        var confirm = await _holder.NameToTypeAsync($"/api/children/attachments/{id}/consequences");
        await _holder
            .PostAsync($"/api/children/attachments/{id}/withdraw", new { reason = "Башка баланыкы", confirm }, version)
            .NothingAsync();
        Assert.Equal("Башка баланыкы", (await ListAsync()).Single().Text("withdrawal"));
        await _holder.GetAsync($"/api/children/attachments/{id}/file").RefusedAsync(HttpStatusCode.Conflict, "attachment.withdrawn");
        var seen = Guid.Parse((await ListAsync()).Single().Text("version")!).Etag();
        await _holder
            .PostAsync($"/api/children/attachments/{id}/withdraw", new { reason = "x", confirm }, seen)
            .RefusedAsync(HttpStatusCode.Conflict, "attachment.withdrawn");
        await _holder.PostAsync($"/api/children/attachments/{id}/take-back", new { }, seen).NothingAsync();
        Assert.Equal(HttpStatusCode.OK, (await _holder.GetAsync($"/api/children/attachments/{id}/file")).StatusCode);
        seen = Guid.Parse((await ListAsync()).Single().Text("version")!).Etag();
        await _holder
            .PostAsync($"/api/children/attachments/{id}/take-back", new { }, seen)
            .RefusedAsync(HttpStatusCode.Conflict, "attachment.not-withdrawn");
    }

    [Fact]
    public async Task What_came_with_a_signal_follows_it_to_the_child_that_the_Base_knows()
    {
        var signal = await _holder.RegisterAsync();
        await _holder
            .PostAsync($"/api/children/signals/{signal.Id()}/attachments", Bare(SampleFiles.Mp3()))
            .JsonAsync(HttpStatusCode.Created);
        var read = $"/api/children/signals/{signal.Id()}";
        Assert.Single((await _holder.GetAsync(read).JsonAsync()).GetProperty("attachments").EnumerateArray());
        var version = await _holder.VersionAsync(read);
        await _holder.PostAsync(read + "/link", new { childId = _child }, version).JsonAsync();

        var row = Assert.Single(await ListAsync("?to=signal"));
        var answer = await _holder.GetAsync($"/api/children/attachments/{row.Id()}/file");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0xFF, (await answer.Content.ReadAsByteArrayAsync())[0]);
        await _holder
            .PostAsync($"/api/children/signals/{signal.Id()}/attachments", Bare(SampleFiles.Mp3()))
            .RefusedAsync(HttpStatusCode.Conflict, "signal.not-open");
    }

    [Fact]
    [Clause("15.4")]
    public async Task What_was_seen_at_a_visit_is_attached_to_a_visit_to_this_child()
    {
        async Task<Guid> VisitAsync(Guid child) =>
            (
                await _holder.PostAsync($"/api/plans/visits/of-child/{child}", new { on = "2026-12-01" }).JsonAsync(HttpStatusCode.Created)
            ).Id();
        var visit = await VisitAsync(_child);
        await AddAsync(File(SampleFiles.Jpeg(), to: "visit", aboutId: visit));
        Assert.Equal(visit, Assert.Single(await ListAsync("?to=visit")).Id("aboutId"));
        var others = await VisitAsync((await _holder.OpenCardAsync()).Id("childId"));
        Assert.NotEqual(
            HttpStatusCode.Created,
            (await _holder.PostAsync(List, File(SampleFiles.Jpeg(), to: "visit", aboutId: others))).StatusCode
        );
    }

    [Fact]
    public async Task Files_of_a_report_stand_in_the_order_in_which_they_were_added()
    {
        var path = $"/api/children/signals/{(await _holder.RegisterAsync()).Id()}";
        var added = new List<Guid>();
        foreach (var content in new[] { SampleFiles.Mp3(), SampleFiles.Png() })
            added.Add((await _holder.PostAsync($"{path}/attachments", Bare(content)).JsonAsync(HttpStatusCode.Created)).Id());
        var listed = (await _holder.GetAsync(path).JsonAsync()).GetProperty("attachments").EnumerateArray();
        Assert.Equal(added, listed.Select(a => a.Id()));
    }

    [Fact]
    [Clause("13b.4")]
    public async Task A_responsible_specialist_of_another_body_attaches_evidence_to_their_own_measure_alone()
    {
        var police = await _host.SignedInAsync("police.aksuu");
        await _holder.AssessAsync(_child);
        var plan = await _holder.FormPlanAsync(_child);
        await _holder.SubmitPlanAsync(
            plan,
            await _holder.ResponsibleAsync((await police.GetAsync("/api/access/me").JsonAsync()).Text("fullName")!)
        );
        var measure = (await _holder.PlanAsync(plan)).GetProperty("measures").EnumerateArray().First().Id();
        // not yet in force: nothing is carried out
        await police
            .PostAsync($"/api/plans/measures/{measure}/evidence", Bare(SampleFiles.Jpeg()))
            .RefusedAsync(HttpStatusCode.NotFound, "not-found");
        await (await _host.SignedInAsync("unit.aksuu")).ApprovePlanAsync(plan);
        await _holder
            .PostAsync($"/api/plans/measures/{measure}/evidence", Bare(SampleFiles.Jpeg()))
            .RefusedAsync(HttpStatusCode.NotFound, "not-found");
        await police.PostAsync($"/api/plans/measures/{measure}/evidence", Bare(SampleFiles.Jpeg())).JsonAsync(HttpStatusCode.Created);
        var files = (await police.GetAsync("/api/plans/my-measures?size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(m => m.GetProperty("measure").Id() == measure)
            .GetProperty("files");
        Assert.Equal("a.jpg", files.EnumerateArray().Single().Text("name"));
        Assert.Equal(measure, (await ListAsync("?to=measure")).Single().Id("aboutId"));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
