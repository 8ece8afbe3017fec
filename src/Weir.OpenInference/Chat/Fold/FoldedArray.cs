using System.Buffers;

namespace Weir.OpenInference;

/// <summary>An array whose elements are found by their index, or appended where they have none.</summary>
internal sealed class FoldedArray : FoldedValue
{
    // Far more choices or parallel tool calls than any model produces; keeps the walk below short.
    private const int MaxIndexed = 1024;

    private readonly List<(long Index, FoldedValue Value)> _items = [];
    private bool _isSorted = true;

    public override bool IsEmpty => _items.TrueForAll(static item => item.Value.IsEmpty);

    public int Count => _items.Count;

    public IEnumerable<FoldedObject> Objects
    {
        get
        {
            foreach (var (_, value) in _items)
            {
                if (value is FoldedObject item)
                {
                    yield return item;
                }
            }
        }
    }

    /// <summary>The element with this index and, where both say one, this type. Null when a bound is reached.</summary>
    public FoldedObject? GetOrAdd(long index, ReadOnlySpan<byte> type, FoldBudget budget)
    {
        for (var i = _items.Count - 1; i >= 0; i--)
        {
            if (_items[i].Index == index && _items[i].Value is FoldedObject item && IsSameType(item, type))
            {
                return item;
            }
        }

        return Add(index, budget);
    }

    /// <summary>The element that a piece without index belongs to: a new identifier starts a new element, anything else continues the last.</summary>
    public FoldedObject? GetOrAddById(ReadOnlySpan<byte> id, FoldBudget budget)
    {
        if (_items.Count > 0 && _items[^1].Value is FoldedObject last && (id.IsEmpty || id.SequenceEqual(last.FindRaw("id"u8))))
        {
            return last;
        }

        return Add(_items.Count == 0 ? 0 : _items[^1].Index + 1, budget);
    }

    /// <summary>Appends an element that is complete.</summary>
    public void Append(ReadOnlySpan<byte> json, FoldBudget budget)
    {
        if (!budget.TryTakeNode(0))
        {
            return;
        }

        var item = new FoldedRaw();
        item.Replace(json, budget);
        _items.Add((_items.Count, item));
    }

    public override void WriteTo(ArrayBufferWriter<byte> writer)
    {
        if (!_isSorted)
        {
            var sorted = _items.OrderBy(static item => item.Index).ToArray(); // stable, unlike List.Sort
            _items.Clear();
            _items.AddRange(sorted);
            _isSorted = true;
        }

        writer.Write("["u8);
        var isFirst = true;
        foreach (var (_, value) in _items)
        {
            if (value.IsEmpty)
            {
                continue;
            }

            if (!isFirst)
            {
                writer.Write(","u8);
            }

            isFirst = false;
            value.WriteTo(writer);
        }

        writer.Write("]"u8);
    }

    private FoldedObject? Add(long index, FoldBudget budget)
    {
        if (_items.Count >= MaxIndexed)
        {
            budget.MarkTruncated();
            return null;
        }

        if (!budget.TryTakeNode(0))
        {
            return null;
        }

        var item = new FoldedObject();
        _isSorted &= _items.Count == 0 || _items[^1].Index <= index;
        _items.Add((index, item));
        return item;
    }

    private static bool IsSameType(FoldedObject item, ReadOnlySpan<byte> type)
    {
        var known = item.FindRaw("type"u8);
        return type.IsEmpty || known.IsEmpty || known.SequenceEqual(type);
    }
}
