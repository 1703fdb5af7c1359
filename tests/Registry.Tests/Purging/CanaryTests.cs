using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Children.Purging;
using Registry.Platform.Data;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Tests.Children;
using Registry.Tests.Host;
using Xunit.Abstractions;

namespace Registry.Tests.Purging;

/// <summary>Canaries planted in a subject's data are searched for in every file of the Base, byte by byte, before and after the purge [14.3, 25.2].</summary>
[Clause("25.2", "14.3")]
[Trait("Needs", "embedded")]
public sealed class CanaryTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Children = 40;
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await _host.SignedInAsync("holder.aksuu");

    /// <summary>The forms in which a text could be in a file.</summary>
    private static IEnumerable<(string Form, byte[] Bytes)> FormsOf(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        yield return ("utf-8", utf8);
        yield return ("utf-16", Encoding.Unicode.GetBytes(text));
        // without the last letters, whose digits depend on what follows
        yield return ("base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(utf8)[..^4]));
        yield return ("hex", Encoding.ASCII.GetBytes(Convert.ToHexString(utf8)));
        yield return ("hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8)));
    }

    /// <summary>Every file as it is, and what is compressed inside it.</summary>
    private IEnumerable<(string Name, byte[] Bytes)> Files()
    {
        foreach (var name in Directory.GetFiles(_host.Folder, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            yield return (Path.GetFileName(name), bytes);
            foreach (var inside in Unpacked(bytes))
                yield return (Path.GetFileName(name) + "!", inside);
        }
    }

    /// <summary>gzip and PDF streams (zlib) wherever they begin in a file; zip by its entries.</summary>
    private static IEnumerable<byte[]> Unpacked(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length - 2; at++)
        {
            var gzip = bytes[at] == 0x1F && bytes[at + 1] == 0x8B && bytes[at + 2] == 8;
            var zlib = bytes[at] == 0x78 && bytes[at + 1] is 0x9C or 0xDA;
            if (!gzip && !zlib)
                continue;
            var packed = new MemoryStream(bytes, at, Math.Min(bytes.Length - at, 1_000_000));
            using Stream stream = gzip
                ? new GZipStream(packed, CompressionMode.Decompress)
                : new ZLibStream(packed, CompressionMode.Decompress);
            var text = new MemoryStream();
            try
            {
                var some = new byte[64_000];
                for (int read; text.Length < 1_000_000 && (read = stream.Read(some)) > 0; )
                    text.Write(some, 0, read);
            }
            catch (InvalidDataException)
            {
                // these bytes started no stream, or it ended here
            }
            if (text.Length > 16)
                yield return text.ToArray();
        }
    }

    /// <summary>The canaries found in some file, with the file; the files are read once.</summary>
    private List<string> Find(IReadOnlyList<(string Form, byte[] Bytes)> canaries)
    {
        var files = Files().ToList();
        return
        [
            .. canaries
                .Select(c => (c.Form, In: files.FirstOrDefault(f => f.Bytes.AsSpan().IndexOf(c.Bytes) >= 0).Name))
                .Where(x => x.In is not null)
                .Select(x => $"{x.Form} in {x.In}"),
        ];
    }

    /// <summary>The sealed bytes and wrapped keys of children: what a thief with the master key would want.</summary>
    private async Task<List<(string, byte[])>> SealsAsync(IReadOnlyList<Guid> children)
    {
        var found = new List<(string, byte[])>();
        await using var scope = _host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChildrenDbContext>();
        found.AddRange(db.Children.Where(c => children.Contains(c.Id)).Select(c => c.SealedName).AsEnumerable().Select(b => ("name", b)));
        found.AddRange(
            db.CardSections.Where(c => children.Contains(c.ChildId) && c.Sealed != null)
                .Select(c => c.Sealed!)
                .AsEnumerable()
                .Select(b => ("section", b[..64]))
        );
        found.AddRange(
            db.AttachmentFiles.Where(f => db.Attachments.Any(a => a.Id == f.Id && children.Contains(a.ChildId)))
                .Select(f => f.SealedBytes)
                .AsEnumerable()
                .Select(b => ("attachment", b[..64]))
        );
        await using var keys = new SqliteConnection(_host.Service<DatabaseOptions>().Keys);
        await keys.OpenAsync();
        var command = keys.CreateCommand();
        command.CommandText = "SELECT SubjectId, Wrapped FROM subject_keys";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            if (children.Contains(reader.Id(0)))
                found.Add(("wrapped key", (byte[])reader[1]));
        return found;
    }

    [Fact]
    public async Task Of_purged_subjects_no_byte_is_found_in_any_file_and_of_the_others_every_one()
    {
        var children = new List<Guid>();
        var words = new List<string>();
        for (var i = 0; i < Children; i++)
        {
            var word = $"Канарейка{i:D2}{Registry.Basics.Ids.Random():N}";
            words.Add(word);
            var card = await _holder.OpenCardAsync(Road.NewIdentity($"Жашыруун{i:D2}", word[..20], birthDate: "2016-01-01"));
            var child = card.Id("childId");
            children.Add(child);
            var file = new
            {
                to = "card",
                name = "a.png",
                title = word,
                content = SampleFiles.Png(),
            };
            await _holder.PostAsync($"/api/children/cards/{child}/attachments", file).JsonAsync(System.Net.HttpStatusCode.Created);
            var print = new
            {
                kind = "card",
                language = "ky",
                purpose = word,
            };
            await _holder.PostAsync($"/api/reporting/papers/of-child/{child}", print).JsonAsync(System.Net.HttpStatusCode.Created);
        }
        // nothing is in plain text, in any form, even before the purge
        Assert.Empty(Find([.. words.SelectMany(w => FormsOf(w[..20]))]));
        // and the scanner does see plain text
        await ProveTheScannerAsync();

        var purged = children.Where((_, i) => i % 10 == 0).ToList();
        foreach (var child in purged)
            await _host.EndedLongAgoAsync(child);
        var kept = children.Except(purged).ToList();
        var (gone, stay) = (await SealsAsync(purged), await SealsAsync(kept));
        Assert.True(gone.Count >= purged.Count * 4);
        Assert.Equal(gone.Count, Find(gone).Count);
        var older = Directory.CreateTempSubdirectory("registry-older-").FullName;
        await BackUpAsync(older);

        await using (var scope = _host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PurgeAt28>().RunAsync(default);
        Assert.Empty(Find(gone));
        Assert.Equal(stay.Count, Find(stay).Count);

        // an older backup of the data cannot be opened with today's keys
        await using var old = new SqliteConnection($"Data Source={Path.Combine(older, "registry.db")};Mode=ReadOnly");
        await old.OpenAsync();
        var rows = old.CreateCommand();
        rows.CommandText = "SELECT Id FROM children_children";
        await using (var reader = await rows.ExecuteReaderAsync())
        {
            var lying = new List<Guid>();
            while (await reader.ReadAsync())
                lying.Add(reader.Id(0));
            Assert.Equal(purged.Order(), lying.Intersect(purged).Order());
        }
        foreach (var child in purged)
            Assert.False(await _host.Service<KeyStore>().ExistsAsync(child, default));
        output.WriteLine($"{purged.Count} of {children.Count} subjects, {gone.Count} canaries found before, 0 after");
        SqlitePools.Clear(older);
        Directory.Delete(older, recursive: true);
    }

    private async Task ProveTheScannerAsync()
    {
        const string word = "Канарейка-көрүнгөн";
        var file = Path.Combine(_host.Folder, "planted.bin");
        foreach (var (_, bytes) in FormsOf(word))
        {
            await File.WriteAllBytesAsync(file, [7, 7, .. bytes, 7]);
            Assert.NotEmpty(Find([.. FormsOf(word)]));
        }
        foreach (var gzip in new[] { true, false })
        {
            var packed = new MemoryStream();
            packed.Write([9, 9]);
            using (
                Stream stream = gzip
                    ? new GZipStream(packed, CompressionMode.Compress, true)
                    : new ZLibStream(packed, CompressionMode.Compress, true)
            )
                stream.Write(Encoding.UTF8.GetBytes($"{new string('a', 40)}{word}"));
            await File.WriteAllBytesAsync(file, packed.ToArray());
            Assert.NotEmpty(Find([.. FormsOf(word)]));
        }
        File.Delete(file);
    }

    private async Task BackUpAsync(string folder)
    {
        await using var from = new SqliteConnection(_host.Service<DatabaseOptions>().Registry);
        await from.OpenAsync();
        await using var to = new SqliteConnection($"Data Source={Path.Combine(folder, "registry.db")}");
        await to.OpenAsync();
        from.BackupDatabase(to);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
