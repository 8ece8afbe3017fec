using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>The thought signatures that an assistant message brings back, by the part they belong to.</summary>
/// <remarks>
/// <code>
/// {"type":"reasoning.encrypted","data":"EpE…","id":"call_7","format":"google-gemini-v1","index":0}    of the call, or of image_0
/// {"type":"reasoning.encrypted","data":"EpE…","format":"google-gemini-v1","index":1}                  of the text
/// {"type":"reasoning.text","text":"…","signature":"EpE…","format":"google-gemini-v1","index":2}       of a thought
/// </code>
/// Details of another format are another model's, and say nothing to this one.
/// </remarks>
internal sealed class GeminiSignatures
{
    public const string Format = "google-gemini-v1";

    // Bounded by the details in the request.
    private readonly Dictionary<string, string> _byId = new(StringComparer.Ordinal);
    private readonly List<string> _ofText = [];
    private readonly List<(string Text, string Signature)> _thoughts = [];

    public GeminiSignatures(JsonElement message)
    {
        foreach (var detail in message.Items("reasoning_details").Where(detail => detail.Text("format") == Format))
        {
            Take(detail);
        }
    }

    /// <summary>In order.</summary>
    public IReadOnlyList<string> OfText => _ofText;

    /// <summary>Thoughts that are signed; others need not come back.</summary>
    public IReadOnlyList<(string Text, string Signature)> Thoughts => _thoughts;

    public static string ImageId(int position) => $"image_{position}";

    public string? Of(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    // A client that kept a detail twice sends it twice.
    private void Take(JsonElement detail)
    {
        if (detail.Text("type") == "reasoning.text" && detail.Text("signature") is { } signature)
        {
            if (!_thoughts.Exists(thought => thought.Signature == signature))
            {
                _thoughts.Add((detail.Text("text") ?? "", signature));
            }

            return;
        }

        if (detail.Text("type") != "reasoning.encrypted" || detail.Text("data") is not { } data)
        {
            return;
        }

        if (detail.Text("id") is { } id)
        {
            _ = _byId.TryAdd(id, data);
        }
        else if (!_ofText.Contains(data))
        {
            _ofText.Add(data);
        }
    }
}
