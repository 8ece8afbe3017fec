using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;
using Weir.OpenInference;

namespace Weir.Gateway.Operations;

/// <summary>Something that models do for a caller: chat, embeddings, rerank, images, speech, transcription.</summary>
/// <remarks>
/// What differs between them is here; the order of the stages, fallback, charge and record are the same for all. Several protocols
/// may ask for one operation. Pure; safe for any number of requests at once.
/// </remarks>
public interface IOperation
{
    /// <summary>What records call it: <c>completions</c>, <c>embeddings</c>, <c>rerank</c>, <c>image</c>, <c>tts</c> or <c>stt</c>.</summary>
    string ApiType { get; }

    /// <summary>Where it is, below the root of the API: <c>chat/completions</c>.</summary>
    string Path { get; }

    /// <summary>Kind of the gateway's span, of <see cref="SpanKinds"/>.</summary>
    string SpanKind { get; }

    /// <summary>Whether a model does this at all.</summary>
    bool Suits(ModelEntry model);

    /// <summary>What one event of an upstream answer says.</summary>
    /// <param name="bytes">The event.</param>
    /// <param name="knownId">The upstream's id of the answer, once an event has given it.</param>
    /// <exception cref="System.Text.Json.JsonException">The event is not what the operation answers.</exception>
    AnswerFacts ReadFacts(ReadOnlySpan<byte> bytes, string? knownId = null);

    /// <summary>Begins the writing of one answer.</summary>
    IAnswerForm Answer(Inbound inbound, ModelRequest request, Candidate candidate);

    /// <summary>What was used, counted here because the provider did not say.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="answer">The answer as JSON, as far as it came; empty when there was none.</param>
    /// <param name="tokenizer">As the catalogue names it.</param>
    TokenUsage Estimate(ModelRequest request, ReadOnlyMemory<byte> answer, string tokenizer);

    /// <summary>Writes what was asked as attributes of the gateway's span.</summary>
    /// <param name="request">In the internal form.</param>
    /// <param name="received">The body as it came, in the client's protocol.</param>
    /// <param name="sink">Takes the attributes.</param>
    /// <param name="config">What is hidden.</param>
    void WriteInput(ModelRequest request, ReadOnlyMemory<byte> received, AttributeSink sink, TraceConfig config);

    /// <summary>Writes the answer, as far as it came, as attributes of the gateway's span.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="answer">JSON.</param>
    /// <param name="sink">Takes the attributes.</param>
    /// <param name="config">What is hidden.</param>
    void WriteOutput(ModelRequest request, ReadOnlyMemory<byte> answer, AttributeSink sink, TraceConfig config);
}
