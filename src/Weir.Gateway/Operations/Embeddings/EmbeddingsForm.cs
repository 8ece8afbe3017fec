using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Operations.Embeddings;

/// <summary>A list of vectors, each as the caller asked for it whatever the provider sent.</summary>
/// <remarks><code>{"object":"list","id":"gen-…","model":"acme/embed","provider":"Acme","data":[{"object":"embedding","index":0,"embedding":[0.1]}],"usage":{"prompt_tokens":8,"total_tokens":8,"cost":0.1}}</code></remarks>
internal sealed class EmbeddingsForm(GenerationId id, Candidate candidate, bool wantsBase64) : IAnswerForm
{
    /// <inheritdoc/>
    public ResponseHead? Raw => null;

    /// <inheritdoc/>
    public void WriteEvent(ReadOnlySpan<byte> json, in AnswerFacts facts, bool sawToolCalls, IBufferWriter<byte> output) =>
        throw new JsonException("Embeddings are not streamed.");

    /// <inheritdoc/>
    public void WriteWhole(ReadOnlySpan<byte> json, bool sawToolCalls, IBufferWriter<byte> output)
    {
        MediaAnswer.Open(output, writer =>
        {
            writer.WriteString("object"u8, "list"u8);
            writer.WriteString("id"u8, id.Value);
            writer.WriteString("model"u8, candidate.Model.Slug);
            writer.WriteString("provider"u8, candidate.Endpoint.Provider.Name);
        });
        MediaAnswer.CopyMembers(json, static name => name is "object" or "id" or "model" or "provider" or "data" or "usage", output);
        output.Write(",\"data\":"u8);
        VectorList.Write(json, wantsBase64, output);
    }

    /// <inheritdoc/>
    public void CloseWhole(ArrayBufferWriter<byte> open, TokenUsage usage, Charge charge) => MediaAnswer.Close(open, writer =>
    {
        writer.WriteStartObject("usage"u8);
        writer.WriteNumber("prompt_tokens"u8, usage.Prompt);
        writer.WriteNumber("total_tokens"u8, usage.Total);
        WriteDetails(writer, usage);
        UsageWriter.WriteCost(writer, charge);
        writer.WriteEndObject();
    });

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ClosingEvent(TokenUsage usage, Charge charge) => throw new InvalidOperationException("Embeddings are not streamed.");

    // Only of an input of several kinds, and only kinds that were there.
    private static void WriteDetails(Utf8JsonWriter writer, TokenUsage usage)
    {
        if (usage.PromptAudio + usage.PromptImage + usage.PromptVideo == 0)
        {
            return;
        }

        writer.WriteStartObject("prompt_tokens_details"u8);
        Write(writer, "text_tokens"u8, usage.Prompt - usage.PromptAudio - usage.PromptImage - usage.PromptVideo);
        Write(writer, "image_tokens"u8, usage.PromptImage);
        Write(writer, "audio_tokens"u8, usage.PromptAudio);
        Write(writer, "video_tokens"u8, usage.PromptVideo);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long count)
    {
        if (count > 0)
        {
            writer.WriteNumber(name, count);
        }
    }
}
