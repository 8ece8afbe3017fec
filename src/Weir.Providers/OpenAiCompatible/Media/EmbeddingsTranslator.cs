using System.Collections.Frozen;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiCompatible.Media;

/// <summary><c>POST embeddings</c> as OpenAI has it, which is the internal form.</summary>
internal sealed class EmbeddingsTranslator : IOperationTranslator
{
    private static readonly FrozenSet<string> Passed = FrozenSet.Create(StringComparer.Ordinal, "input", "encoding_format", "dimensions");

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call) => new()
    {
        Path = "embeddings",
        Headers = BearerHeaders.Of(call, "application/json"),
        Body = JsonBody.Write(writer =>
        {
            writer.WriteString("model"u8, call.Endpoint.UpstreamModel);
            foreach (var member in call.Request.Members)
            {
                // OpenAI refuses members it does not know: what only some take is sent to those that say so.
                if (Passed.Contains(member.Name) || (member.Name != "model" && call.Endpoint.SupportedParameters?.Contains(member.Name) == true))
                {
                    writer.Copy(call.Request, member.Name);
                }
            }

            if (call.HashedUser is { } user)
            {
                writer.WriteString("user"u8, user);
            }
        }),
    };

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken) =>
        WholeAnswer.ReadAsync(body, static answer => answer, cancellationToken);
}
