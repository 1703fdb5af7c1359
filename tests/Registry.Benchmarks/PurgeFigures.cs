using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Registry.Platform.Model;
using Registry.Platform.Purging;

namespace Registry.Benchmarks;

/// <summary>Purges a thousand subjects and searches every byte of the databases for their sealed names and wrapped keys, before and after [25.2].</summary>
internal static class PurgeFigures
{
    private const int Most = 1_000;

    public static async Task MeasureAsync(IServiceProvider services, string folder)
    {
        var (subjects, canaries, all) = Canaries(folder);
        var before = Found(folder, canaries);
        var purge = services.GetRequiredService<PurgeSubject>();
        var started = Stopwatch.GetTimestamp();
        foreach (var subject in subjects)
            await purge.RunAsync(subject, PurgeGround.Turned28, new(2026, 1, 1), default);
        var each = Stopwatch.GetElapsedTime(started).TotalMilliseconds / subjects.Count;
        started = Stopwatch.GetTimestamp();
        await purge.LeaveNoCopiesAsync(default);
        var copies = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        Console.WriteLine(
            $"\n| purge of {subjects.Count:N0} of {all:N0} subjects | {each:F1} ms each, {copies:N0} ms for the copies | {before:N0} of {canaries.Count:N0} canaries found before | {Found(folder, canaries):N0} after |"
        );
    }

    private static (List<Guid> Subjects, List<byte[]> Canaries, long All) Canaries(string folder)
    {
        var subjects = new List<Guid>();
        var canaries = new List<byte[]>();
        using var data = Open(Path.Combine(folder, "registry.db"));
        using var children = data.CreateCommand();
        children.CommandText = $"SELECT Id, SealedName FROM children_children ORDER BY BirthYear, Id LIMIT {Most}";
        using (var reader = children.ExecuteReader())
            while (reader.Read())
            {
                subjects.Add(reader.Id(0));
                canaries.Add((byte[])reader[1]);
            }
        using var count = data.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM children_children";
        using var keys = Open(Path.Combine(folder, "keys.db"));
        using var wrapped = keys.CreateCommand();
        wrapped.CommandText = "SELECT Wrapped FROM subject_keys WHERE SubjectId = $id";
        var id = wrapped.Parameters.Add("$id", SqliteType.Text);
        foreach (var subject in subjects)
        {
            id.Value = subject;
            if (wrapped.ExecuteScalar() is byte[] key)
                canaries.Add(key);
        }
        return (subjects, canaries, (long)count.ExecuteScalar()!);
    }

    private static int Found(string folder, List<byte[]> canaries)
    {
        var files = Directory
            .GetFiles(folder)
            .Select(name =>
            {
                using var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new byte[file.Length];
                file.ReadExactly(bytes);
                return bytes;
            })
            .ToList();
        return canaries.AsParallel().Count(canary => files.Exists(bytes => bytes.AsSpan().IndexOf(canary) >= 0));
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }
}
