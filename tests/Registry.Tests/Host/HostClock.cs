using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Registry.Tests.Host;

/// <summary>
/// The clock of the host that serves the current request. FastEndpoints creates validators from the provider of the last host started in the process: a
/// validator of one host would otherwise count days by the clock of another.
/// </summary>
internal sealed class HostClock(FakeTimeProvider own) : TimeProvider
{
    private static readonly AsyncLocal<FakeTimeProvider?> OfRequest = new();

    public override DateTimeOffset GetUtcNow() => (OfRequest.Value ?? own).GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => own.LocalTimeZone;

    public override long TimestampFrequency => own.TimestampFrequency;

    public override long GetTimestamp() => own.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        own.CreateTimer(callback, state, dueTime, period);

    /// <summary>Sets the current clock at the beginning of every request.</summary>
    internal sealed class Filter(FakeTimeProvider own) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (_, go) =>
                    {
                        OfRequest.Value = own;
                        return go();
                    }
                );
                next(app);
            };
    }
}
