using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Weir.OpenRouter;

/// <summary>The chat operations; made by <see cref="OpenRouterClient"/>.</summary>
public sealed class ChatClient
{
    private const string Path = "chat/completions";

    private readonly OpenRouterTransport _transport;

    internal ChatClient(OpenRouterTransport transport) => _transport = transport;

    /// <summary>Answers a chat. <c>POST /chat/completions</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    public Task<ChatResult> SendAsync(ChatRequest request, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            HttpMethod.Post, Path, query: null, request with { Stream = null }, ChatJson.Default.ChatRequest, ChatJson.Default.ChatResult, cancellationToken);

    /// <summary>Answers a chat with JSON of the form of a C# type, and reads it. <c>POST /chat/completions</c>.</summary>
    /// <param name="request">The chat; its <see cref="ChatRequest.ResponseFormat"/> is replaced.</param>
    /// <param name="type">The type's source-generated metadata: <c>MyJson.Default.Answer</c>.</param>
    /// <exception cref="OpenRouterException">The server refused, could not be reached, or the model did not write what the type needs.</exception>
    public async Task<T> SendAsync<T>(ChatRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = await SendAsync(request with { ResponseFormat = ResponseFormat.FromType(type) }, cancellationToken).ConfigureAwait(false);
        var message = result.Choices is [{ Message: { } first }, ..] ? first : null;
        try
        {
            return message?.Content?.Text is { } text && JsonSerializer.Deserialize(text, type) is { } value
                ? value
                : throw new OpenRouterException($"The model answered without JSON: {message?.Refusal ?? "there is no text in its answer"}.") { RequestId = result.Id };
        }
        catch (JsonException e)
        {
            throw new OpenRouterException($"The model's answer is no {type.Type.Name}: {e.Message}", e) { RequestId = result.Id };
        }
    }

    /// <summary>Answers a chat piece by piece. <c>POST /chat/completions</c> with <c>stream</c>.</summary>
    /// <exception cref="OpenRouterException">The server refused, the stream carries an error, or it ends before the model had finished.</exception>
    public async IAsyncEnumerable<ChatStreamChunk> StreamAsync(ChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var isFinished = false;
        string? id = null;
        var chunks = _transport.StreamAsync(Path, request with { Stream = true }, ChatJson.Default.ChatRequest, ChatJson.Default.ChatStreamChunk, cancellationToken);
        await foreach (var chunk in chunks.ConfigureAwait(false))
        {
            id ??= chunk.Id;
            isFinished |= chunk.Choices?.Any(static choice => choice.FinishReason is not null) == true;
            yield return chunk;
        }

        if (!isFinished)
        {
            throw new OpenRouterException("The stream ended before the model had finished: what came of the answer is not the whole of it.") { RequestId = id };
        }
    }

    /// <summary>Answers a chat, runs the tools that the model calls, and tells it their results, until it calls no more.</summary>
    /// <param name="request">The chat; the tools are added to it.</param>
    /// <param name="tools">What the model may call.</param>
    /// <param name="maxTurns">Answers of the model at most, above 0. Default 10.</param>
    /// <returns>The last answer with the whole conversation; <see cref="ChatToolRun.IsComplete"/> says whether the model was done.</returns>
    /// <exception cref="OpenRouterException">The server refused, or could not be reached.</exception>
    /// <remarks>A tool that throws does not end the run: the model is told what went wrong.</remarks>
    public Task<ChatToolRun> RunToolsAsync(ChatRequest request, IReadOnlyList<ToolFunction> tools, int maxTurns = 10, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(tools);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxTurns);
        return new ToolLoop(this, tools, maxTurns).RunAsync(request, cancellationToken);
    }
}
