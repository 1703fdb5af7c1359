using Registry.Access;
using Registry.Children;

namespace Registry.Host;

/// <summary>Synthetic people and users for Development; never in Production.</summary>
internal static class Demo
{
    public static async Task LoadAsync(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = await AccessModule.PrepareAccessDemoAsync(scope.ServiceProvider, ct);
        var holders = users.Where(u => u.Role == "Holder").Select(u => (u.AccountId, u.SpecialistId, u.Territory!)).ToList();
        await ChildrenModule.PrepareChildrenDemoAsync(app.Services, holders, ct);
        app.Logger.LogInformation(
            "Demo users, password {Password}: {Users}",
            users[0].Password,
            string.Join(", ", users.Select(u => $"{u.Login} ({u.Role})"))
        );
    }
}
