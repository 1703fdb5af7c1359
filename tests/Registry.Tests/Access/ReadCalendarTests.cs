using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Collection("host")]
public sealed class ReadCalendarTests(RegistryHost host)
{
    [Fact]
    public async Task Says_which_days_are_estimated()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var days = (await holder.GetAsync("/api/access/calendar/2028").JsonAsync()).GetProperty("days").EnumerateArray();
        Assert.Contains(days, d => d.Text("date") == "2028-02-26" && d.GetProperty("estimated").GetBoolean());
        Assert.Equal(HttpStatusCode.BadRequest, (await holder.GetAsync("/api/access/calendar/1800")).StatusCode);
    }
}
