using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Database;
using Registry.Contracts;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>A second person is another person, and of a body that takes such decisions.</summary>
[Clause("20.9", "3", "27")]
public sealed class DecidersTests : AccountTests
{
    private const string Chosen = "zhashyl-archa-2026-own";

    private static readonly object Stop = new
    {
        ending = "stopped",
        happenedOn = "2026-11-23",
        reason = "Баа берүүнүн кереги жок",
    };

    private Task<Guid> SpecialistAsync(string login) =>
        Host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>().Accounts.Where(a => a.Login == login).Select(a => a.SpecialistId).SingleAsync()
        );

    /// <summary>Another access for a specialist who has one already, signed in with a password of their own.</summary>
    private async Task<HttpClient> SecondAccountAsync(string of, string login, string role, string? territory)
    {
        var granted = await Admin
            .PostAsync(
                "/api/access/accounts",
                new
                {
                    specialistId = await SpecialistAsync(of),
                    login,
                    access = Access(role, territory),
                }
            )
            .JsonAsync(HttpStatusCode.Created);
        var browser = Host.Browser();
        var first = new
        {
            login,
            password = granted.Text("password"),
            newPassword = Chosen,
        };
        await browser.PostAsync("/api/access/sign-in", first).JsonAsync();
        return await Host.SignedInAsync(login, Chosen);
    }

    [Fact]
    public async Task The_person_who_asked_does_not_consent_through_a_second_account()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.PostAsync($"/api/closings/of-child/{child}", Stop).JsonAsync(HttpStatusCode.Created);
        var same = await SecondAccountAsync("holder.aksuu", "holder.as.unit", "territorial-unit", Road.AkSuu);
        var closing = (await same.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items")[0];
        await same.PostAsync(
                $"/api/closings/{closing.Id()}/decide",
                new { consent = true, remarks = "Макулмун" },
                closing.Id("version").Etag()
            )
            .RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");
    }

    [Fact]
    public async Task Who_formed_and_sent_a_plan_does_not_approve_it_through_a_second_account()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.AssessAsync(child);
        var plan = await holder.FormPlanAsync(child);
        await holder.SubmitPlanAsync(plan, await holder.ResponsibleAsync());
        var same = await SecondAccountAsync("holder.aksuu", "holder.as.unit", "territorial-unit", Road.AkSuu);
        var path = $"/api/plans/{plan}";
        await same.PostAsync($"{path}/decide", new { approve = true }, await same.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");
    }

    [Theory]
    [InlineData(Decision.ConsentToEnding, "unit.aksuu", "TerritorialUnit", null)]
    [InlineData(Decision.ConsentToEnding, "ministry", "AuthorisedBody", DeciderProblem.WrongBody)]
    [InlineData(Decision.ConsentToEnding, "police.aksuu", "TerritorialUnit", DeciderProblem.WrongBody)]
    [InlineData(Decision.ApprovePlan, "holder.aksuu", "Holder", DeciderProblem.WrongBody)]
    [InlineData(Decision.DecideDisclosure, "ministry", "AuthorisedBody", null)]
    [InlineData(Decision.ConfirmPurge, "unit.aksuu", "TerritorialUnit", DeciderProblem.WrongBody)]
    [InlineData(Decision.ConfirmPurge, "ministry", "AuthorisedBody", null)]
    [InlineData(Decision.MergeAcrossDistricts, "ministry", "AuthorisedBody", null)]
    public async Task A_decision_belongs_to_a_role_in_a_body_of_the_right_kind(
        Decision decision,
        string login,
        string role,
        DeciderProblem? problem
    )
    {
        var decider = await SpecialistAsync(login);
        var found = await Host.InScopeAsync(s =>
            s.GetRequiredService<IDeciders>().ProblemAsync(decision, decider, role, [Registry.Kernel.Ids.New()], CancellationToken.None)
        );
        Assert.Equal(problem, found);
    }

    /// <summary>The database itself refuses it, so who is another specialist is another person.</summary>
    [Fact]
    public async Task No_personal_number_is_registered_twice()
    {
        var (unit, holder) = (await SpecialistAsync("unit.aksuu"), await SpecialistAsync("holder.aksuu"));
        await Host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<AccessDbContext>();
            var token = await db.Specialists.Where(p => p.Id == holder).Select(p => p.PinToken).SingleAsync();
            return await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
                db.Specialists.Where(p => p.Id == unit).ExecuteUpdateAsync(set => set.SetProperty(p => p.PinToken, token))
            );
        });
    }
}
