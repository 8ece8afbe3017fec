using System.Collections.Frozen;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Media;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Operations.Embeddings;
using Weir.Gateway.Operations.Images;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Google's Gemini API: <c>generateContent</c> and <c>streamGenerateContent</c>.</summary>
/// <remarks>Source: https://ai.google.dev/api/generate-content.</remarks>
public sealed class GeminiProvider : IProvider
{
    private readonly GeminiEmbeddings _embeddings = new();
    private readonly ImagesOverChat _images;

    public GeminiProvider() => _images = new ImagesOverChat(this);

    /// <inheritdoc/>
    public string Dialect => "gemini";

    /// <inheritdoc/>
    public FrozenSet<string> Parameters => GeminiParameters.All;

    /// <inheritdoc/>
    public IOperationTranslator? Find(IOperation operation) => operation switch
    {
        ChatOperation => this,
        EmbeddingsOperation => _embeddings,
        ImagesOperation => _images,
        _ => null,
    };

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        var method = call.Request.Stream ? "streamGenerateContent?alt=sse" : "generateContent";
        return new UpstreamRequest
        {
            Path = $"{GeminiModel.Path(call.Endpoint.UpstreamModel)}:{method}",
            Headers = GeminiHeaders.Of(call, call.Request.Stream ? "text/event-stream" : "application/json"),
            Body = GeminiRequestTranslator.Translate(call),
        };
    }

    // Only newer models fetch, and only over https; what was uploaded to Google is there already.
    /// <inheritdoc/>
    public bool NeedsContent(MediaKind kind, string url) =>
        kind is MediaKind.Image or MediaKind.File && !url.StartsWith(GeminiPartTranslator.UploadedFiles, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken) =>
        GeminiAnswer.ReadAsync(body, streamed, cancellationToken);

    /// <inheritdoc/>
    public UpstreamRequest Probe(ProviderEntry provider) => ModelsProbe.Of("models", GeminiHeaders.Of(provider, ModelsProbe.Accept));

    /// <inheritdoc/>
    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body) => ErrorBody.Read(body, GeminiErrors.Find);
}
