using Xunit.Sdk;

namespace Registry.Tests;

/// <summary>Names the clauses of the regulation that a test demonstrates; docs/regulation.md is generated from it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
[TraitDiscoverer("Registry.Tests.ClauseDiscoverer", "Registry.Tests")]
internal sealed class ClauseAttribute(params string[] clauses) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Clauses { get; } = clauses;
}

/// <summary>Exposes clauses as traits: <c>dotnet test --filter clause=19.1</c>.</summary>
public sealed class ClauseDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(Xunit.Abstractions.IAttributeInfo traitAttribute) =>
        ((string[])traitAttribute.GetConstructorArguments().First()).Select(c => KeyValuePair.Create("clause", c));
}
