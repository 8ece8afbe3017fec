using System.Text.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>One item of an answer, from its <c>added</c> event to its <c>done</c>; what it holds, its kind knows.</summary>
internal sealed class OutputItem
{
    public const string InProgress = "in_progress";
    public const string Completed = "completed";
    public const string Incomplete = "incomplete";

    private readonly ResponseEvents _events;
    private readonly int _outputIndex;
    private readonly string _id;
    private readonly Action<Utf8JsonWriter> _writeMembers;
    private readonly Action _closeParts;

    /// <summary>Begins an item, which announces it.</summary>
    /// <param name="events">Take what there is to tell.</param>
    /// <param name="outputIndex">Its place in the answer.</param>
    /// <param name="id">Names it in its events.</param>
    /// <param name="writeMembers">Writes its type and everything that only this kind has, as far as it has come.</param>
    /// <param name="closeParts">Writes the events that end what it holds.</param>
    public OutputItem(ResponseEvents events, int outputIndex, string id, Action<Utf8JsonWriter> writeMembers, Action closeParts)
    {
        _events = events;
        _outputIndex = outputIndex;
        _id = id;
        _writeMembers = writeMembers;
        _closeParts = closeParts;
        TellWhole("response.output_item.added"u8);
    }

    public string Status { get; private set; } = InProgress;

    public bool IsOpen => Status == InProgress;

    /// <summary>An event of this item.</summary>
    public void Tell(ReadOnlySpan<byte> type, Action<Utf8JsonWriter> members) => _events.Write(type, writer =>
    {
        writer.WriteString("item_id"u8, _id);
        writer.WriteNumber("output_index"u8, _outputIndex);
        members(writer);
    });

    /// <summary>Ends the item with its last events; once is enough.</summary>
    /// <param name="status">Completed or incomplete.</param>
    public void Close(string status)
    {
        if (!IsOpen)
        {
            return;
        }

        _closeParts();
        Status = status;
        TellWhole("response.output_item.done"u8);
    }

    /// <summary>The answer broke off: nobody is told that the item is done.</summary>
    public void Abandon() => Status = IsOpen ? Incomplete : Status;

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, _id);
        _writeMembers(writer);
        writer.WriteString("status"u8, Status);
        writer.WriteEndObject();
    }

    private void TellWhole(ReadOnlySpan<byte> type) => _events.Write(type, writer =>
    {
        writer.WriteNumber("output_index"u8, _outputIndex);
        writer.WritePropertyName("item"u8);
        Write(writer);
    });
}
