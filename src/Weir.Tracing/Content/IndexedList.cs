namespace Weir.Tracing.Content;

/// <summary>A list whose elements come in any order, with gaps, from 0 or from 1.</summary>
/// <remarks>Bounded by the attributes of a span.</remarks>
internal sealed class IndexedList<T>
    where T : class, new()
{
    private readonly SortedDictionary<int, T> _items = [];

    public bool IsEmpty => _items.Count == 0;

    /// <summary>In the order of their indexes.</summary>
    public IEnumerable<T> Items => _items.Values;

    /// <summary>The element with this index, made when it is first named.</summary>
    public T At(int index)
    {
        if (!_items.TryGetValue(index, out var item))
        {
            item = new T();
            _items.Add(index, item);
        }

        return item;
    }
}
