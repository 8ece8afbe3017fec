using System.Buffers;

namespace Weir.OpenInference;

/// <summary>An object whose properties are folded one by one, in the order of their first appearance.</summary>
internal sealed class FoldedObject : FoldedValue
{
    // Bounded by the budget; a handful in practice, so a walk is faster than a hash.
    private readonly List<(byte[] Name, FoldedValue Value)> _properties = [];

    public override bool IsEmpty => _properties.TrueForAll(static property => property.Value.IsEmpty);

    /// <summary>The property if it is of the wanted kind. A property of another kind is forgotten: the stream changed its mind.</summary>
    /// <returns>Null when the budget is used up.</returns>
    public T? GetOrAdd<T>(ReadOnlySpan<byte> name, FoldBudget budget)
        where T : FoldedValue, new()
    {
        for (var i = 0; i < _properties.Count; i++)
        {
            if (name.SequenceEqual(_properties[i].Name))
            {
                return _properties[i].Value as T ?? Replace<T>(i);
            }
        }

        if (!budget.TryTakeNode(name.Length))
        {
            return null;
        }

        var added = new T();
        _properties.Add((name.ToArray(), added));
        return added;
    }

    public FoldedValue? Find(ReadOnlySpan<byte> name)
    {
        foreach (var (known, value) in _properties)
        {
            if (name.SequenceEqual(known))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The JSON token of a replaced value; empty if there is none.</summary>
    public ReadOnlySpan<byte> FindRaw(ReadOnlySpan<byte> name) => Find(name) is FoldedRaw raw ? raw.Json : default;

    public override void WriteTo(ArrayBufferWriter<byte> writer)
    {
        writer.Write("{"u8);
        var isFirst = true;
        foreach (var (name, value) in _properties)
        {
            if (value.IsEmpty)
            {
                continue;
            }

            writer.Write(isFirst ? "\""u8 : ",\""u8);
            isFirst = false;
            writer.Write(name);
            writer.Write("\":"u8);
            value.WriteTo(writer);
        }

        writer.Write("}"u8);
    }

    private T Replace<T>(int position)
        where T : FoldedValue, new()
    {
        var replacement = new T();
        _properties[position] = (_properties[position].Name, replacement);
        return replacement;
    }
}
