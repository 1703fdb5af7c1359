using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Collection("host")]
[Clause("13b.2", "14.1", "19.1", "19.2")]
public sealed class OpenCardTests(RegistryHost host)
{
    [Fact]
    [Clause("19.1", "19.2", "19.3")]
    public async Task A_card_opened_in_time_owes_the_information_and_the_assessment_and_nothing_else()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var card = await holder.CardAsync(child);
        Assert.Equal(["process-report", "assess"], card.Owed().ConvertAll(d => d.Text("step")));
        // its completeness is stored with the child for the reports
        var counted = await host.InScopeAsync(s => s.GetRequiredService<ChildrenDbContext>().Children.SingleAsync(c => c.Id == child));
        Assert.Equal(card.GetProperty("completeness").GetInt32(), counted.Completeness);
        Assert.True(counted.Completeness > 0);
    }

    [Fact]
    public async Task Opens_a_case_with_a_human_number_and_meets_the_deadline_of_clause_19_1()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var opened = await holder.OpenCardAsync(signal: Road.Signal("found-by-specialist"));
        Assert.Matches("^41702205-2026-[0-9]{6}$", opened.Text("caseNumber"));
        var card = await holder.CardAsync(opened.Id("childId"));
        var deadlines = card.GetProperty("deadlines").EnumerateArray().ToDictionary(d => d.Text("step"));
        Assert.Equal("2026-11-23", deadlines["enter-found-child"].Text("metOn"));
        Assert.True(deadlines["process-report"].GetProperty("isOpen").GetBoolean());
        Assert.Equal(opened.Text("caseNumber"), card.GetProperty("case").Text("number"));
    }

    [Fact]
    [Clause("19.3")]
    public async Task A_step_tells_its_term_and_from_when_it_counts()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var assess = Assert.Single((await holder.CardAsync((await holder.OpenCardAsync()).Id("childId"))).Owed("assess"));
        Assert.Equal((7, "working-days"), (assess.GetProperty("term").GetInt32(), assess.Text("unit")));
        Assert.Equal(("2026-11-23", "2026-12-02"), (assess.Text("startedOn"), assess.Text("dueOn")));
    }

    [Fact]
    public async Task Takes_over_what_the_signal_told()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var card = await holder.CardAsync((await holder.OpenCardAsync()).Id("childId"));
        var finding = card.GetProperty("contents").GetProperty("finding");
        Assert.Equal("2026-11-23", finding.Text("foundOn"));
        Assert.Equal(Road.AkSuu, finding.Text("territory"));
        Assert.Equal("Мектепке келбейт, үйүндө жалгыз.", finding.Text("circumstances"));
    }

    [Fact]
    public async Task A_strong_likeness_needs_a_reason()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var identity = Road.NewIdentity("Окшошова", "Бегимай", birthDate: "2015-03-03");
        await holder.OpenCardAsync(identity);
        var signal = await holder.RegisterAsync();
        var version = await holder.VersionAsync($"/api/children/signals/{signal.Id()}");
        var problem = await holder
            .PostAsync($"/api/children/signals/{signal.Id()}/open-card", new { identity }, version)
            .JsonAsync(HttpStatusCode.Conflict);
        Assert.Equal("child.possible-duplicate", problem.CodeAt("otherChildBecause"));
        await holder
            .PostAsync($"/api/children/signals/{signal.Id()}/open-card", new { identity, otherChildBecause = "Эгизи" }, version)
            .JsonAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_signal_is_processed_once()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        await holder.OpenCardFromAsync(signal);
        var again = await holder.PostAsync(
            $"/api/children/signals/{signal}/open-card",
            new { identity = Road.NewIdentity(), otherChildBecause = "x" },
            await holder.VersionAsync($"/api/children/signals/{signal}")
        );
        Assert.Equal("signal.not-open", (await Task.FromResult(again).JsonAsync(HttpStatusCode.Conflict)).Text("code"));
    }

    [Fact]
    public async Task Refuses_a_child_without_any_name()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = (await holder.RegisterAsync()).Id();
        var problem = await holder
            .PostAsync(
                $"/api/children/signals/{signal}/open-card",
                new { identity = new { } },
                await holder.VersionAsync($"/api/children/signals/{signal}")
            )
            .JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("child.name-required", problem.CodeAt("identity.name"));
    }
}
