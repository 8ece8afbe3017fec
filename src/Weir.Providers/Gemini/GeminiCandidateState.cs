using System.Buffers;
using System.Text;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>What was said so far in one choice of an answer. Used by one reader.</summary>
internal sealed class GeminiCandidateState
{
    // Text beyond this is passed on like any other, but citations in it are without their place.
    private const int MostIndexedText = 4 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _content = new(256);

    // Bounded by the citations of one answer, which is bounded itself.
    private readonly HashSet<(string Url, int Start, int End)> _citations = [];
    private int _nextDetail;
    private bool _isThinking;

    public int ToolCalls { get; private set; }
    public int Images { get; private set; }
    public bool IsFinished { get; set; }

    /// <summary>The index of a thought's detail: pieces of one thought share it.</summary>
    public int ThoughtIndex()
    {
        _nextDetail += _isThinking ? 0 : 1;
        _isThinking = true;
        return _nextDetail - 1;
    }

    /// <summary>The index of a detail that stands alone.</summary>
    public int SingleIndex()
    {
        _isThinking = false;
        return _nextDetail++;
    }

    public void AddContent(string text)
    {
        if (_content.WrittenCount <= MostIndexedText)
        {
            _ = Encoding.UTF8.GetBytes(text, _content);
        }
    }

    public int NextImage() => Images++;

    /// <summary>Whether this citation was not made before: Gemini repeats them as the answer grows.</summary>
    public bool IsNewCitation(string url, int start, int end) => _citations.Add((url, start, end));

    /// <summary>The place in the text, in UTF-16 units as clients slice it, of an offset in UTF-8; 0 when it lies outside.</summary>
    public int PlaceOf(long offset) =>
        offset < 0 || offset > _content.WrittenCount ? 0 : Encoding.UTF8.GetCharCount(_content.WrittenSpan[..(int)offset]);

    /// <summary>A call's position, and its own id or one that the same bytes always give.</summary>
    public (int Position, string Id) NextCall(string? id, string answerId, int candidate, string name, ReadOnlySpan<byte> arguments)
    {
        var position = ToolCalls++;
        return (position, string.IsNullOrEmpty(id) ? ToolCallIds.Of(answerId, candidate, position, name, arguments) : id);
    }
}
