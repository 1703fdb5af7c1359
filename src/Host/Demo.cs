using Registry.Access;
using Registry.Assessments;
using Registry.Basics.Access;
using Registry.Children;
using Registry.Institutions;
using Registry.ProtectionPlans;
using Registry.Reporting;

namespace Registry.Host;

/// <summary>Synthetic people and users for Development; never in Production.</summary>
internal static class Demo
{
    public static async Task LoadAsync(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = await AccessModule.PrepareAccessDemoAsync(scope.ServiceProvider, ct);
        var holders = users.Where(u => u.Role is Role.Holder).Select(u => (u.AccountId, u.SpecialistId, u.Territory!)).ToList();
        var cases = await ChildrenModule.PrepareChildrenDemoAsync(app.Services, holders, ct);
        await AssessmentsModule.PrepareAssessmentsDemoAsync(app.Services, cases, ct);
        await ProtectionPlansModule.PreparePlansDemoAsync(app.Services, cases, ct);
        await InstitutionsModule.PrepareInstitutionsDemoAsync(app.Services, cases, ct);
        if (cases.Count > 0)
            await ReportingModule.RebuildFactsAsync(app.Services, ct);
        app.Logger.LogInformation(
            "Demo users, password {Password}: {Users}",
            users[0].Password,
            string.Join(", ", users.Select(u => $"{u.Login} ({u.Role})"))
        );
    }
}
