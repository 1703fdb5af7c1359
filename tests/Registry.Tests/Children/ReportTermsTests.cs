using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>Where and by whom the steps of a report are owed.</summary>
[Collection("host")]
[Clause("19.2", "11.3")]
public sealed class ReportTermsTests(RegistryHost host)
{
    [Fact]
    public async Task A_report_from_another_place_owes_its_steps_where_the_known_childs_case_lies()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var known = (await holder.OpenCardAsync()).Id("childId");
        var signal = (await holder.RegisterAsync(Road.Signal(territory: Road.Town))).Id();
        Task<List<string>> PlacesAsync() =>
            host.InScopeAsync(s =>
                s.GetRequiredService<ChildrenDbContext>().Deadlines.Where(d => d.AboutId == signal).Select(d => d.Territory).ToListAsync()
            );
        Assert.Equal([Road.Town], await PlacesAsync());
        await holder.LinkAsync(signal, known);
        Assert.Equal([Road.AkSuu], await PlacesAsync());
    }

    [Fact]
    public async Task Who_registers_a_report_of_their_own_place_owes_its_first_step()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var self = (await holder.GetAsync("/api/access/me").JsonAsync()).Id("specialistId");
        var signal = (await holder.RegisterAsync()).Id();
        var owedBy = await host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>().Deadlines.Where(d => d.AboutId == signal).Select(d => d.ResponsibleId).ToListAsync()
        );
        Assert.Equal([self], owedBy);
    }
}
