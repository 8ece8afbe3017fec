using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Weir.Tests.OpenInference.ExtensionsAI;

/// <summary>A chat client that answers with what a test wants.</summary>
internal sealed class FakeChatClient : IChatClient
{
    public Func<IEnumerable<ChatMessage>, ChatResponse> Answer { get; init; } = _ => new ChatResponse(new ChatMessage(ChatRole.Assistant, "Hello."));

    /// <summary>Updates of a stream; an exception among them is thrown in its place.</summary>
    public object[] Updates { get; init; } = [];

    public ChatClientMetadata Metadata { get; init; } = new("openai", new Uri("https://api.openai.com/v1"), "gpt-4o-mini");

    public bool IsDisposed { get; private set; }

    public string? ActivityDuringCall { get; private set; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ActivityDuringCall = System.Diagnostics.Activity.Current?.OperationName;
        return Task.FromResult(Answer(messages));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in Updates)
        {
            await Task.Yield();
            ActivityDuringCall = System.Diagnostics.Activity.Current?.OperationName;
            yield return update is Exception e ? throw e : (ChatResponseUpdate)update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? Metadata : null;

    public void Dispose() => IsDisposed = true;
}
