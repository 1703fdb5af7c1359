using System.IO.Compression;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Checks;
using Registry.Platform.Events;

namespace Registry.Tests.Host;

/// <summary>
/// A small Base of each release is kept in <c>Host/Releases</c>; every later version opens and migrates it. Before a release, and after raising
/// <c>VersionPrefix</c>: <c>UPDATE_RELEASE=1 dotnet test tests/Registry.Tests --filter ReleaseTests</c>.
/// </summary>
[Clause("14.3")]
[Trait("Needs", "embedded")]
public sealed class ReleaseTests
{
    private static readonly string Kept = Path.Combine(Repository.Root, "tests", "Registry.Tests", "Host", "Releases");

    public static TheoryData<string> Releases => [.. Directory.GetFiles(Kept, "*.zip").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    private static string Current =>
        typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    [Fact]
    public async Task A_Base_of_this_release_is_kept()
    {
        var file = Path.Combine(Kept, $"{Current}.zip");
        if (Environment.GetEnvironmentVariable("UPDATE_RELEASE") == "1")
            await KeepAsync(file);
        Assert.True(File.Exists(file), file);
        Assert.InRange(new FileInfo(file).Length, 1, 2_000_000);
    }

    private static async Task KeepAsync(string file)
    {
        var folder = Directory.CreateTempSubdirectory("registry-release-").FullName;
        await using (var host = RegistryHost.On(folder, new() { ["Registry:DemoChildren"] = "6" }))
            await host.Service<OutboxDispatcher>().SweepAsync(default);
        foreach (var database in Directory.GetFiles(folder, "*.db"))
            RegistryHost.Compact(database);
        File.Delete(file);
        await ZipFile.CreateFromDirectoryAsync(folder, file, CompressionLevel.SmallestSize, includeBaseDirectory: false);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task A_Base_of_an_earlier_release_migrates_and_opens(string release)
    {
        var folder = Directory.CreateTempSubdirectory("registry-release-").FullName;
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(Kept, $"{release}.zip"), folder);
        await using (var host = RegistryHost.On(folder))
        {
            var holder = await host.SignedInAsync("holder.aksuu");
            var steps = (await holder.GetAsync("/api/children/work-list").JsonAsync()).GetProperty("items").EnumerateArray().ToList();
            Assert.NotEmpty(steps);
            var cards = steps.Where(s => s.GetProperty("inBase").GetBoolean()).Select(s => s.Id("childId")).Distinct().ToList();
            Assert.NotEmpty(cards);
            foreach (var child in cards)
                Assert.NotEqual("", (await holder.CardAsync(child)).Text("fullName"));
            await host.InScopeAsync(async services =>
            {
                foreach (var check in services.GetServices<INightlyCheck>())
                    Assert.Empty(await check.FindAsync(default));
                return 0;
            });
        }
        Directory.Delete(folder, recursive: true);
    }
}
