using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>A late event closes nothing that was created after it.</summary>
[Clause("19.2", "20.9")]
public sealed class LateEventTests : IDisposable
{
    private readonly RegistryHost _host = new();

    [Fact]
    public async Task A_completed_assessment_told_of_late_leaves_alone_what_was_reported_and_asked_since()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.AssessAsync(child);
        await _host.SettleAsync();
        var further = (await holder.RegisterAsync(Road.Signal())).Id();
        await holder.LinkAsync(further, child);
        var signal = $"/api/children/signals/{further}";
        await holder
            .PostAsync($"{signal}/no-assessment", new { reason = "x" }, await holder.VersionAsync(signal))
            .JsonAsync(HttpStatusCode.Created);
        await ComesAgainAsync(nameof(AssessmentCompleted), child);
        var asked = (await holder.GetAsync("/api/children/no-assessments?size=100").JsonAsync()).GetProperty("items");
        Assert.Single(asked.EnumerateArray(), a => a.Id("childId") == child);
        Assert.True(
            await _host.InScopeAsync(s =>
                s.GetRequiredService<PlatformDbContext>()
                    .Deadlines.AnyAsync(d => d.AboutId == further && d.Step == Step.ProcessReport && d.IsOpen)
            )
        );
    }

    /// <summary>Redelivers an event, as if no handler had processed it yet.</summary>
    private async Task ComesAgainAsync(string type, Guid child)
    {
        var waiting = await _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<PlatformDbContext>();
            var about = db.Outbox.Where(m => m.Subject == child && m.Type.EndsWith(type));
            await db.Inbox.Where(i => about.Any(m => m.Id == i.EventId)).ExecuteDeleteAsync();
            return await about.ExecuteUpdateAsync(set => set.SetProperty(m => m.HandedOnAt, (DateTime?)null));
        });
        Assert.NotEqual(0, waiting);
        await _host.SettleAsync();
    }

    public void Dispose() => _host.Dispose();
}
