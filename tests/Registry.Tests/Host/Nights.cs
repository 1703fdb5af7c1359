using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Jobs;

namespace Registry.Tests.Host;

/// <summary>Days that pass as in the running Base.</summary>
internal static class Nights
{
    /// <summary>Moves the clock day by day; each nightly job writes its journal entry, so that the clock is not doubted.</summary>
    public static async Task PassAsync(this RegistryHost host, int days)
    {
        for (var day = 0; day < days; day++)
        {
            host.Clock.Advance(TimeSpan.FromDays(1));
            await host.NightAsync();
        }
    }

    /// <summary>The journal entry of a nightly job.</summary>
    public static Task<bool> NightAsync(this RegistryHost host, string? problem = null, string job = "platform.run-nightly-checks") =>
        host.InScopeAsync(async services =>
        {
            await services.GetRequiredService<JobRuns>().RecordAsync(job, TimeSpan.FromSeconds(1), problem, default);
            return true;
        });

    /// <summary>After a jump of the clock, an administrator confirms the date.</summary>
    public static async Task ConfirmClockAsync(this RegistryHost host)
    {
        var admin = await host.SignedInAsync("admin");
        await admin
            .PostAsync("/api/access/operations/clock/confirm", new { today = host.Today() })
            .JsonAsync(System.Net.HttpStatusCode.NoContent);
    }

    public static string Today(this RegistryHost host) =>
        Registry.Basics.Time.Bishkek.Today(host.Clock).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
