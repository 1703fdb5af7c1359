using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>A second person is another person, and of a body that takes such decisions.</summary>
[Clause("20.9", "3", "27")]
public sealed class DecidersTests : AccountTests
{
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

    /// <summary>The holder becomes the unit: they may not approve their own earlier request.</summary>
    private Task PromoteHolderAsync() => Host.ChangeAccessAsync(Admin, "holder.aksuu", Access("territorial-unit"));

    [Fact]
    public async Task The_person_who_asked_does_not_consent_in_another_role()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.PostAsync($"/api/closings/of-child/{child}", Stop).JsonAsync(HttpStatusCode.Created);
        await PromoteHolderAsync();
        var closing = (await holder.GetAsync($"/api/closings?childId={child}").JsonAsync()).GetProperty("items")[0];
        await holder
            .PostAsync($"/api/closings/{closing.Id()}/decide", new { consent = true, remarks = "Макулмун" }, closing.Id("version").Etag())
            .RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");
    }

    [Fact]
    public async Task Who_formed_and_sent_a_plan_does_not_approve_it_in_another_role()
    {
        var holder = await Host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        await holder.AssessAsync(child);
        var plan = await holder.FormPlanAsync(child);
        await holder.SubmitPlanAsync(plan, await holder.ResponsibleAsync());
        await PromoteHolderAsync();
        var path = $"/api/plans/{plan}";
        await holder
            .PostAsync($"{path}/decide", new { approve = true }, await holder.VersionAsync(path))
            .RefusedAsync(HttpStatusCode.Forbidden, "decision.same-person");
    }

    /// <summary>A Base older than the index may contain a duplicated number: both registrations are one person.</summary>
    [Fact]
    public async Task Whoever_is_registered_twice_under_one_number_is_no_second_person()
    {
        var (unit, holder) = (await SpecialistAsync("unit.aksuu"), await SpecialistAsync("holder.aksuu"));
        Task<DeciderProblem?> ProblemAsync() =>
            Host.InScopeAsync(s =>
                s.GetRequiredService<IDeciders>()
                    .ProblemAsync(Decision.ConsentToEnding, unit, Role.TerritorialUnit, [holder], CancellationToken.None)
            );
        Assert.Null(await ProblemAsync());
        await Host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<AccessDbContext>();
            var pin = await s.GetRequiredService<SpecialistPins>()
                .OpenAsync(await db.Specialists.SingleAsync(p => p.Id == holder), default);
            var seal = (await s.GetRequiredService<Vault>().OfBaseAsync(default)).Close(new SealedAt(unit, 1), SpecialistPins.Purpose, pin);
            return await db
                .Specialists.Where(p => p.Id == unit)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(p => p.SealedPin, seal).SetProperty(p => p.SealNo, 1).SetProperty(p => p.PinToken, (byte[]?)null)
                )
                .AttestedAsync<AccessDbContext, Specialist>(s);
        });
        Assert.Equal(DeciderProblem.SamePerson, await ProblemAsync());
    }

    [Theory]
    [InlineData(Decision.ConsentToEnding, "unit.aksuu", Role.TerritorialUnit, null)]
    [InlineData(Decision.ConsentToEnding, "ministry", Role.AuthorisedBody, DeciderProblem.WrongBody)]
    [InlineData(Decision.ConsentToEnding, "police.aksuu", Role.TerritorialUnit, DeciderProblem.WrongBody)]
    [InlineData(Decision.ApprovePlan, "holder.aksuu", Role.Holder, DeciderProblem.WrongBody)]
    [InlineData(Decision.DecideDisclosure, "ministry", Role.AuthorisedBody, null)]
    [InlineData(Decision.ConfirmPurge, "unit.aksuu", Role.TerritorialUnit, DeciderProblem.WrongBody)]
    [InlineData(Decision.ConfirmPurge, "ministry", Role.AuthorisedBody, null)]
    [InlineData(Decision.MergeAcrossDistricts, "ministry", Role.AuthorisedBody, null)]
    [InlineData(Decision.ConfirmAccess, "ministry", Role.AuthorisedBody, null)]
    [InlineData(Decision.ConfirmAccess, "admin", Role.BaseAdministrator, null)]
    [InlineData(Decision.ConfirmAccess, "unit.aksuu", Role.TerritorialUnit, DeciderProblem.WrongBody)]
    [InlineData(Decision.ConfirmAccess, "central", Role.CentralBody, DeciderProblem.WrongBody)]
    public async Task A_decision_belongs_to_a_role_in_a_body_of_the_right_kind(
        Decision decision,
        string login,
        Role role,
        DeciderProblem? problem
    )
    {
        var decider = await SpecialistAsync(login);
        var found = await Host.InScopeAsync(s =>
            s.GetRequiredService<IDeciders>().ProblemAsync(decision, decider, role, [Registry.Basics.Ids.New()], CancellationToken.None)
        );
        Assert.Equal(problem, found);
    }

    /// <summary>The database itself refuses it, so a different specialist is a different person.</summary>
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
