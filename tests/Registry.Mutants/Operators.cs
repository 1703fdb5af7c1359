using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Registry.Mutants;

/// <param name="After">The replacement expression; null if a statement is removed.</param>
internal sealed record Change(string Operator, string? After);

/// <summary>Typical programming mistakes: what each piece of code could be instead.</summary>
internal static class Operators
{
    private static readonly Dictionary<SyntaxKind, (string Name, string Other)> Binary = new()
    {
        [SyntaxKind.LessThanExpression] = ("boundary", "<="),
        [SyntaxKind.LessThanOrEqualExpression] = ("boundary", "<"),
        [SyntaxKind.GreaterThanExpression] = ("boundary", ">="),
        [SyntaxKind.GreaterThanOrEqualExpression] = ("boundary", ">"),
        [SyntaxKind.EqualsExpression] = ("equality", "!="),
        [SyntaxKind.NotEqualsExpression] = ("equality", "=="),
        [SyntaxKind.LogicalAndExpression] = ("logic", "||"),
        [SyntaxKind.LogicalOrExpression] = ("logic", "&&"),
        [SyntaxKind.AddExpression] = ("arithmetic", "-"),
        [SyntaxKind.SubtractExpression] = ("arithmetic", "+"),
    };

    private static readonly Dictionary<string, string> Methods = new()
    {
        ["Any"] = "All",
        ["AnyAsync"] = "AllAsync",
        ["All"] = "Any",
        ["AllAsync"] = "AnyAsync",
        ["TrueForAll"] = "Exists",
        ["Exists"] = "TrueForAll",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["OrderBy"] = "OrderByDescending",
        ["OrderByDescending"] = "OrderBy",
        ["ThenBy"] = "ThenByDescending",
        ["ThenByDescending"] = "ThenBy",
        ["StartsWith"] = "EndsWith",
    };

    /// <summary>Calls in a chain that narrow it.</summary>
    private static readonly HashSet<string> Narrowing = ["Where", "Within", "Take", "Skip", "Distinct"];

    public static IEnumerable<Change> Of(SyntaxNode node) =>
        node switch
        {
            ExpressionStatementSyntax statement when CanGo(statement.Expression) => [new("statement", null)],
            MethodDeclarationSyntax
            {
                ExpressionBody: { } body,
                ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            } when CanGo(body.Expression) => [new("statement", null)],
            ExpressionSyntax expression when !Declares(expression) => Instead(expression),
            _ => [],
        };

    private static IEnumerable<Change> Instead(ExpressionSyntax node)
    {
        if (node is BinaryExpressionSyntax binary && Binary.TryGetValue(binary.Kind(), out var kind) && !IsText(binary))
            yield return new(kind.Name, $"{binary.Left} {kind.Other} {binary.Right}");
        if (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: not ThrowExpressionSyntax } coalesce)
            yield return new("fallback", coalesce.Right.ToString());
        if (node is IsPatternExpressionSyntax)
            yield return new("pattern", $"!({node})");
        if (node.IsKind(SyntaxKind.TrueLiteralExpression))
            yield return new("boolean", "false");
        if (node.IsKind(SyntaxKind.FalseLiteralExpression))
            yield return new("boolean", "true");
        if (node is LiteralExpressionSyntax { Token.Value: int number } && number < int.MaxValue)
            yield return new("number", $"{number + 1}");
        if (node is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not)
            yield return new("negation", not.Operand.ToString());
        if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call)
        {
            var (name, arguments) = (member.Name.Identifier.Text, call.ArgumentList.Arguments);
            if (Narrowing.Contains(name))
                yield return new("chain", member.Expression.ToString());
            if (Methods.TryGetValue(name, out var other) && arguments.Count > 0 && member.Name is IdentifierNameSyntax)
                yield return new("method", $"{member.Expression}.{other}{call.ArgumentList}");
        }
        if (node.Parent is IfStatementSyntax { Else: null } guard && guard.Condition == node && Leaves(guard.Statement))
            yield return new("guard", "false");
        else if (
            IsCondition(node)
            && node is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or AwaitExpressionSyntax
        )
            yield return new("condition", $"!({node})");
    }

    private static bool IsCondition(ExpressionSyntax node) =>
        node.Parent switch
        {
            IfStatementSyntax branch => branch.Condition == node,
            ConditionalExpressionSyntax choice => choice.Condition == node,
            _ => false,
        };

    private static bool Leaves(StatementSyntax statement) =>
        statement switch
        {
            BlockSyntax { Statements: [var only] } => Leaves(only),
            ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax or ReturnStatementSyntax => true,
            YieldStatementSyntax => false,
            _ => false,
        };

    /// <summary>A statement that can be removed without leaving a variable unassigned. The framework sends a response that is not sent explicitly.</summary>
    private static bool CanGo(ExpressionSyntax expression)
    {
        if (Declares(expression))
            return false;
        return expression switch
        {
            AwaitExpressionSyntax awaited => CanGo(awaited.Expression),
            InvocationExpressionSyntax call => !call.ToString().StartsWith("Send.", StringComparison.Ordinal),
            AssignmentExpressionSyntax assignment => IsMember(assignment.Left) || !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression),
            PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax => true,
            _ => false,
        };
    }

    private static bool IsMember(ExpressionSyntax left) =>
        left switch
        {
            IdentifierNameSyntax name => char.IsUpper(name.Identifier.Text[0]) || name.Identifier.Text[0] == '_',
            TupleExpressionSyntax tuple => tuple.Arguments.All(a => IsMember(a.Expression)),
            MemberAccessExpressionSyntax or ElementAccessExpressionSyntax => true,
            _ => false,
        };

    /// <summary>The code declares variables that others use: it cannot be duplicated there.</summary>
    private static bool Declares(SyntaxNode node) =>
        node.DescendantNodesAndSelf(n => n is not AnonymousFunctionExpressionSyntax)
            .Any(n => n is SingleVariableDesignationSyntax or DeclarationExpressionSyntax);

    private static bool IsText(BinaryExpressionSyntax sum) =>
        sum.IsKind(SyntaxKind.AddExpression)
        && sum.DescendantNodes().Any(n => n is InterpolatedStringExpressionSyntax || n.IsKind(SyntaxKind.StringLiteralExpression));
}
