using System.Text.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>The items of one answer in their order. Bounded by the budget of the answer.</summary>
internal sealed class OutputItems(ResponseEvents events, OutputBudget budget)
{
    private readonly List<OutputItem> _items = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public OutputBudget Budget => budget;

    /// <summary>Begins the next item.</summary>
    public OutputItem Open(string id, Action<Utf8JsonWriter> writeMembers, Action closeParts)
    {
        budget.TakeNode();
        var item = new OutputItem(events, _items.Count, id, writeMembers, closeParts);
        _items.Add(item);
        _ = _ids.Add(id);
        return item;
    }

    public bool Contains(string id) => _ids.Contains(id);

    /// <summary>Ends what is open, in order.</summary>
    /// <param name="lastStatus">Of the last item that is still open: where an answer is cut short, that is where.</param>
    public void CloseAll(string lastStatus)
    {
        var last = _items.FindLast(item => item.IsOpen);
        foreach (var item in _items)
        {
            item.Close(item == last ? lastStatus : OutputItem.Completed);
        }
    }

    public void AbandonAll() => _items.ForEach(item => item.Abandon());

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("output"u8);
        _items.ForEach(item => item.Write(writer));
        writer.WriteEndArray();
    }
}
