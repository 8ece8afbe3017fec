using System.Text.Json;
using Weir.Gateway.Metadata;
using Weir.Gateway.Protocols.Json;
using Weir.Gateway.Protocols.Responses.Input;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>What an answer has said so far, as items. Used by one request.</summary>
/// <remarks>
/// Chat has one message with everything in it; here each thing is an item of its own, in the order it came. Thinking ends where
/// something else begins, a message where a call or readable thinking does; calls stay open to the end, because their pieces may come
/// in any order.
/// </remarks>
internal sealed class OutputState
{
    private readonly ReadOnlyMemory<byte> _request;

    // The calls that a piece can still belong to, by the index that chat gives them. Bounded by the budget of the answer.
    private readonly Dictionary<long, CallItem> _calls = [];
    private DeclaredTools? _tools;
    private MessageItem? _message;
    private ReasoningItem? _reasoning;

    /// <param name="request">The body of the request, which says what the tools are called there.</param>
    public OutputState(ReadOnlyMemory<byte> request)
    {
        _request = request;
        Items = new OutputItems(Events, new OutputBudget());
    }

    public ResponseEvents Events { get; } = new();

    public OutputItems Items { get; }

    /// <summary>Why it ended, as chat names it; null while it has not.</summary>
    public string? FinishReason { get; private set; }

    /// <summary>The provider's own word for that.</summary>
    public string? NativeFinishReason { get; private set; }

    public string? ServiceTier { get; private set; }

    /// <summary>How the request was routed, as JSON; empty while it is not known, or nobody asked.</summary>
    public ReadOnlyMemory<byte> RouterMetadata { get; private set; }

    /// <summary>Takes a chunk, or a whole completion.</summary>
    /// <exception cref="JsonException">The answer is larger than any can be.</exception>
    public void Take(JsonElement answer)
    {
        ServiceTier = answer.FindText("service_tier"u8) ?? ServiceTier;
        RouterMetadata = MetadataMember.Read(answer);
        foreach (var choice in answer.FindItems("choices"u8))
        {
            // Responses are one answer; others, which nobody can ask for, have no place in it.
            if ((choice.FindWhole("index"u8) ?? 0) == 0)
            {
                TakeChoice(choice);
            }
        }
    }

    /// <summary>Ends what is open.</summary>
    public void Close(string lastStatus)
    {
        foreach (var call in _calls.Values)
        {
            call.EnsureBegun();
        }

        Items.CloseAll(lastStatus);
    }

    private void TakeChoice(JsonElement choice)
    {
        if ((choice.FindObject("delta"u8) ?? choice.FindObject("message"u8)) is { } said)
        {
            TakeReasoning(said);
            TakeText(said, choice.FindObject("logprobs"u8));
            foreach (var image in said.FindItems("images"u8))
            {
                ImageItem.Write(image, Items);
            }

            TakeCalls(said);
        }

        FinishReason ??= choice.FindText("finish_reason"u8);
        NativeFinishReason ??= choice.FindText("native_finish_reason"u8);
    }

    // The plain text repeats what the details say, where there are any that can be read.
    private void TakeReasoning(JsonElement said)
    {
        var details = said.FindItems("reasoning_details"u8).Select(ReasoningDetail.Read).OfType<ReasoningDetail>().ToArray();
        var isTold = Array.Exists(details, detail => detail.IsReadable);
        if (!isTold && (said.FindFilled("reasoning"u8) ?? said.FindFilled("reasoning_content"u8)) is { } text)
        {
            TakeDetail(new ReasoningDetail { Rank = ReasoningDetail.TextRank, Text = text });
        }

        foreach (var detail in details)
        {
            TakeDetail(detail);
        }
    }

    private void TakeDetail(in ReasoningDetail detail)
    {
        if (detail.IsReadable)
        {
            CloseMessage();
        }

        if (_reasoning is not { } open || !open.Takes(detail))
        {
            CloseReasoning();
            _reasoning = new ReasoningItem(Items, detail);
        }

        _reasoning.Add(detail);
    }

    private void TakeText(JsonElement said, JsonElement? logprobs)
    {
        foreach (var text in TextsOf(said))
        {
            Message().AddText(text, logprobs);
            logprobs = null;
        }

        if (said.FindFilled("refusal"u8) is { } refusal)
        {
            Message().AddRefusal(refusal);
        }

        foreach (var annotation in said.FindItems("annotations"u8))
        {
            Message().AddAnnotation(annotation);
        }
    }

    // A text, or, from a few providers, parts.
    private static IEnumerable<JsonElement> TextsOf(JsonElement said) =>
        said.FindFilled("content"u8) is { } text ? [text] : said.FindItems("content"u8).Select(part => part.FindFilled("text"u8)).OfType<JsonElement>();

    private void TakeCalls(JsonElement said)
    {
        var position = 0;
        foreach (var piece in said.FindItems("tool_calls"u8))
        {
            var index = piece.FindWhole("index"u8) ?? position;
            position++;
            if (!_calls.TryGetValue(index, out var call) || call.IsOtherThan(piece))
            {
                CloseReasoning();
                CloseMessage();
                call?.EnsureBegun();
                Items.Budget.TakeNode();
                call = new CallItem(Items, FindTool);
                _calls[index] = call;
            }

            call.Add(piece);
        }
    }

    private MessageItem Message()
    {
        CloseReasoning();
        return _message ??= new MessageItem(Items);
    }

    private void CloseMessage()
    {
        _message?.Item.Close(OutputItem.Completed);
        _message = null;
    }

    private void CloseReasoning()
    {
        _reasoning?.Item.Close(OutputItem.Completed);
        _reasoning = null;
    }

    private DeclaredTool FindTool(string chatName)
    {
        if (_tools is null)
        {
            using var document = JsonDocument.Parse(_request);
            _tools = DeclaredTools.Read(document.RootElement);
        }

        return _tools.Find(chatName);
    }
}
