using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Children.Purging;
using Registry.Contracts;
using Registry.Platform.Purging;
using Registry.Tests.Host;

namespace Registry.Tests.Purging;

/// <summary>Subjects of various ages, what the modules hold about them, and the jobs that purge their data.</summary>
internal static class Subjects
{
    public static async Task<Guid> BornAsync(this HttpClient holder, string born = "2016-05-04", string foundOn = "2026-11-23")
    {
        var signal = await holder.RegisterAsync(Road.Signal(foundOn: foundOn));
        var identity = new
        {
            surname = "Куранова",
            name = "Айчүрөк",
            sex = "female",
            birthDate = born,
            noPatronymic = true,
            citizenship = "KG",
        };
        return (await holder.OpenCardFromAsync(signal.Id(), identity)).Id("childId");
    }

    /// <summary>An old record whose case has ended: a person of that age can no longer be entered.</summary>
    public static async Task<Guid> LongKnownAsync(
        this RegistryHost host,
        HttpClient holder,
        string? born,
        bool estimated = false,
        bool inDoubt = false
    )
    {
        var child = await holder.BornAsync(foundOn: host.Today());
        await host.AgedAsync(child, born, estimated, inDoubt);
        await host.CloseCaseAsync(child);
        return child;
    }

    private static Task CloseCaseAsync(this RegistryHost host, Guid child) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>()
                .Cases.Where(c => c.ChildId == child)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CaseStatus.Closed))
                .AttestedAsync<ChildrenDbContext, Case>(s)
        );

    /// <summary>As if it had been entered in the year 2010 with this birth date.</summary>
    public static Task AgedAsync(this RegistryHost host, Guid child, string? born, bool estimated = false, bool inDoubt = false) =>
        host.RewrittenAsync(
            child,
            (nameof(Child.BirthDate), Day(born)),
            (nameof(Child.BirthDateEstimated), estimated),
            (nameof(Child.BirthDateInDoubt), inDoubt),
            (nameof(Child.EnteredOn), new DateOnly(2010, 1, 1))
        );

    /// <summary>Sets columns directly, without publishing events, as if that had happened long ago.</summary>
    public static Task RewrittenAsync(this RegistryHost host, Guid child, params (string Column, object? Value)[] changes) =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            var row = await db.Children.SingleAsync(c => c.Id == child);
            foreach (var (column, value) in changes)
                typeof(Child).GetProperty(column)!.SetValue(row, value);
            await db.SaveVeilsAsync(default);
            return 0;
        });

    /// <summary>An old record, announced 90 days ago, whose day has come.</summary>
    public static async Task<Guid> DueAsync(this RegistryHost host, HttpClient holder, string born = "1998-01-01")
    {
        var child = await host.LongKnownAsync(holder, born);
        await host.AnnouncedLongAgoAsync(child);
        return child;
    }

    /// <summary>Turns today's record into one whose day has come.</summary>
    public static async Task EndedLongAgoAsync(this RegistryHost host, Guid child)
    {
        await host.AgedAsync(child, "1998-01-01");
        await host.CloseCaseAsync(child);
        await host.AnnouncedLongAgoAsync(child);
    }

    public static Task AnnouncedLongAgoAsync(this RegistryHost host, Guid child) =>
        host.InScopeAsync(async s =>
        {
            var today = host.Clock.Today();
            var db = s.GetRequiredService<ChildrenDbContext>();
            var row = await db.Children.SingleAsync(c => c.Id == child);
            await host.RewrittenAsync(
                child,
                (nameof(Child.PurgeAnnouncedOn), today.AddDays(-KeptUntil.AnnouncedDays)),
                (nameof(Child.PurgeOn), today),
                (nameof(Child.PurgeBirthDate), row.BirthDate)
            );
            return 0;
        });

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);

    public static Task AnnounceAsync(this RegistryHost host) => host.RunJobAsync<AnnouncePurges>(job => job.RunAsync(default));

    public static Task PurgeNightAsync(this RegistryHost host) => host.RunJobAsync<PurgeAt28>(job => job.RunAsync(default));

    /// <summary>Another person of the authorised body, with their own access and password.</summary>
    public static async Task<HttpClient> SecondOfMinistryAsync(this RegistryHost host)
    {
        var today = host.Clock.Today();
        var access = new
        {
            role = "authorised-body",
            validFrom = today.ToString("O", CultureInfo.InvariantCulture),
            validUntil = today.AddYears(1).ToString("O", CultureInfo.InvariantCulture),
        };
        return await host.HireAsync("ministry", ("Экинчиева", "Нурила", "10101198700027"), "ministry.second", access);
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
