using System.Reflection;
using NetArchTest.Rules;
using Registry.Platform.Model;
using Registry.Web;

namespace Registry.ArchitectureTests;

/// <summary>House rules. Everything is discovered; each test asserts that it found something.</summary>
public sealed class HouseTests
{
    private static readonly IReadOnlyList<Assembly> Modules = Registry.Host.Modules.Assemblies;

    public static TheoryData<string> Names => [.. Modules.Select(m => m.GetName().Name!)];

    private static Assembly Module(string name) => Modules.Single(m => m.GetName().Name == name);

    [Fact]
    public void There_are_seven_modules() => Assert.Equal(7, Modules.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_module_never_knows_another_module(string name)
    {
        var others = Modules.Select(m => m.GetName().Name!).Where(n => n != name).ToArray();
        var result = Types.InAssembly(Module(name)).ShouldNot().HaveDependencyOnAny(others).GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
        Assert.DoesNotContain(Module(name).GetReferencedAssemblies(), r => others.Contains(r.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_module_shows_its_module_class_and_plain_types_of_it_only(string name)
    {
        var shown = Module(name)
            .GetExportedTypes()
            .Where(t => !t.Namespace!.Contains("Migrations", StringComparison.Ordinal))
            .Select(t => t.Name)
            .ToList();
        Assert.Contains($"{name["Registry.".Length..]}Module", shown);
        Assert.DoesNotContain(shown, t => !t.EndsWith("Module", StringComparison.Ordinal) && t is not "DemoUser");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_that_nobody_derives_from_is_sealed(string name)
    {
        var types = Module(name)
            .GetTypes()
            .Where(t =>
                t is { IsClass: true, IsAbstract: false }
                && t.Namespace?.StartsWith("Registry.", StringComparison.Ordinal) == true
                && !t.Name.Contains('<', StringComparison.Ordinal)
            )
            .ToList();
        Assert.NotEmpty(types.Concat(Module(name).GetTypes()));
        var open = types
            .Where(t => !t.IsSealed && !types.Any(x => x.BaseType == t) && !t.Namespace!.Contains("Migrations", StringComparison.Ordinal))
            .Select(t => t.Name);
        Assert.Empty(open);
    }

    [Fact]
    public void Contracts_hold_plain_types_and_know_Basics_alone()
    {
        var contracts = typeof(Contracts.IEvent).Assembly;
        Assert.DoesNotContain(
            contracts.GetReferencedAssemblies(),
            r =>
                (r.Name!.StartsWith("Registry", StringComparison.Ordinal) && r.Name != "Registry.Basics")
                || r.Name.Contains("EntityFramework", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Events_carry_ids_codes_and_dates_only()
    {
        var events = typeof(Contracts.IEvent)
            .Assembly.GetTypes()
            .Where(t => t.IsClass && typeof(Contracts.IEvent).IsAssignableFrom(t))
            .ToList();
        Assert.True(events.Count >= 4);
        Assert.All(events, AssertPlain);
    }

    /// <summary>The history of a row must meet the same requirements as the row.</summary>
    private static void AssertPlain(Type carrier)
    {
        Type[] plain = [typeof(Guid), typeof(DateOnly), typeof(int), typeof(bool), typeof(string)];
        foreach (var property in carrier.GetProperties())
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            Assert.DoesNotMatch("(?i)name|surname|pin|address|phone|text|note", property.Name);
            if (
                type.IsGenericType
                && type.GetGenericArguments() is [{ IsGenericType: true } since]
                && since.GetGenericTypeDefinition() == typeof(Contracts.Since<>)
            )
                AssertPlain(since.GetGenericArguments()[0]);
            else
                // an enum is a code whose values the compiler knows
                Assert.True(type.IsEnum || plain.Contains(type), $"{property.DeclaringType!.Name}.{property.Name}");
        }
    }

    [Fact]
    public void Every_endpoint_goes_the_shared_way_and_its_file_bears_its_name()
    {
        var endpoints = Modules
            .SelectMany(m => m.GetTypes())
            .Where(t => !t.IsAbstract && typeof(FastEndpoints.BaseEndpoint).IsAssignableFrom(t))
            .ToList();
        Assert.True(endpoints.Count >= 50);
        foreach (var endpoint in endpoints)
        {
            Assert.True(Bases(endpoint).Any(b => b.IsGenericType && b.GetGenericTypeDefinition() == typeof(ApiEndpoint<,>)), endpoint.Name);
            Assert.EndsWith("Endpoint", endpoint.Name, StringComparison.Ordinal);
            Assert.True(FilesOf(endpoint).Length == 1, endpoint.Name);
        }
    }

    /// <summary>The API description uses bare type names: two types of one name would become one.</summary>
    [Fact]
    public void Types_in_requests_and_answers_bear_names_of_their_own()
    {
        var seen = new HashSet<Type>();
        foreach (
            var endpoint in Modules
                .SelectMany(m => m.GetTypes())
                .Where(t => !t.IsAbstract && typeof(FastEndpoints.BaseEndpoint).IsAssignableFrom(t))
        )
        foreach (
            var type in Bases(endpoint)
                .First(b => b.IsGenericType && b.GetGenericTypeDefinition() == typeof(ApiEndpoint<,>))
                .GetGenericArguments()
        )
            Walk(type);
        var ours = seen.Where(t => !t.IsGenericType && t.Namespace?.StartsWith("Registry", StringComparison.Ordinal) == true).ToList();
        Assert.True(ours.Count >= 200, $"{ours.Count}");
        Assert.Empty(ours.GroupBy(t => t.Name).Where(g => g.Count() > 1).SelectMany(g => g.Select(t => t.FullName)));

        void Walk(Type type)
        {
            if (!seen.Add(type))
                return;
            foreach (var part in type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments())
                Walk(part);
            if (type.Namespace?.StartsWith("Registry", StringComparison.Ordinal) == true && !type.IsEnum)
                foreach (var property in type.GetProperties())
                    Walk(property.PropertyType);
        }
    }

    /// <summary>Apart from its usings.</summary>
    [Fact]
    public void A_use_case_has_120_lines_at_most()
    {
        var slices = Modules
            .SelectMany(m => m.GetTypes())
            .Where(t => !t.IsAbstract && typeof(FastEndpoints.BaseEndpoint).IsAssignableFrom(t))
            .SelectMany(FilesOf)
            .Distinct();
        var tooLong = slices
            .Where(f => File.ReadLines(f).Count(l => !l.StartsWith("using ", StringComparison.Ordinal)) > 120)
            .Select(Path.GetFileName);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Every_module_context_is_derived_from_the_Platforms()
    {
        var contexts = Modules
            .SelectMany(m => m.GetTypes())
            .Where(t => typeof(Microsoft.EntityFrameworkCore.DbContext).IsAssignableFrom(t))
            .ToList();
        Assert.True(contexts.Count >= 4);
        Assert.All(contexts, c => Assert.True(typeof(ModuleDbContext).IsAssignableFrom(c), c.Name));
    }

    /// <summary>Anyone who has to type a name first sees the consequences of the act.</summary>
    [Fact]
    public void Every_far_reaching_act_has_a_preview_of_its_consequences_beside_it()
    {
        var endpoints = Modules
            .SelectMany(m => m.GetTypes())
            .Where(t => !t.IsAbstract && typeof(FastEndpoints.BaseEndpoint).IsAssignableFrom(t))
            .ToList();
        var acts = endpoints
            .Where(e =>
                Bases(e)
                    .Any(b =>
                        b.IsGenericType
                        && b.GetGenericTypeDefinition() == typeof(ApiEndpoint<,>)
                        && typeof(Registry.Web.IConfirmed).IsAssignableFrom(b.GetGenericArguments()[0])
                    )
            )
            .ToList();
        Assert.True(acts.Count >= 14, $"{acts.Count}");
        var previews = endpoints.Where(e => e.Name.StartsWith("Preview", StringComparison.Ordinal)).Select(e => e.Namespace).ToHashSet();
        Assert.Empty(acts.Where(a => !previews.Contains(a.Namespace)).Select(a => a.Name));
    }

    /// <summary>Endpoints that differ only in their type, such as those of the card's sections, live in the file of their shared base.</summary>
    private static string[] FilesOf(Type endpoint) =>
        new[] { endpoint, endpoint.BaseType! }
            .Select(t => t.Name.Split('`')[0])
            .Where(n => n.EndsWith("Endpoint", StringComparison.Ordinal))
            .Select(n =>
                Directory.GetFiles(Path.Combine(Tree.Root, "src", "Modules"), $"{n[..^"Endpoint".Length]}.cs", SearchOption.AllDirectories)
            )
            .First(found => found.Length > 0);

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var b = type.BaseType; b is not null; b = b.BaseType)
            yield return b;
    }
}
