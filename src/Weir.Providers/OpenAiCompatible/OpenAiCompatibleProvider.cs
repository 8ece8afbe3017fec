using System.Collections.Frozen;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Operations.Embeddings;
using Weir.Gateway.Operations.Images;
using Weir.Gateway.Operations.Rerank;
using Weir.Gateway.Operations.Speech;
using Weir.Gateway.Operations.Transcription;
using Weir.Providers.OpenAiCompatible.Media;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>The dialect of OpenAI's chat completions, which most providers speak, each with quirks of its own.</summary>
/// <remarks>It is our internal form, so bytes pass as they are where no quirk is in the way.</remarks>
public sealed class OpenAiCompatibleProvider : IProvider
{
    private readonly EmbeddingsTranslator _embeddings = new();
    private readonly RerankTranslator _rerank = new();
    private readonly ImagesTranslator _images = new();
    private readonly SpeechTranslator _speech = new();
    private readonly TranscriptionTranslator _transcription = new();
    private readonly ProviderQuirks _quirks;

    /// <summary>Speaks to a provider of which nothing is known.</summary>
    public OpenAiCompatibleProvider()
        : this(ProviderQuirks.None)
    {
    }

    internal OpenAiCompatibleProvider(ProviderQuirks quirks)
    {
        _quirks = quirks;
        Parameters = quirks.Parameters;
    }

    /// <inheritdoc/>
    public string Dialect => "openai";

    /// <inheritdoc/>
    public FrozenSet<string> Parameters { get; }

    /// <inheritdoc/>
    public IOperationTranslator? Find(IOperation operation) => operation switch
    {
        ChatOperation => this,
        EmbeddingsOperation => _embeddings,
        RerankOperation => _rerank,
        ImagesOperation => _images,
        SpeechOperation => _speech,
        TranscriptionOperation => _transcription,
        _ => null,
    };

    /// <inheritdoc/>
    public bool TakesPrefill(string upstreamModel) => _quirks.RequestOf(upstreamModel).Prefill != PrefillMark.Unknown;

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        var headers = BearerHeaders.Of(call, call.Request.Stream ? "text/event-stream" : "application/json");
        return new UpstreamRequest { Path = PathOf(call), Headers = headers, Body = ChatRequestTranslator.Translate(call, _quirks) };
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken) =>
        ChatAnswerReader.ReadAsync(body, streamed, _quirks.Answer, cancellationToken);

    /// <inheritdoc/>
    public UpstreamRequest Probe(ProviderEntry provider) => ModelsProbe.Of("models", BearerHeaders.Of(provider, ModelsProbe.Accept));

    /// <inheritdoc/>
    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body) => ErrorBody.Read(body);

    // Below the host, wherever the configured address points.
    private string PathOf(UpstreamCall call) =>
        call.Request.EndsInOpenAnswer && _quirks.RequestOf(call.Endpoint.UpstreamModel).Prefill == PrefillMark.BetaPrefix
            ? "/beta/chat/completions"
            : "chat/completions";
}
