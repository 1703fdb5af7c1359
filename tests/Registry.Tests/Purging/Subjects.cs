using Microsoft.Extensions.DependencyInjection;
using Registry.Kernel.Purging;
using Registry.Tests.Host;

namespace Registry.Tests.Purging;

/// <summary>Subjects of some age, what the modules hold of them, and the jobs that end their data.</summary>
internal static class Subjects
{
    public static async Task<Guid> BornAsync(this HttpClient holder, string born, bool estimated = false)
    {
        var signal = await holder.RegisterAsync();
        var identity = new
        {
            surname = "Куранова",
            name = "Айчүрөк",
            sex = "female",
            birthDate = born,
            birthDateEstimated = estimated,
            noPatronymic = true,
            citizenship = "KG",
        };
        return (await holder.OpenCardFromAsync(signal.Id(), identity)).Id("childId");
    }

    /// <summary>How many rows all modules hold about a child.</summary>
    public static Task<int> RowsAboutAsync(this RegistryHost host, Guid child) =>
        host.InScopeAsync(async services =>
        {
            var count = 0;
            foreach (var store in services.GetServices<ISubjectStore>())
                count += await store.CountAsync(child, default);
            return count;
        });

    public static Task<int> RunJobAsync<T>(this RegistryHost host, Func<T, Task> run)
        where T : notnull =>
        host.InScopeAsync(async services =>
        {
            await run(services.GetRequiredService<T>());
            return 0;
        });
}
