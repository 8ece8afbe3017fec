using System.Runtime.InteropServices;
using System.Text.Json;

namespace Weir.Providers.Anthropic;

/// <summary>One block of a streamed answer while it is open.</summary>
/// <param name="Type">The upstream's word for its kind.</param>
/// <param name="Number">Its place among the tool calls, or among the reasoning.</param>
/// <param name="TextStart">Length of the content before it, in UTF-16 units.</param>
internal sealed record AnswerBlock(string Type, int Number, int TextStart) : IDisposable
{
    // More than a text has sources.
    private const int MostCitations = 256;

    public bool HasArguments { get; set; }

    /// <summary>What the text refers to; shown when its end is known.</summary>
    public List<JsonDocument> Citations { get; } = [];

    /// <summary>Keeps a citation beyond the event that brought it.</summary>
    public void Cite(JsonElement citation)
    {
        if (Citations.Count < MostCitations)
        {
            Citations.Add(JsonDocument.Parse(JsonMarshal.GetRawUtf8Value(citation).ToArray()));
        }
    }

    public void Dispose() => Citations.ForEach(citation => citation.Dispose());
}
