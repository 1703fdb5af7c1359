using System.Collections;
using System.Reflection;
using Registry.Basics;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Tests.Host;
using Registry.Web;

namespace Registry.Tests.Children;

/// <summary>Everything on a card is on paper, and in a disclosure, which is the same print.</summary>
[Collection("host")]
[Clause("17.1", "17.9", "21", "27")]
public sealed class CardPaperTests(RegistryHost host)
{
    /// <summary>The reason why an item is unknown appears in place of the item.</summary>
    private static readonly string[] Elsewhere = [nameof(ICardSection.Unknown), nameof(Identity.FullName), nameof(Identity.IsNameUnknown)];

    public static TheoryData<string> Sections => [.. SectionKind.All.Select(k => $"{k.Code}")];

    [Fact]
    public void Every_section_of_clause_17_has_a_kind() => Assert.Equal(Enum.GetValues<SectionCode>(), SectionKind.All.Select(k => k.Code));

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_property_of_a_section_changes_the_printed_card(string section)
    {
        var kind = SectionKind.Of(Enum.Parse<SectionCode>(section));
        var (empty, full) = (kind.Nothing, (ICardSection)Filled(kind.Nothing.GetType(), "1"));
        var paths = PathsOf(full.GetType()).ToList();
        Assert.NotEmpty(paths);
        var missing = paths
            .Where(path =>
                Printed(kind, full) == Printed(kind, With(full, path, "2")) && Printed(kind, empty) == Printed(kind, With(empty, path, "2"))
            )
            .Select(path => string.Join('.', path.Select(p => p.Name)));
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_printed_item_has_a_label_in_three_languages(string section)
    {
        var kind = SectionKind.Of(Enum.Parse<SectionCode>(section));
        var texts = host.Service<Texts>();
        foreach (var contents in new[] { kind.Nothing, (ICardSection)Filled(kind.Nothing.GetType(), "1") })
        foreach (var item in kind.Print(contents, Words()).Where(p => p.Label is null))
        foreach (var language in Texts.Languages)
            Assert.NotEqual($"paper.item.{item.Item}", texts.Say(language, $"paper.item.{item.Item}"));
    }

    private string Printed(SectionKind kind, ICardSection contents) =>
        string.Join('\n', kind.Print(contents, Words()).Select(p => $"{p.Item}|{p.Label}|{p.Value}"));

    private PaperWords Words()
    {
        var words = new PaperWords(host.Service<Texts>(), "ky", new Named(), new Places())
        {
            FurtherFields = new Dictionary<string, (LocalText, string?)> { ["hobby"] = (new("Кызыгуусу", "Увлечение", "Hobby"), null) },
        };
        words.LoadAsync([], ["41702205600000", "41708000000000"], default).GetAwaiter().GetResult();
        return words;
    }

    private static IEnumerable<PropertyInfo> Own(Type type) => type.GetProperties().Where(p => p.CanWrite && !Elsewhere.Contains(p.Name));

    /// <summary>For a list of entries, also the properties of an entry.</summary>
    private static IEnumerable<PropertyInfo[]> PathsOf(Type type) =>
        Own(type)
            .SelectMany(p =>
                EntryOf(p.PropertyType) is { } entry
                    ? Own(entry).Select(inner => new[] { p, inner })
                    : (IEnumerable<PropertyInfo[]>)
                        [
                            [p],
                        ]
            );

    private static Type? EntryOf(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
        && type.GetGenericArguments()[0] is { } entry
        && entry != typeof(string)
            ? entry
            : null;

    private static object Filled(Type type, string seed)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, p.Name!, seed))]);
    }

    private static object? Value(Type type, string name, string seed)
    {
        type = Nullable.GetUnderlyingType(type) is { } inner ? inner : type;
        var second = seed == "2";
        if (name.Equals(nameof(ICardSection.Unknown), StringComparison.OrdinalIgnoreCase))
            return null;
        if (type == typeof(string))
            return name.EndsWith("erritory", StringComparison.Ordinal)
                ? second
                    ? "41708000000000"
                    : "41702205600000"
                : $"{name} {seed}";
        if (type == typeof(DateOnly))
            return new DateOnly(2020, 1, second ? 2 : 1);
        // an answer is yes, a flag is not set
        if (type == typeof(bool))
            return name is "has" or "Has" or "hasOther" or "HasOther" ? !second : second;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(second ? 1 : 0);
        if (EntryOf(type) is { } entry)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(entry))!;
            list.Add(Filled(entry, seed));
            return list;
        }
        if (type == typeof(IReadOnlyList<string>))
            return new List<string> { $"{name} {seed}" };
        if (type == typeof(IReadOnlyDictionary<string, string>))
            return new Dictionary<string, string> { ["hobby"] = $"chess {seed}" };
        throw new NotSupportedException($"{name}: {type}");
    }

    /// <summary>A copy with a different value in one place.</summary>
    private static ICardSection With(ICardSection section, PropertyInfo[] path, string seed)
    {
        var copy = (ICardSection)Copy(section);
        if (path is [var list, var inner])
        {
            var entry = (list.GetValue(section) as IEnumerable)?.Cast<object>().FirstOrDefault();
            var changed = entry is null ? Filled(EntryOf(list.PropertyType)!, seed) : Copy(entry);
            inner.SetValue(changed, Value(inner.PropertyType, inner.Name, seed));
            var entries = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(EntryOf(list.PropertyType)!))!;
            entries.Add(changed);
            list.SetValue(copy, entries);
        }
        else
            path[0].SetValue(copy, Value(path[0].PropertyType, path[0].Name, seed));
        return copy;
    }

    private static object Copy(object record) => record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;

    private sealed class Named : IDictionaries
    {
        public Task<IReadOnlyDictionary<string, string>> NamesAsync(string dictionary, string language, CancellationToken ct) =>
            Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());
    }

    private sealed class Places : ITerritories
    {
        public Task<bool> ExistsAsync(string code, CancellationToken ct) => Task.FromResult(true);

        public Task<string> NameAsync(string code, string language, CancellationToken ct) => Task.FromResult($"place {code}");
    }
}
