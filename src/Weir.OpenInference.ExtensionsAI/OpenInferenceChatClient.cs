using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Weir.OpenInference.ExtensionsAI;

/// <summary>Puts a span around each call of a chat client.</summary>
internal sealed class OpenInferenceChatClient : DelegatingChatClient
{
    private const string SpanName = "ChatCompletion";

    private readonly ExtensionsAIOptions _options;
    private readonly CallSource _source;

    public OpenInferenceChatClient(IChatClient inner, ExtensionsAIOptions options)
        : base(inner)
    {
        _options = options;
        var metadata = inner.GetService(typeof(ChatClientMetadata)) as ChatClientMetadata;
        _source = new CallSource(options, metadata?.ProviderName, metadata?.ProviderUri, metadata?.DefaultModelId);
    }

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        // A sequence may be good for one reading only.
        var sent = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        if (Start(sent, options, streamed: false) is not { } call)
        {
            return await base.GetResponseAsync(sent, options, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var response = await base.GetResponseAsync(sent, options, cancellationToken).ConfigureAwait(false);
            call.Complete(sink => ChatReplyAttributes.Write(ChatJson.Reply(response), sink, _options.TraceConfig));
            return response;
        }
        catch (Exception e) // the edge between the call and its record: noted, never swallowed
        {
            call.Fail(e);
            throw;
        }
    }

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        RecordAsync(messages as IReadOnlyList<ChatMessage> ?? [.. messages], options, cancellationToken);

    private async IAsyncEnumerable<ChatResponseUpdate> RecordAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var call = Start(messages, options, streamed: true);
        var reply = new UpdateFold(_options);
        var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await MoveNextAsync(updates, call, reply, cancellationToken).ConfigureAwait(false))
            {
                if (call is not null)
                {
                    reply.Add(updates.Current, call);
                }

                yield return updates.Current;
            }

            call?.Complete(reply.Write);
        }
        finally
        {
            call?.Abandon(sink => reply.Write(sink));
            await updates.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask<bool> MoveNextAsync(
        IAsyncEnumerator<ChatResponseUpdate> updates, RecordedCall? call, UpdateFold reply, CancellationToken cancellationToken)
    {
        call?.MakeCurrent();
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested) // the caller's own wish
        {
            call?.Abandon(sink => reply.Write(sink));
            throw;
        }
        catch (Exception e) // noted, never swallowed
        {
            call?.Fail(e, sink => reply.Write(sink));
            throw;
        }
    }

    private RecordedCall? Start(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool streamed) => RecordedCall.Start(
        SpanName, SpanKinds.Llm, _source, _options.TraceConfig, sink => ChatRequestAttributes.Write(ChatJson.Request(messages, options, _source.DefaultModel, streamed), sink, _options.TraceConfig));
}
