using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("19.3")]
public sealed class OneOpenStepTests(RegistryHost host)
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    private static DeadlineSubject About(Guid id) => new(id, "S-T", Ids.New(), Road.AkSuu, null);

    [Fact]
    public async Task The_same_step_is_never_owed_twice_about_the_same_thing()
    {
        var about = About(Ids.New());
        await StartAsync(about);
        var second = await Assert.ThrowsAsync<DbUpdateException>(() => StartAsync(about));
        Assert.True(UniqueViolation.Is(second));
    }

    private Task<int> StartAsync(DeadlineSubject about) =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            await s.GetRequiredService<StatutoryClock>().StartAsync(db, StatutoryTerm.Assess, Day, about, default);
            return await db.SaveChangesAsync();
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_ends_and_begins_in_one_call_takes_its_own_place(bool met)
    {
        var about = About(Ids.New());
        await StartAsync(about);
        await host.InScopeAsync(async s =>
        {
            var (db, clock) = (s.GetRequiredService<ChildrenDbContext>(), s.GetRequiredService<StatutoryClock>());
            if (met)
                await clock.MeetAsync(db, Step.Assess, about.AboutId, default);
            await clock.RestartAsync(db, StatutoryTerm.Assess, Day, about, LapseReason.AssessmentSuperseded, default);
            await db.SaveChangesAsync();
            var all = await db.Deadlines.Where(d => d.AboutId == about.AboutId).ToListAsync();
            Assert.Equal((2, 1), (all.Count, all.Count(d => d.IsOpen)));
            return 0;
        });
    }

    [Fact]
    public async Task Reports_linked_to_one_child_at_the_same_moment_owe_one_assessment()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.EnterInformationAsync(child);
        await holder.AssessAsync(child);
        await host.SettleAsync();
        var signals = new List<Guid>();
        for (var i = 0; i < 4; i++)
            signals.Add((await holder.RegisterAsync()).Id());
        var answers = await Task.WhenAll(signals.Select(LinkAsync));
        Assert.Contains(HttpStatusCode.OK, answers);
        Assert.All(
            answers,
            a => Assert.True(a is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed, $"{a}")
        );
        // the refused caller retries and finds the step already owed
        foreach (var (signal, _) in signals.Zip(answers).Where(s => s.Second is not HttpStatusCode.OK))
            Assert.Equal(HttpStatusCode.OK, await LinkAsync(signal));
        Assert.Single((await holder.CardAsync(child)).Owed("assess"));
        Assert.Equal(5, (await holder.CardAsync(child)).GetProperty("signals").GetArrayLength());

        async Task<HttpStatusCode> LinkAsync(Guid signal)
        {
            var version = await holder.VersionAsync($"/api/children/signals/{signal}");
            return (await holder.PostAsync($"/api/children/signals/{signal}/link", new { childId = child }, version)).StatusCode;
        }
    }
}
