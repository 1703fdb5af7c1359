using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>What accounts, passwords and second persons refuse, each by its code.</summary>
[Clause("15.2", "14.5")]
public sealed class AccountRefusalTests : AccountTests
{
    private Task<HttpResponseMessage> SuspendAsync(string login) => ActAsync(login, "suspend", new { reason = "x", confirm = login });

    [Fact]
    public async Task An_access_is_suspended_once_and_resumed_once()
    {
        await ActAsync("holder.aksuu", "resume").RefusedAsync(HttpStatusCode.Conflict, "account.not-suspended");
        await SuspendAsync("holder.aksuu").NothingAsync();
        await SuspendAsync("holder.aksuu").RefusedAsync(HttpStatusCode.Conflict, "account.suspended-already");
    }

    [Fact]
    public Task Nobody_suspends_their_own_access() => SuspendAsync("admin").RefusedAsync(HttpStatusCode.Conflict, "account.own");

    [Fact]
    public async Task The_password_that_was_given_out_is_not_chosen_again()
    {
        const string login = "same.password";
        var specialist = await Host.RegisterColleagueAsync("holder.aksuu", "Жаңыева", "Келди", "10505198512345");
        var (_, password) = await Host.GrantAsync(specialist, login, Access());
        await Host.Browser()
            .PostAsync(
                "/api/access/sign-in",
                new
                {
                    login,
                    password,
                    newPassword = password,
                }
            )
            .RefusedAsync(HttpStatusCode.BadRequest, "password.same");
    }

    /// <summary>The body had the right kind when the role was granted; what counts is its kind today.</summary>
    [Fact]
    [Clause("20.9")]
    public async Task Nobody_consents_from_a_body_that_takes_no_such_decisions()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var ending = new
        {
            ending = "stopped",
            happenedOn = "2026-11-23",
            reason = "x",
        };
        var closing = (await holder.PostAsync($"/api/closings/of-child/{child}", ending).JsonAsync(HttpStatusCode.Created)).Id();
        var unit = await Host.SignedInAsync("unit.aksuu");
        var version = (await unit.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items")[0].Id("version").Etag();
        await Host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<AccessDbContext>();
            var specialist = await db.Accounts.Where(a => a.Login == "unit.aksuu").Select(a => a.SpecialistId).SingleAsync();
            var body = await db.Specialists.Where(p => p.Id == specialist).Select(p => p.BodyId).SingleAsync();
            return await db
                .Bodies.Where(b => b.Id == body)
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.Kind, BodyKind.Institution))
                .AttestedAsync<AccessDbContext, Body>(s);
        });
        await unit.PostAsync($"/api/closings/{closing}/decide", new { consent = true, remarks = "x" }, version)
            .RefusedAsync(HttpStatusCode.Forbidden, "decision.wrong-body");
    }
}
