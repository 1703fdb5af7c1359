using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Registry.Assessments.Model;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;
using Registry.ProtectionPlans.Model;
using Registry.ProtectionPlans.Plans;

namespace Registry.Benchmarks;

/// <summary>Forming a plan [3], durably saved, compared with reading its inputs: case, card, assessment and the previous plan.</summary>
internal static class PlanFigures
{
    private const int Rounds = 4;

    public static async Task MeasureAsync(IServiceProvider services)
    {
        var children = await ChildrenAsync(services);
        List<double> reading = [];
        List<double> forming = [];
        var measures = 0;
        for (var round = 0; round < Rounds; round++)
            foreach (var child in children)
            {
                var read = await TimedAsync(services, child, form: false);
                var formed = await TimedAsync(services, child, form: true);
                if (round == 0)
                    continue; // warm-up
                reading.Add(read.Milliseconds);
                forming.Add(formed.Milliseconds);
                measures += formed.Measures;
            }
        reading.Sort();
        forming.Sort();
        var (r, f) = (reading[reading.Count / 2], forming[forming.Count / 2]);
        Console.WriteLine($"\n| forming a plan, {children.Count} children, {measures / forming.Count} measures each | p50 ms |\n|---|---|");
        Console.WriteLine($"| reading its inputs | {r:F2} |\n| reading, forming and saving | {f:F2} |\n| ratio (goal 3.00) | {f / r:F2} |");
    }

    /// <summary>The assessed children without a plan, so that every rule proposes.</summary>
    private static async Task<List<Guid>> ChildrenAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var planned = await scope.ServiceProvider.GetRequiredService<ProtectionPlansDbContext>().Plans.Select(p => p.ChildId).ToListAsync();
        var assessed = await scope
            .ServiceProvider.GetRequiredService<AssessmentsDbContext>()
            .Assessments.Where(a => a.CompletedOn != null && a.Conclusion != Conclusion.NotConfirmed)
            .Select(a => a.ChildId)
            .ToListAsync();
        return [.. assessed.Except(planned)];
    }

    private static async Task<(double Milliseconds, int Measures)> TimedAsync(IServiceProvider services, Guid child, bool form)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        var db = provider.GetRequiredService<ProtectionPlansDbContext>();
        var former = provider.GetRequiredService<PlanFormer>();
        var cases = provider.GetRequiredService<ICases>();
        var assessments = provider.GetRequiredService<IAssessments>();
        var today = provider.GetRequiredService<TimeProvider>().Today();
        var vault = provider.GetRequiredService<Vault>();
        var started = Stopwatch.GetTimestamp();
        var about = (await cases.AnyCaseAsync(child, default))!;
        var assessment = (await assessments.LastAsync(about.CaseId, default))!;
        var before = await db
            .Plans.Include(p => p.Measures)
            .Where(p => p.CaseId == about.CaseId)
            .OrderByDescending(p => p.PlanVersion)
            .FirstOrDefaultAsync();
        var known = await former.CircumstancesAsync(child, assessment, default);
        if (!form)
            return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, 0);
        var seal = await vault.OfAsync(child, default);
        var plan = former.Form(about, assessment, known, before, today, about.ResponsibleId, seal);
        await db.SaveChangesAsync();
        var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var count = plan.Measures.Count;
        db.Remove(plan);
        await db.SaveChangesAsync();
        return (taken, count);
    }
}
