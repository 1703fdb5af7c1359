using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Drafts;
using Registry.Children.Model;
using Registry.Tests.Host;
using Registry.Tests.Purging;

namespace Registry.Tests.Children;

[Clause("14.2")]
public sealed class TellOpenFormTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;
    private Guid _child;

    public async Task InitializeAsync()
    {
        _holder = await _host.SignedInAsync("holder.aksuu");
        _child = (await _holder.OpenCardAsync()).Id("childId");
    }

    [Fact]
    public async Task Two_people_at_one_form_on_two_hosts_see_each_other_for_two_minutes()
    {
        await using var other = RegistryHost.On(_host.Folder);
        other.Clock.SetUtcNow(_host.Clock.GetUtcNow());
        var unit = await other.SignedInAsync("unit.aksuu");
        Assert.Empty(await OthersAsync(_holder));
        // the same person in another window is not someone else
        Assert.Empty(await OthersAsync(_holder));
        Assert.Equal([await NameAsync(_holder)], await OthersAsync(unit));
        Assert.Equal([await NameAsync(unit)], await OthersAsync(_holder));
        Assert.Empty(await OthersAsync(_holder, "card.residence"));
        _host.Clock.Advance(OpenForm.Lasts + TimeSpan.FromSeconds(1));
        Assert.Empty(await OthersAsync(_holder));
    }

    [Fact]
    [Clause("25.1")]
    public async Task Who_may_not_see_the_child_neither_says_nor_hears_it() =>
        await (await _host.SignedInAsync("holder.alamudun"))
            .PostAsync("/api/children/open-forms", new { key = "card.identity", childId = _child })
            .RefusedAsync(HttpStatusCode.NotFound, "not-found");

    [Fact]
    [Clause("25.2")]
    public async Task Nothing_of_it_is_kept()
    {
        await OthersAsync(_holder);
        await _host.PassAsync(days: 1);
        await _host.RunJobAsync<ForgetDrafts>(job => job.RunAsync(default));
        Assert.False(await _host.InScopeAsync(s => s.GetRequiredService<ChildrenDbContext>().OpenForms.AnyAsync()));
    }

    private async Task<IEnumerable<string?>> OthersAsync(HttpClient user, string key = "card.identity") =>
        (await user.PostAsync("/api/children/open-forms", new { key, childId = _child }).JsonAsync())
            .GetProperty("others")
            .EnumerateArray()
            .Select(o => o.GetString());

    private static async Task<string> NameAsync(HttpClient user) => (await user.GetAsync("/api/access/me").JsonAsync()).Text("fullName");

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
