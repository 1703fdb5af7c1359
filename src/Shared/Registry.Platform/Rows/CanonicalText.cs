using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Registry.Platform.Rows;

/// <summary>
/// Values one after the other, each with its column and its length, so that nothing can slide from one into the next. A column's unfilled value is left out:
/// a column added later changes no MAC of an older row.
/// </summary>
internal sealed class CanonicalText
{
    private readonly ArrayBufferWriter<byte> _text = new(256);

    public ReadOnlySpan<byte> Written => _text.WrittenSpan;

    public void Add(string name, IProperty column, object? value)
    {
        // as it is stored: an enum by its code, a moment in UTC
        if (value is null || (!column.IsNullable && IsEmpty(value)))
            return;
        Add(name);
        Add(Stored(value));
    }

    public void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    private void Add(ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(_text.GetSpan(sizeof(int)), bytes.Length);
        _text.Advance(sizeof(int));
        _text.Write(bytes);
    }

    private static bool IsEmpty(object value) =>
        value is string { Length: 0 } or byte[] { Length: 0 }
        || (value is ValueType && value.Equals(Activator.CreateInstance(value.GetType())));

    private static byte[] Stored(object value) =>
        value switch
        {
            byte[] bytes => bytes,
            Guid id => id.ToByteArray(bigEndian: true),
            string text => Encoding.UTF8.GetBytes(text),
            DateTime at => Number(at.Ticks),
            DateOnly day => Number(day.DayNumber),
            bool yes => [yes ? (byte)1 : (byte)0],
            Enum code => Encoding.UTF8.GetBytes(code.ToString()),
            int or long or short => Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            _ => throw new NotSupportedException($"A column of {value.GetType().Name} has no form for a MAC."),
        };

    private static byte[] Number(long value)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
