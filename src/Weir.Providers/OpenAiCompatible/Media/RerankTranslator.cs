using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiCompatible.Media;

/// <summary><c>POST rerank</c> as Jina, Together, vLLM and Cohere have it.</summary>
/// <remarks>Source: https://docs.cohere.com/reference/rerank, which the others follow.</remarks>
internal sealed class RerankTranslator : IOperationTranslator
{
    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call) => new()
    {
        Path = "rerank",
        Headers = BearerHeaders.Of(call, "application/json"),
        Body = JsonBody.Write(writer =>
        {
            writer.WriteString("model"u8, call.Endpoint.UpstreamModel);
            writer.Copy(call.Request, "query");
            writer.Copy(call.Request, "documents");
            writer.Copy(call.Request, "top_n");
        }),
    };

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken) =>
        WholeAnswer.ReadAsync(body, RerankAnswer.Read, cancellationToken);
}
