using System.Text;
using Registry.Basics;
using Registry.Basics.Access;

namespace Registry.Platform.Data;

/// <summary>
/// The text of a hot read for both providers, with its values: <c>{module.table}</c> names a table, values are bound in order as <c>@p0</c>, <c>@p1</c>,
/// never written into the text.
/// </summary>
public sealed class Sql
{
    private readonly bool _sqlite;
    private readonly StringBuilder _text = new();
    private readonly List<object?> _values = [];

    /// <summary>The same statement for the other provider, kept only while there is a listener.</summary>
    private readonly Sql? _other;

    public Sql(bool sqlite)
        : this(sqlite, withOther: OtherText is not null) { }

    private Sql(bool sqlite, bool withOther)
    {
        _sqlite = sqlite;
        _other = withOther ? new(!sqlite, withOther: false) : null;
    }

    /// <summary>Receives every text as the other provider would get it: the tests parse what no server here can run.</summary>
    internal static Action<string>? OtherText { get; set; }

    public string Text
    {
        get
        {
            if (_other is not null)
                OtherText?.Invoke(_other.Text);
            return _text.ToString();
        }
    }

    public IReadOnlyList<object?> Values => _values;

    /// <summary>Appends text; each <c>{}</c> in it binds the next value, each <c>{module.table}</c> becomes the provider's name of the table.</summary>
    public Sql Add(string text, params ReadOnlySpan<object?> values)
    {
        _other?.Append(text, values);
        return Append(text, values);
    }

    /// <summary>What the two providers say differently.</summary>
    public Sql Either(string sqlite, string server, params ReadOnlySpan<object?> values)
    {
        _other?.Append(_other._sqlite ? sqlite : server, values);
        return Append(_sqlite ? sqlite : server, values);
    }

    private Sql Append(string text, ReadOnlySpan<object?> values)
    {
        var at = 0;
        var next = 0;
        while (text.IndexOf('{', at) is var open and >= 0)
        {
            _text.Append(text, at, open - at);
            var close = text.IndexOf('}', open);
            if (close == open + 1)
                Bind(values[next++]);
            else
                AppendTable(text.AsSpan(open + 1, close - open - 1));
            at = close + 1;
        }
        _text.Append(text, at, text.Length - at);
        return this;
    }

    /// <summary>Appends <c>, </c>-separated bound values, the last one repeated up to a power of two: few texts, so few statements to keep prepared.</summary>
    public Sql AddList<T>(IReadOnlyCollection<T> values)
    {
        var count = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)values.Count);
        var first = true;
        foreach (var value in values.Concat(Enumerable.Repeat(values.Last(), count - values.Count)))
        {
            Add(first ? "{}" : ", {}", value);
            first = false;
        }
        return this;
    }

    /// <summary>The condition that keeps rows inside a scope, on an index on District or Territory.</summary>
    public Sql Within(string alias, DataScope scope)
    {
        WithinDistrict(alias, scope);
        if (
            scope is { Kind: ScopeKind.Territory, Territory: { } territory }
            && Soate.Prefix(territory) is { Length: > Soate.DistrictLength } town
        )
            Add($" AND {alias}.Territory BETWEEN {{}} AND {{}}", town, town.PadRight(Soate.Length, '9'));
        return this;
    }

    /// <summary>The coarser condition of tables that know the district only: what they lead to is read <see cref="Within"/>.</summary>
    public Sql WithinDistrict(string alias, DataScope scope)
    {
        if (scope.Kind is ScopeKind.Republic)
            return scope.OpensSealed ? this : Add($" AND {alias}.District <> {{}}", Soate.SealedDistrict);
        if (scope.Kind is not ScopeKind.Territory || scope.Territory is not { } territory)
            return Add(" AND 1 = 0");
        return Soate.Prefix(territory) is { Length: < Soate.DistrictLength } oblast
            ? Add($" AND {alias}.District BETWEEN {{}} AND {{}}", oblast, oblast.PadRight(Soate.DistrictLength, '9'))
            : Add($" AND {alias}.District = {{}}", Soate.District(territory));
    }

    /// <summary>Only the first rows of an ordered read.</summary>
    public Sql First(int rows) => Either(" LIMIT {}", " OFFSET 0 ROWS FETCH NEXT {} ROWS ONLY", rows);

    /// <summary>Only so many rows, whichever.</summary>
    public Sql Any(int rows) => Either(" LIMIT {}", " ORDER BY (SELECT NULL) OFFSET 0 ROWS FETCH NEXT {} ROWS ONLY", rows);

    /// <summary>A condition on an index of open rows: SQLite matches a partial index by the bare column only.</summary>
    public Sql IsTrue(string column) => Either(column, $"{column} = 1");

    /// <summary>An id as text that <see cref="Guid.Parse(string)"/> reads; an empty text where there is none.</summary>
    public Sql IdText(string column) => Either($"COALESCE({column}, '')", $"COALESCE(CONVERT(varchar(32), {column}, 2), '')");

    /// <summary>The month of a day as text, 2026-11.</summary>
    public Sql Month(string column) => Either($"SUBSTR({column}, 1, 7)", $"CONVERT(char(7), {column}, 126)");

    /// <summary>Gives a command this text and these values.</summary>
    public void Fill(System.Data.Common.DbCommand command)
    {
        command.CommandText = Text;
        for (var i = 0; i < _values.Count; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", _values[i] ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }
    }

    private void Bind(object? value)
    {
        _text.Append("@p").Append(_values.Count);
        _values.Add(
            value switch
            {
                Guid id when !_sqlite => OrderedId.Bytes(id),
                Enum code => Codes.Stored(code),
                _ => value,
            }
        );
    }

    private void AppendTable(ReadOnlySpan<char> name)
    {
        var dot = name.IndexOf('.');
        if (_sqlite)
            _text.Append(name[..dot]).Append('_').Append(name[(dot + 1)..]);
        else
            _text.Append('[').Append(name[..dot]).Append("].[").Append(name[(dot + 1)..]).Append(']');
    }
}
