using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>What the model thinks: a summary or the text, its signature, or something that only the provider can read.</summary>
/// <remarks>Its parts are in the order of <see cref="ReasoningDetail.Rank"/>, in which a client sends them back.</remarks>
internal sealed class ReasoningItem
{
    private readonly OutputBudget _budget;
    private readonly List<JoinedText> _summaries = [];
    private readonly JoinedText _signature;
    private readonly JoinedText _encrypted;
    private readonly string? _id;
    private JoinedText? _text;
    private string? _format;
    private long? _index;
    private int _rank;
    private bool _isPartOpen;

    public ReasoningItem(OutputItems items, in ReasoningDetail first)
    {
        _budget = items.Budget;
        _signature = new JoinedText(_budget);
        _encrypted = new JoinedText(_budget);
        _format = first.Format;

        // An id that an earlier item has would leave it open which of the two an event means.
        _id = first.Id is { } id && !items.Contains(id) ? id : null;
        Item = items.Open(_id ?? ItemIds.Reasoning(), WriteMembers, CloseReadable);
    }

    public OutputItem Item { get; }

    /// <summary>Whether a detail belongs to this item; otherwise it begins another.</summary>
    public bool Takes(in ReasoningDetail detail) =>
        (detail.Id is null || detail.Id == _id)
        && (detail.Format is null || _format is null || detail.Format == _format)
        && detail.Rank >= _rank
        && IsNotSealed(detail)
        && (detail.Index is null || _index is null || detail.Index == _index || (detail.Id is not null && detail.Id == _id));

    public void Add(in ReasoningDetail detail)
    {
        var isNewPart = detail.Rank != _rank || (detail.Index is not null && detail.Index != _index);
        _format ??= detail.Format;
        _rank = detail.Rank;
        switch (detail.Rank)
        {
            case ReasoningDetail.SummaryRank when detail.Text is { } summary:
                AddSummary(summary, isNewPart);
                break;
            case ReasoningDetail.TextRank:
                AddText(detail);
                break;
            case ReasoningDetail.EncryptedRank when detail.Text is { } data:
                CloseReadable();
                _encrypted.Add(data);
                break;
        }

        _index = detail.Index ?? _index;
    }

    private void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "reasoning"u8);
        writer.WriteStartArray("summary"u8);
        _summaries.ForEach(summary => WritePart(writer, "summary_text"u8, summary));
        writer.WriteEndArray();
        if (_text is not null)
        {
            writer.WriteStartArray("content"u8);
            WritePart(writer, "reasoning_text"u8, _text);
            writer.WriteEndArray();
        }

        WriteFilled(writer, "signature"u8, _signature);
        WriteFilled(writer, "encrypted_content"u8, _encrypted);
        if (_format is not null)
        {
            writer.WriteString("format"u8, _format);
        }
    }

    // What follows a signature is not sealed by it; an encrypted piece is whole unless the next carries its index.
    private bool IsNotSealed(in ReasoningDetail detail) => detail.Rank switch
    {
        ReasoningDetail.TextRank => _signature.IsEmpty,
        ReasoningDetail.EncryptedRank => _encrypted.IsEmpty || (detail.Index is not null && detail.Index == _index),
        _ => true,
    };

    private void AddSummary(JsonElement summary, bool isNewPart)
    {
        if (isNewPart || _summaries.Count == 0)
        {
            CloseReadable();
            _budget.TakeNode();
            _summaries.Add(new JoinedText(_budget));
            _isPartOpen = true;
            WriteSummaryPart("response.reasoning_summary_part.added"u8);
        }

        _summaries[^1].Add(summary);
        Item.Tell("response.reasoning_summary_text.delta"u8, writer =>
        {
            writer.WriteNumber("summary_index"u8, _summaries.Count - 1);
            writer.WriteRaw("delta"u8, summary);
        });
    }

    private void AddText(in ReasoningDetail detail)
    {
        if (detail.Text is { } text)
        {
            BeginText();
            _text!.Add(text);
            Item.Tell("response.reasoning_text.delta"u8, writer =>
            {
                writer.WriteNumber("content_index"u8, 0);
                writer.WriteRaw("delta"u8, text);
            });
        }

        if (detail.Signature is { } signature)
        {
            _signature.Add(signature);
        }
    }

    private void BeginText()
    {
        if (_text is not null)
        {
            return;
        }

        CloseReadable();
        _budget.TakeNode();
        _text = new JoinedText(_budget);
        _isPartOpen = true;
        WriteTextPart("response.content_part.added"u8);
    }

    private void CloseReadable()
    {
        if (!_isPartOpen)
        {
            return;
        }

        _isPartOpen = false;
        if (_text is { } text)
        {
            Item.Tell("response.reasoning_text.done"u8, writer =>
            {
                writer.WriteNumber("content_index"u8, 0);
                text.Write(writer, "text"u8);
            });
            WriteTextPart("response.content_part.done"u8);
            return;
        }

        Item.Tell("response.reasoning_summary_text.done"u8, writer =>
        {
            writer.WriteNumber("summary_index"u8, _summaries.Count - 1);
            _summaries[^1].Write(writer, "text"u8);
        });
        WriteSummaryPart("response.reasoning_summary_part.done"u8);
    }

    private void WriteTextPart(ReadOnlySpan<byte> type) => Item.Tell(type, writer =>
    {
        writer.WriteNumber("content_index"u8, 0);
        writer.WritePropertyName("part"u8);
        WritePart(writer, "reasoning_text"u8, _text!);
    });

    private void WriteSummaryPart(ReadOnlySpan<byte> type) => Item.Tell(type, writer =>
    {
        writer.WriteNumber("summary_index"u8, _summaries.Count - 1);
        writer.WritePropertyName("part"u8);
        WritePart(writer, "summary_text"u8, _summaries[^1]);
    });

    private static void WritePart(Utf8JsonWriter writer, ReadOnlySpan<byte> type, JoinedText text)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        text.Write(writer, "text"u8);
        writer.WriteEndObject();
    }

    private static void WriteFilled(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JoinedText text)
    {
        if (!text.IsEmpty)
        {
            text.Write(writer, name);
        }
    }
}
