using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Writes the blocks of a stream, one after the other: what belongs to another block ends the open one.</summary>
/// <remarks>
/// A chat stream may mix the pieces of parallel tool calls, blocks may not be mixed: while the arguments of a call are incomplete,
/// everything else is held, and follows when they are complete, or when the answer ends.
/// </remarks>
internal sealed class AnswerBlocks(MessageEvents events)
{
    // Arguments are rarely more than a few kilobytes; an answer that leaves a call open and sends this much beside it is none.
    private const int MostHeldBytes = 8 * 1024 * 1024;

    // One for each call of the answer, which the upstream's limits bound.
    private readonly HashSet<(long Key, string Id)> _closedCalls = [];
    private readonly HashSet<long> _closedKeys = [];
    private List<AnswerPiece> _held = [];
    private long _heldBytes;
    private OpenBlock? _open;
    private int _index = -1;

    /// <summary>Writes a piece, or holds it.</summary>
    /// <exception cref="JsonException">More is held than an answer has.</exception>
    public void Take(in AnswerPiece piece)
    {
        WriteOrHold(piece);
        Release();
    }

    /// <summary>Writes what is held, and ends the open block.</summary>
    public void Finish()
    {
        Close();
        while (_held.Count > 0)
        {
            Release();
            Close();
        }
    }

    // Every round writes at least the first piece, for no block is unfinished when it begins.
    private void Release()
    {
        while (_held.Count > 0 && _open is not { IsUnfinished: true })
        {
            var held = _held;
            (_held, _heldBytes) = ([], 0);
            held.ForEach(piece => WriteOrHold(piece));
        }
    }

    private void WriteOrHold(in AnswerPiece piece)
    {
        // Nothing overtakes what is held, but the rest of the call that it waits for.
        if (_open is { IsUnfinished: true } open ? open.Continues(piece) : _held.Count == 0)
        {
            Write(piece);
            return;
        }

        _heldBytes += 64 + (piece.HasValue ? piece.Value.Raw().Length : 0);
        if (_heldBytes > MostHeldBytes)
        {
            throw new JsonException($"A tool call stays open while more than {MostHeldBytes / (1024 * 1024)} MiB of other output come.");
        }

        _held.Add(piece.Detach());
    }

    private void Write(AnswerPiece piece)
    {
        switch (piece.Kind)
        {
            case PieceKind.Text:
                Open(piece, PieceKind.Text);
                Delta("text_delta", "text", piece.Value);
                break;
            case PieceKind.Thinking:
                Open(piece, PieceKind.Thinking);
                Delta("thinking_delta", "thinking", piece.Value);
                break;
            case PieceKind.Signature:
                Open(piece, PieceKind.Thinking).IsSealed = true;
                Delta("signature_delta", "signature", piece.Value);
                break;
            case PieceKind.Citation:
                Open(piece, PieceKind.Text).IsSealed = true;
                WriteDelta("citations_delta", writer =>
                {
                    writer.WritePropertyName("citation"u8);
                    CitationWriter.Write(writer, piece.Value);
                });
                break;
            case PieceKind.ToolCall:
                WriteCall(piece);
                break;
            case PieceKind.Redacted or PieceKind.Foreign:
                Close();
                Start(writer => BlockWriter.WriteRedacted(writer, piece));
                Stop();
                break;
        }
    }

    private void WriteCall(in AnswerPiece piece)
    {
        if (_open?.Continues(piece) != true && IsOver(piece))
        {
            return;
        }

        var block = Open(piece, PieceKind.ToolCall);
        if (piece.HasValue)
        {
            block.AddArguments(piece.Value.Text());
            Delta("input_json_delta", "partial_json", piece.Value);
        }
    }

    // More of a call that has ended, or that never had a name: there is no block it could go to.
    private bool IsOver(in AnswerPiece piece) =>
        string.IsNullOrEmpty(piece.Name) || (string.IsNullOrEmpty(piece.Id) ? _closedKeys.Contains(piece.Key) : _closedCalls.Contains((piece.Key, piece.Id)));

    private OpenBlock Open(in AnswerPiece piece, PieceKind kind)
    {
        if (_open is { } open && open.Continues(piece))
        {
            return open;
        }

        Close();
        var id = kind != PieceKind.ToolCall ? "" : string.IsNullOrEmpty(piece.Id) ? AnswerPiece.NewCallId() : piece.Id;
        var block = new OpenBlock(kind, piece.Key, id);
        var name = piece.Name;
        Start(writer => BlockWriter.WriteOpening(writer, block, name));
        return _open = block;
    }

    private void Close()
    {
        if (_open is not { } open)
        {
            return;
        }

        if (open.Kind == PieceKind.ToolCall)
        {
            _ = _closedCalls.Add((open.Key, open.CallId));
            _ = _closedKeys.Add(open.Key);
        }

        _open = null;
        Stop();
    }

    private void Start(Action<Utf8JsonWriter> block)
    {
        _index++;
        events.Write("content_block_start"u8, writer =>
        {
            writer.WriteNumber("index"u8, _index);
            writer.WriteStartObject("content_block"u8);
            block(writer);
            writer.WriteEndObject();
        });
    }

    private void Stop() => events.Write("content_block_stop"u8, writer => writer.WriteNumber("index"u8, _index));

    private void Delta(string type, string member, JsonElement text) => WriteDelta(type, writer =>
    {
        writer.WritePropertyName(member);
        writer.WriteRaw(text);
    });

    private void WriteDelta(string type, Action<Utf8JsonWriter> members) => events.Write("content_block_delta"u8, writer =>
    {
        writer.WriteNumber("index"u8, _index);
        writer.WriteStartObject("delta"u8);
        writer.WriteString("type"u8, type);
        members(writer);
        writer.WriteEndObject();
    });
}
