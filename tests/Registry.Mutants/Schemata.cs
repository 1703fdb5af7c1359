using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Registry.Mutants;

/// <summary>
/// Writes every mutation of a file into it next to the original code, selected by a switch at run time: the sources are
/// built once for all mutants.
/// </summary>
internal sealed class Schemata : CSharpSyntaxRewriter
{
    public const string Mark = "mutant";
    private const string Switch = "global::Registry.Mutation.Mutant";

    private readonly string _file;
    private readonly IReadOnlySet<string> _without;
    private readonly IReadOnlyList<NamedMutant> _named;
    private readonly bool _namedOnly;
    private readonly Dictionary<string, int> _same = [];
    private readonly List<Mutant> _mutants = [];
    private readonly List<int> _rules = [];
    private int _next;

    private Schemata(string file, int first, IReadOnlySet<string> without, IReadOnlyList<NamedMutant> named, bool namedOnly) =>
        (_file, _next, _without, _named, _namedOnly) = (file, first, without, named, namedOnly);

    /// <param name="First">The number of the first mutant; the others follow.</param>
    /// <param name="without">Ids of mutants to skip: they do not compile.</param>
    public static (SyntaxNode Root, List<Mutant> Mutants) Of(
        string file,
        string text,
        int first,
        IReadOnlySet<string> without,
        IReadOnlyList<NamedMutant> named,
        bool namedOnly
    )
    {
        var schemata = new Schemata(file, first, without, named, namedOnly);
        var root = schemata.Visit(CSharpSyntaxTree.ParseText(text).GetRoot())!;
        return (root, schemata._mutants);
    }

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is null || IsFixed(node))
            return node;
        var visited = base.Visit(node)!;
        foreach (var named in _named.Where(n => n.Fits(_file, node)))
            visited = Write(node, visited, named.Index, named.After.Length == 0 ? null : named.After);
        if (_namedOnly)
            return visited;
        foreach (var change in Operators.Of(node))
        {
            var id = IdOf(node, change);
            var mutant = new Mutant(
                _next++,
                id,
                _file,
                node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1,
                change.Operator,
                node.ToString(),
                change.After ?? "",
                SetsUpRules(node)
            );
            _mutants.Add(mutant);
            if (mutant.SetUp)
                _rules.Add(mutant.Index);
            if (!_without.Contains(id))
                visited = Write(node, visited, mutant.Index, change.After);
        }
        return visited;
    }

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
    {
        _rules.Clear();
        var visited = (ClassDeclarationSyntax)base.VisitClassDeclaration(node)!;
        var judged = node
            .BaseList?.Types.Select(t => t.Type)
            .OfType<GenericNameSyntax>()
            .FirstOrDefault(t => t.Identifier.Text == "Validator");
        if (judged is null || _rules.Count == 0)
            return visited;
        // the rules of a validator are set up once; every request they validate reaches them
        var type = judged.TypeArgumentList.Arguments[0];
        var member = SyntaxFactory.ParseMemberDeclaration(
            $"protected override bool PreValidate(global::FluentValidation.ValidationContext<{type}> context, "
                + "global::FluentValidation.Results.ValidationResult result) { "
                + $"{Switch}.Reach({string.Join(", ", _rules)}); return base.PreValidate(context, result); }} "
        )!;
        return visited.AddMembers(member);
    }

    private static SyntaxNode Write(SyntaxNode node, SyntaxNode visited, int index, string? after)
    {
        var mark = new SyntaxAnnotation(Mark, $"{index}");
        var inForce = $"{Switch}.Is({index})";
        if (visited is StatementSyntax statement)
        {
            var choiceOfStatement = SyntaxFactory.IfStatement(
                SyntaxFactory.ParseExpression($"!{inForce}"),
                statement.WithoutLeadingTrivia()
            );
            // a following "else" belongs to the condition around the statement
            StatementSyntax written = node.Parent is BlockSyntax ? choiceOfStatement : SyntaxFactory.Block(choiceOfStatement);
            return written.WithLeadingTrivia(node.GetLeadingTrivia()).WithAdditionalAnnotations(mark);
        }
        if (visited is MethodDeclarationSyntax { ExpressionBody: { } body } method)
            return method
                .WithExpressionBody(null)
                .WithSemicolonToken(default)
                .WithBody(
                    SyntaxFactory.Block(
                        SyntaxFactory
                            .IfStatement(
                                SyntaxFactory.ParseExpression($"!{inForce}"),
                                SyntaxFactory.ExpressionStatement(body.Expression.WithoutTrivia())
                            )
                            .WithAdditionalAnnotations(mark)
                    )
                )
                .WithTriviaFrom(visited);
        var choice = SyntaxFactory.ConditionalExpression(
            SyntaxFactory.ParseExpression(inForce),
            SyntaxFactory.Token(SyntaxKind.QuestionToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.ParseExpression($"({after})"),
            SyntaxFactory.Token(SyntaxKind.ColonToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.ParenthesizedExpression((ExpressionSyntax)visited.WithoutTrivia())
        );
        return SyntaxFactory.ParenthesizedExpression(choice).WithTriviaFrom(node).WithAdditionalAnnotations(mark);
    }

    /// <summary>Compile-time constants, code that runs once per process, and route declarations.</summary>
    private static bool IsFixed(SyntaxNode node) =>
        node switch
        {
            AttributeListSyntax or PatternSyntax or CaseSwitchLabelSyntax or EnumDeclarationSyntax or UsingDirectiveSyntax => true,
            FieldDeclarationSyntax field => Has(field.Modifiers, SyntaxKind.ConstKeyword) || Has(field.Modifiers, SyntaxKind.StaticKeyword),
            LocalDeclarationStatementSyntax local => local.IsConst,
            PropertyDeclarationSyntax { Initializer: not null } property => Has(property.Modifiers, SyntaxKind.StaticKeyword),
            EqualsValueClauseSyntax value => value.Parent is ParameterSyntax,
            MethodDeclarationSyntax method => method.Identifier.Text is "Configure" or "ToString",
            InvocationExpressionSyntax call => call.Expression.ToString() is "nameof",
            _ => false,
        };

    private static bool Has(SyntaxTokenList modifiers, SyntaxKind kind) => modifiers.Any(m => m.IsKind(kind));

    private static bool SetsUpRules(SyntaxNode node) =>
        node.Ancestors()
            .OfType<ClassDeclarationSyntax>()
            .Any(c => c.BaseList?.ToString().Contains("Validator<", StringComparison.Ordinal) == true)
        || node.Ancestors()
            .OfType<MethodDeclarationSyntax>()
            .Any(m =>
                m.ParameterList.ToString().Contains("Validator<", StringComparison.Ordinal)
                || m.ParameterList.ToString().Contains("IRuleBuilder", StringComparison.Ordinal)
            );

    private string IdOf(SyntaxNode node, Change change)
    {
        var member = node.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault();
        var name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            _ => member?.Kind().ToString(),
        };
        var text = $"{_file}|{name}|{change.Operator}|{node}|{change.After}";
        var count = _same[text] = _same.GetValueOrDefault(text) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text}|{count}")))[..12];
    }
}
