using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Purging;
using Registry.Tests.Host;

namespace Registry.Tests.Purging;

/// <summary>A page keeps copies of rows and index entries that moved to a neighbor; the purge removes them too [25.2].</summary>
[Clause("25.2")]
[Trait("Needs", "embedded")]
public sealed class CopiesTests : IDisposable
{
    private const int Children = 4_000;
    private readonly RegistryHost _host = new();
    private readonly Random _random = new(28);

    [Fact]
    public async Task Leaves_no_copy_of_a_sealed_name_in_the_files()
    {
        await _host.SignedInAsync("holder.aksuu");
        var (children, gone) = (new List<byte[]>(), new List<byte[]>());
        // which rows move is random, and so is whether a copy of a removed one stays behind
        for (var round = 0; round < 10 && Found(gone) == 0; round++)
            await FillAsync(children, gone);
        Assert.NotEqual(0, Found(gone));

        await _host.Service<PurgeSubject>().LeaveNoCopiesAsync(CancellationToken.None);
        Assert.Equal(0, Found(gone));
        Assert.Equal(children.Count - gone.Count, Found(children.Except(gone)));
    }

    /// <summary>Children of whom two thirds are removed again.</summary>
    private async Task FillAsync(List<byte[]> children, List<byte[]> gone)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChildrenDbContext>();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlAsync($"BEGIN");
        var born = new List<(string Id, byte[] Seal)>();
        for (var i = 0; i < Children; i++)
        {
            var (id, seal) = ($"{_random.NextInt64():X16}-{i}", new byte[90]);
            _random.NextBytes(seal);
            born.Add((id, seal));
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO children_children (Id, SealedName, State, Territory, District, Version, SealNo, VeiledBirth, VeiledCounted, ParentsAbroad, Completeness, BirthDateEstimated, BirthDateInDoubt, PinShared, Severity, EnteredOn, Mac, Causes, Statuses, StateHistory)
                VALUES ({id}, {seal}, 1, {Road.AkSuu}, '41702205', {id}, 0, x'', x'', 0, 0, 0, 0, 0, 0, '', x'', '', '', '')
                """
            );
        }
        await db.Database.ExecuteSqlAsync($"COMMIT");
        var leaving = born.Where(_ => _random.Next(3) > 0).ToList();
        foreach (var (id, _) in leaving)
            await db.Database.ExecuteSqlAsync($"DELETE FROM children_children WHERE Id = {id}");
        await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");
        await db.Database.CloseConnectionAsync();
        children.AddRange(born.Select(c => c.Seal));
        gone.AddRange(leaving.Select(c => c.Seal));
    }

    /// <summary>How many of the seals are in some file of the Base.</summary>
    private int Found(IEnumerable<byte[]> seals)
    {
        var files = Directory
            .GetFiles(_host.Folder, "registry.db*")
            .Select(name =>
            {
                using var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new byte[file.Length];
                file.ReadExactly(bytes);
                return bytes;
            })
            .ToList();
        return seals.AsParallel().Count(seal => files.Exists(bytes => bytes.AsSpan().IndexOf(seal) >= 0));
    }

    public void Dispose() => _host.Dispose();
}
