using System.Collections.Immutable;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Operations.Embeddings;
using Weir.Gateway.Operations.Images;

namespace Weir.Gateway.Routing;

/// <summary>Which media a request holds and wants beside text, and which models can do with them.</summary>
/// <remarks>
/// <code>{"modalities":["image","text"],"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://…"}}]}]}</code>
/// Looked for when somebody asks, once. One a plan, used by one thread.
/// </remarks>
internal sealed class MediaNeeds(ModelRequest request, IOperation operation)
{
    private const string File = "file";

    // [ messages, { message, [ content, { part
    private const int DepthOfPart = 4;

    private ImmutableArray<string> _input;
    private ImmutableArray<string> _output;
    private ModelEntry? _asked;
    private string? _missing;

    /// <summary>Of <see cref="CatalogVocabulary.InputModalities"/>, without text.</summary>
    public ImmutableArray<string> Input => _input.IsDefault ? _input = FindInput() : _input;

    /// <summary>Of <see cref="CatalogVocabulary.OutputModalities"/>, without text; only a conversation says.</summary>
    public ImmutableArray<string> Output => _output.IsDefault ? _output = FindOutput() : _output;

    public bool HasFiles => Input.Contains(File);

    /// <summary>What the request holds and a model certainly does not take; null: nothing.</summary>
    public string? MissingInput(ModelEntry model)
    {
        // The endpoints of a model are asked about one after the other.
        if (!ReferenceEquals(model, _asked))
        {
            (_asked, _missing) = (model, model.IsInputAssumed ? null : First(Input, model.InputModalities));
        }

        return _missing;
    }

    /// <summary>What the request wants and a model does not give; null: nothing.</summary>
    public string? MissingOutput(ModelEntry model) => First(Output, model.OutputModalities);

    public static bool TakesFiles(ModelEntry model) => model.InputModalities.Contains(File);

    private static string? First(ImmutableArray<string> needed, ImmutableArray<string> there)
    {
        foreach (var modality in needed)
        {
            if (modality != File && !there.Contains(modality))
            {
                return modality;
            }
        }

        return null;
    }

    private ImmutableArray<string> FindInput() => operation switch
    {
        ChatOperation => FindParts("messages"),
        EmbeddingsOperation => FindParts("input"),
        ImagesOperation => request.Has("input_references") && !request.Value("input_references").Span.SequenceEqual("[]"u8) ? ["image"] : [],
        _ => [],
    };

    private ImmutableArray<string> FindParts(string member)
    {
        var json = request.Has(member) ? request.Value(member).Span : [];
        if (!MayHoldMedia(json))
        {
            return [];
        }

        var found = ImmutableArray<string>.Empty;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = RequestReader.MaxDepth });
        while (reader.Read())
        {
            if (reader.CurrentDepth != DepthOfPart || reader.TokenType != JsonTokenType.PropertyName || !WireText.Is(reader, "type"u8))
            {
                continue;
            }

            _ = reader.Read();
            if (reader.TokenType == JsonTokenType.String && ModalityOf(reader) is { } modality && !found.Contains(modality))
            {
                found = found.Add(modality);
            }
        }

        return found;
    }

    // Most conversations are text, and a long one is searched for four words ten times sooner than it is read. A type written in escapes passes unseen.
    private static bool MayHoldMedia(ReadOnlySpan<byte> json) =>
        json.IndexOf("image_url"u8) >= 0 || json.IndexOf("input_"u8) >= 0 || json.IndexOf("video_url"u8) >= 0 || json.IndexOf("\"file\""u8) >= 0;

    private static string? ModalityOf(in Utf8JsonReader type) => WireText.Read(type) switch
    {
        "image_url" => "image",
        "input_audio" => "audio",
        "video_url" or "input_video" => "video",
        "file" or "input_file" => File,
        _ => null,
    };

    private ImmutableArray<string> FindOutput()
    {
        if (operation is not ChatOperation || !request.Has("modalities"))
        {
            return [];
        }

        var found = ImmutableArray<string>.Empty;
        var reader = new Utf8JsonReader(request.Value("modalities").Span);
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            var modality = WireText.Read(reader);
            found = modality is "image" or "audio" && !found.Contains(modality) ? found.Add(modality) : found;
        }

        return found;
    }
}
