using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Registry.ArchitectureTests;

/// <summary>Which of our types use which, read from the compiled code: bases, members, bodies and attributes. Nested types count as their outer type.</summary>
internal sealed class TypeGraph
{
    private readonly Dictionary<string, TypeDefinition> _types = [];
    private readonly HashSet<(string From, string To)> _uses = [];

    public TypeGraph(params IEnumerable<string> assemblies)
    {
        var modules = assemblies.Select(a => ModuleDefinition.ReadModule(a)).ToList();
        foreach (var type in modules.SelectMany(m => m.Types).Where(t => t.Namespace.StartsWith("Registry", StringComparison.Ordinal)))
            _types[type.FullName] = type;
        foreach (var type in _types.Values)
        foreach (var used in WithNested(type).SelectMany(Used))
            Add(type, used);
    }

    /// <summary>Each use of a type from another namespace, both by full name.</summary>
    public IEnumerable<string> Types => _types.Keys;

    public IEnumerable<(string From, string To)> Across => _uses.Where(u => _types[u.From].Namespace != _types[u.To].Namespace);

    public string NamespaceOf(string type) => _types[type].Namespace;

    /// <summary>Groups of namespaces that reach each other, each with the uses that connect it.</summary>
    public IReadOnlyList<(IReadOnlyList<string> Namespaces, IReadOnlyList<string> Ties)> Cycles()
    {
        var edges = Across.Select(u => (From: NamespaceOf(u.From), To: NamespaceOf(u.To))).ToLookup(e => e.From, e => e.To);
        var reach = edges.ToDictionary(e => e.Key, e => Reachable(e.Key, edges));
        return
        [
            .. reach
                .Keys.Where(n => reach[n].Contains(n))
                .GroupBy(n =>
                    string.Join(
                        ' ',
                        reach[n].Where(m => reach.TryGetValue(m, out var back) && back.Contains(n)).Order(StringComparer.Ordinal)
                    )
                )
                .Select(group =>
                {
                    IReadOnlyList<string> names = group.Key.Split(' ');
                    return (
                        names,
                        (IReadOnlyList<string>)
                            [
                                .. Across
                                    .Where(u => names.Contains(NamespaceOf(u.From)) && names.Contains(NamespaceOf(u.To)))
                                    .Select(u => $"{u.From} -> {u.To}")
                                    .Order(StringComparer.Ordinal),
                            ]
                    );
                }),
        ];
    }

    private static HashSet<string> Reachable(string from, ILookup<string, string> edges)
    {
        var seen = new HashSet<string>();
        var next = new Stack<string>(edges[from]);
        while (next.TryPop(out var n))
            if (seen.Add(n))
                foreach (var m in edges[n])
                    next.Push(m);
        return seen;
    }

    private void Add(TypeDefinition from, TypeReference used)
    {
        if (used is GenericInstanceType generic)
            foreach (var argument in generic.GenericArguments)
                Add(from, argument);
        var type = used.GetElementType();
        while (type.DeclaringType is { } outer)
            type = outer;
        if (type.FullName != from.FullName && _types.ContainsKey(type.FullName))
            _uses.Add((from.FullName, type.FullName));
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => [type, .. type.NestedTypes.SelectMany(WithNested)];

    private static IEnumerable<TypeReference> Used(TypeDefinition type)
    {
        if (type.BaseType is { } b)
            yield return b;
        foreach (var i in type.Interfaces)
            yield return i.InterfaceType;
        foreach (var constraint in type.GenericParameters.SelectMany(p => p.Constraints))
            yield return constraint.ConstraintType;
        foreach (var used in OfAttributes(type))
            yield return used;
        foreach (var field in type.Fields)
        {
            yield return field.FieldType;
            foreach (var used in OfAttributes(field))
                yield return used;
        }
        foreach (var used in type.Properties.SelectMany(OfAttributes))
            yield return used;
        foreach (var used in type.Methods.SelectMany(Used))
            yield return used;
    }

    private static IEnumerable<TypeReference> Used(MethodDefinition method) =>
        [
            .. OfSignature(method),
            .. OfAttributes(method),
            .. method.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType),
            .. method.HasBody ? method.Body.Variables.Select(v => v.VariableType) : [],
            .. method.HasBody ? method.Body.Instructions.SelectMany(Used) : [],
        ];

    private static IEnumerable<TypeReference> Used(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            MethodReference method =>
            [
                method.DeclaringType,
                .. OfSignature(method),
                .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
            ],
            _ => [],
        };

    private static IEnumerable<TypeReference> OfSignature(MethodReference method) =>
        [method.ReturnType, .. method.Parameters.Select(p => p.ParameterType)];

    private static IEnumerable<TypeReference> OfAttributes(ICustomAttributeProvider of) =>
        of
            .CustomAttributes.Where(a => a.AttributeType.Namespace?.StartsWith("Registry", StringComparison.Ordinal) == true)
            .Select(a => a.AttributeType);
}
