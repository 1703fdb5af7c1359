using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Checks;
using Registry.Platform.Events;
using Registry.Platform.Model;
using Registry.Platform.Operations;
using Registry.Tests.Host;
using Registry.Tests.Purging;
using Registry.Web;

namespace Registry.Tests.Platform;

/// <summary>Findings of the nightly checks are visible to an administrator until they are resolved.</summary>
[Clause("14.3")]
public sealed class NightlyCheckTests : IAsyncLifetime
{
    private static readonly Guid Case = Guid.CreateVersion7();
    private readonly Found _found = new();
    private readonly RegistryHost _host;

    public NightlyCheckTests() =>
        _host = new()
        {
            With = services =>
            {
                services.AddSingleton(_found);
                services.AddScoped<INightlyCheck, BrokenCheck>();
                services.AddScoped<INightlyCheck, TestCheck>();
            },
        };

    public async Task InitializeAsync() => await _host.SignedInAsync("admin");

    private sealed class Found
    {
        public List<Finding> Now { get; } = [];
    }

    private sealed class TestCheck(Found found) : INightlyCheck
    {
        public string Key => "test";

        public Task<IReadOnlyList<Finding>> FindAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Finding>>([.. found.Now]);
    }

    private sealed class BrokenCheck : INightlyCheck
    {
        public string Key => "broken";

        public Task<IReadOnlyList<Finding>> FindAsync(CancellationToken ct) => throw new InvalidOperationException();
    }

    /// <summary>A failing check makes the job fail, but the others still run.</summary>
    private Task NightAsync() =>
        Assert.ThrowsAsync<AggregateException>(() => _host.RunJobAsync<RunNightlyChecks>(job => job.RunAsync(default)));

    [Fact]
    public async Task A_finding_degrades_the_health_and_is_told_once_until_it_is_settled()
    {
        await NightAsync();
        Assert.Equal("Healthy", await HealthAsync());
        _found.Now.Add(new(Case, "C-1"));
        await NightAsync();
        await NightAsync();
        Assert.Equal("Degraded\nnightly-checks", await HealthAsync());
        await _host.Service<OutboxDispatcher>().SweepAsync(default);
        var admin = await _host.SignedInAsync("admin");
        var told = (await admin.GetAsync("/api/access/notices?size=100").JsonAsync()).GetProperty("items");
        Assert.Single(
            told.EnumerateArray(),
            n => n.Text("kind") == "trouble" && n.Text("text").Contains("Базанын иши", StringComparison.Ordinal)
        );
        var kept = await _host.InScopeAsync(s => s.GetRequiredService<PlatformDbContext>().Findings.SingleAsync());
        Assert.Equal(("test", Case, "C-1"), (kept.Check, kept.AboutId, kept.Number));
        _found.Now.Clear();
        await NightAsync();
        Assert.Equal("Healthy", await HealthAsync());
    }

    private Task<string> HealthAsync() => _host.Browser().GetStringAsync("/health/ready");

    [Fact]
    public void Every_check_of_the_Base_is_named_in_every_language()
    {
        using var scope = _host.Services.CreateScope();
        var texts = _host.Service<Texts>();
        foreach (var check in scope.ServiceProvider.GetServices<INightlyCheck>().Where(c => c is not (TestCheck or BrokenCheck)))
            Assert.True(texts.Has($"check.{check.Key}"), check.Key);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
