using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("19.2")]
public sealed class CloseUnfoundedTests(RegistryHost host)
{
    [Fact]
    public async Task Stops_the_clocks_and_keeps_the_reason_and_the_signal()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync(Road.Signal("found-by-specialist"))).Id();
        var answer = await holder.PostAsync(
            $"/api/children/signals/{signal}/close-unfounded",
            new { reason = "not-confirmed", note = "Бала үйүндө, баары жайында" },
            await holder.VersionAsync($"/api/children/signals/{signal}")
        );
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var read = await holder.GetAsync($"/api/children/signals/{signal}").JsonAsync();
        Assert.Equal(("unfounded", "not-confirmed"), (read.Text("status"), read.Text("unfoundedReason")));
        Assert.Equal("Бала үйүндө, баары жайында", read.GetProperty("contents").Text("unfoundedNote"));
        Assert.All(read.GetProperty("deadlines").EnumerateArray(), d => Assert.False(d.GetProperty("isOpen").GetBoolean()));
    }

    [Fact]
    public async Task Needs_a_reason_of_the_dictionary_and_a_note()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        var version = await holder.VersionAsync($"/api/children/signals/{signal}");
        Assert.Equal(
            "field.required",
            (
                await holder
                    .PostAsync($"/api/children/signals/{signal}/close-unfounded", new { reason = "not-confirmed", note = "" }, version)
                    .JsonAsync(HttpStatusCode.BadRequest)
            ).CodeAt("note")
        );
        Assert.Equal(
            "dictionary.unknown-code",
            (
                await holder
                    .PostAsync($"/api/children/signals/{signal}/close-unfounded", new { reason = "no-such", note = "x" }, version)
                    .JsonAsync(HttpStatusCode.BadRequest)
            ).CodeAt("reason")
        );
    }
}
