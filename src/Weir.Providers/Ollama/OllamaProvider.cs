using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Media;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Operations.Embeddings;
using Weir.Providers.Translation;

namespace Weir.Providers.Ollama;

/// <summary>Ollama's own chat API, which says more than the OpenAI one it also has: thinking, schemas, all sampling options.</summary>
/// <remarks>Source: https://docs.ollama.com/api/chat.</remarks>
public sealed class OllamaProvider : IProvider
{
    private readonly OllamaEmbeddings _embeddings = new();

    /// <inheritdoc/>
    public string Dialect => "ollama";

    /// <inheritdoc/>
    public FrozenSet<string> Parameters => OllamaRequestTranslator.Parameters;

    /// <inheritdoc/>
    public IOperationTranslator? Find(IOperation operation) => operation switch
    {
        ChatOperation => this,
        EmbeddingsOperation => _embeddings,
        _ => null,
    };

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        var headers = BearerHeaders.Of(call, call.Request.Stream ? "application/x-ndjson" : "application/json");
        var body = OllamaRequestTranslator.Translate(call);
        return new UpstreamRequest { Path = "api/chat", Headers = headers, Body = body };
    }

    /// <inheritdoc/>
    public bool NeedsContent(MediaKind kind, string url) => kind == MediaKind.Image;

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var answer = new OllamaEventReader(isChunk: streamed);
        if (!streamed)
        {
            var whole = await AnswerBody.ReadAsync(body, cancellationToken);
            yield return new StreamEvent(StreamEventKind.Completion, answer.Read(whole));
            yield break;
        }

        await using var lines = new LineReader(body, AnswerBody.LargestEvent);
        while (!answer.IsOver && await lines.ReadAsync(cancellationToken))
        {
            var chunk = answer.Read(lines.Line);
            if (!chunk.IsEmpty)
            {
                yield return new StreamEvent(StreamEventKind.Chunk, chunk);
            }
        }

        if (answer.UsageChunk() is { IsEmpty: false } usage)
        {
            yield return new StreamEvent(StreamEventKind.Chunk, usage);
        }

        if (answer.IsFinished)
        {
            yield return new StreamEvent(StreamEventKind.End, default);
        }
    }

    /// <inheritdoc/>
    public UpstreamRequest Probe(ProviderEntry provider) => ModelsProbe.Of("api/tags", BearerHeaders.Of(provider, ModelsProbe.Accept));

    /// <inheritdoc/>
    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body) => ErrorBody.Read(
        body,
        root => root.TryMember("error", out var error) ? new UpstreamErrorBody(error.Text() ?? error.Text("message"), error.Text("code")) : null);
}
