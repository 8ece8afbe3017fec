using Weir.OpenInference;
using Weir.Protocol.Traces;

namespace Weir.Tracing.Content;

/// <summary>A document while its attributes are read.</summary>
internal sealed class DocumentDraft
{
    private ReadOnlyMemory<byte> _id;
    private ReadOnlyMemory<byte> _score;
    private ReadOnlyMemory<byte> _text;
    private ReadOnlyMemory<byte> _metadata;

    public void Set(ReadOnlySpan<char> member, ReadOnlyMemory<byte> json)
    {
        switch (member)
        {
            case DocumentAttributes.Id:
                _id = json;
                break;
            case DocumentAttributes.Score:
                _score = json;
                break;
            case DocumentAttributes.Content or EmbeddingAttributes.Text:
                _text = json;
                break;
            case DocumentAttributes.Metadata:
                _metadata = json;
                break;
        }
    }

    public DocumentRecord ToRecord(ContentTexts texts, string part) => new()
    {
        Part = part,
        Id = texts.Plain(_id),
        Score = ContentTexts.Number(_score),
        Text = texts.Value(_text),
        Metadata = texts.Json(_metadata),
    };
}
