using System.Globalization;
using System.Reflection;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;

namespace Registry.Tests.Host;

/// <summary>
/// The rules of every form in one list, as agreed: a changed bound or a removed rule shows up in review. After an intended change:
/// <c>UPDATE_DOCS=1 dotnet test tests/Registry.Tests --filter RulesTests</c>.
/// </summary>
[Collection("host")]
[Clause("14.2")]
public sealed class RulesTests(RegistryHost host)
{
    private static readonly string Stored = Path.Combine(Repository.Root, "tests", "Registry.Tests", "Host", "rules.txt");

    [Fact]
    public async Task The_rules_of_every_form_are_those_that_were_agreed()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var rules = Registry
            .Host.Modules.Assemblies.SelectMany(m => m.GetTypes())
            .Where(t => t is { IsAbstract: false, ContainsGenericParameters: false } && t.IsAssignableTo(typeof(IValidator)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .SelectMany(t => RulesOf(t.Name, (IValidator)ActivatorUtilities.CreateInstance(scope.ServiceProvider, t, OwnArguments(t))))
            .Concat(SectionKind.All.SelectMany(kind => RulesOf($"{kind.Code}", kind.ValidatorOf(TimeProvider.System))))
            .ToList();
        Assert.True(rules.Count > 250, $"{rules.Count}");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            await File.WriteAllLinesAsync(Stored, rules);
        Assert.Equal(await File.ReadAllLinesAsync(Stored), rules);
    }

    /// <summary>What a validator gets from the form that uses it.</summary>
    private static object[] OwnArguments(Type type) =>
        [
            .. type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .Single()
                .GetParameters()
                .Where(p => p.ParameterType.IsValueType || p.ParameterType == typeof(string))
                .Select(p => p.DefaultValue is DBNull or null ? Activator.CreateInstance(p.ParameterType)! : p.DefaultValue),
        ];

    private static IEnumerable<string> RulesOf(string name, IValidator validator) =>
        validator
            .CreateDescriptor()
            .Rules.SelectMany(rule =>
                rule.Components.Select(c =>
                    $"{name} {rule.PropertyName}: {Bound(c.Validator)}"
                    + $"{(string.IsNullOrEmpty(c.ErrorCode) ? "" : $" → {c.ErrorCode}")}{(rule.HasCondition || c.HasCondition ? ", when it applies" : "")}"
                )
            );

    private static string Bound(IPropertyValidator validator) =>
        validator switch
        {
            ILengthValidator length => $"{length.Name} {length.Min}..{length.Max}",
            IBetweenValidator between => $"{between.Name} {Plain(between.From)}..{Plain(between.To)}",
            IComparisonValidator comparison => $"{comparison.Name} {comparison.MemberToCompare?.Name ?? Plain(comparison.ValueToCompare)}",
            IRegularExpressionValidator expression => $"{expression.Name} {expression.Expression}",
            _ => validator.Name,
        };

    private static string Plain(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
