using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

[Clause("15.2")]
public sealed class ResetPasswordTests : AccountTests
{
    private async Task<string> ResetAsync(string login, bool forgetSecondFactor = false)
    {
        await ActAsync(login, "reset-password", new { confirm = login, forgetSecondFactor }).JsonAsync(HttpStatusCode.Created);
        return (await Host.ConfirmAccessAsync(login)).Text("password");
    }

    private Task<HttpResponseMessage> TryAsync(string login, string password) =>
        Host.Browser().PostAsync("/api/access/sign-in", new { login, password });

    [Fact]
    public async Task Ends_all_sessions_and_gives_a_password_that_must_be_changed()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        await ActAsync("holder.aksuu", "reset-password", new { confirm = "holder.aksuu" }).JsonAsync(HttpStatusCode.Created);
        // one person alone takes nothing away
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/access/me")).StatusCode);
        var password = (await Host.ConfirmAccessAsync("holder.aksuu")).Text("password");
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.GetAsync("/api/access/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync("holder.aksuu", Password)).StatusCode);
        Assert.Equal("change-password", (await TryAsync("holder.aksuu", password).JsonAsync()).Text("next"));
    }

    [Fact]
    public async Task A_second_factor_is_forgotten_by_two_people_alone()
    {
        Task<bool> IsEnrolledAsync() =>
            Host.InScopeAsync(s =>
                s.GetRequiredService<AccessDbContext>()
                    .Accounts.Where(a => a.Login == "holder.aksuu")
                    .Select(a => a.SecondFactor)
                    .SingleAsync()
            );
        await Host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>()
                .Accounts.Where(a => a.Login == "holder.aksuu")
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.SecondFactor, true))
                .AttestedAsync<AccessDbContext, Account>(s)
        );
        await ActAsync("holder.aksuu", "reset-password", new { confirm = "holder.aksuu", forgetSecondFactor = true })
            .JsonAsync(HttpStatusCode.Created);
        Assert.True(await IsEnrolledAsync());
        await Host.ConfirmAccessAsync("holder.aksuu");
        Assert.False(await IsEnrolledAsync());
    }

    /// <summary>A person who signed in with the new password may be an impostor: they approve nothing before the real one could have objected.</summary>
    [Fact]
    [Clause("20.9")]
    public async Task Approvals_wait_for_a_day_after_a_reset()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var stop = new
        {
            ending = "stopped",
            happenedOn = "2026-11-23",
            reason = "x",
        };
        await holder.PostAsync($"/api/closings/of-child/{child}", stop).JsonAsync(HttpStatusCode.Created);
        var unit = await Host.FirstSignInAsync("unit.aksuu", await ResetAsync("unit.aksuu"));
        await DecideAsync(unit).RefusedAsync(HttpStatusCode.Forbidden, "decision.reset-lately");
        Host.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        unit = await Host.SignedInAsync("unit.aksuu", AccessRoad.Chosen);
        await DecideAsync(unit).RefusedAsync(HttpStatusCode.Forbidden, "decision.reset-lately");
        Host.Clock.Advance(TimeSpan.FromSeconds(2));
        await DecideAsync(unit).NothingAsync();

        async Task<HttpResponseMessage> DecideAsync(HttpClient user)
        {
            var closing = (await user.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items")[0];
            var decision = new { consent = true, remarks = "x" };
            return await user.PostAsync($"/api/closings/{closing.Id()}/decide", decision, closing.Id("version").Etag());
        }
    }
}
