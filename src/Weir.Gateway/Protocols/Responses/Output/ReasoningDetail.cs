using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>One entry of <c>reasoning_details</c>, or a piece of one.</summary>
/// <remarks><code>{"type":"reasoning.text","text":"Let me see","signature":"Eq…","id":null,"format":"anthropic-claude-v1","index":0}</code></remarks>
internal readonly record struct ReasoningDetail
{
    public const int SummaryRank = 1;
    public const int TextRank = 2;
    public const int EncryptedRank = 3;

    /// <summary>Which kind it is; inside one item the kinds follow each other in this order.</summary>
    public required int Rank { get; init; }

    /// <summary>The summary, the text or the encrypted data; null for a signature that comes alone.</summary>
    public JsonElement? Text { get; init; }

    public JsonElement? Signature { get; init; }

    /// <summary>The provider's; null when it gave none.</summary>
    public string? Id { get; init; }

    public string? Format { get; init; }
    public long? Index { get; init; }

    /// <summary>Whether it holds something that people can read.</summary>
    public bool IsReadable => Rank != EncryptedRank && Text is not null;

    /// <summary>Null for a kind that Responses have no word for, and for one that says nothing.</summary>
    public static ReasoningDetail? Read(JsonElement detail)
    {
        var (rank, text) = detail.FindText("type"u8) switch
        {
            "reasoning.summary" => (SummaryRank, detail.FindFilled("summary"u8)),
            "reasoning.text" => (TextRank, detail.FindFilled("text"u8)),
            "reasoning.encrypted" => (EncryptedRank, detail.FindFilled("data"u8)),
            _ => (0, null),
        };
        var signature = rank == TextRank ? detail.FindFilled("signature"u8) : null;
        return text is null && signature is null ? null : new ReasoningDetail
        {
            Rank = rank,
            Text = text,
            Signature = signature,
            Id = detail.FindFilled("id"u8)?.Text(),
            Format = detail.FindText("format"u8),
            Index = detail.FindWhole("index"u8),
        };
    }
}
