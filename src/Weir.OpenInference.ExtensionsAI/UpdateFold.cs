using Microsoft.Extensions.AI;

namespace Weir.OpenInference.ExtensionsAI;

/// <summary>What the caller of a stream has been handed so far.</summary>
internal sealed class UpdateFold(ExtensionsAIOptions options)
{
    // What an update costs beside its text, so that a million empty ones are bounded too.
    private const int UpdateCharacters = 64;

    // Bounded by MaxReplyCharacters.
    private readonly List<ChatResponseUpdate> _updates = [];
    private long _characters;
    private bool _truncated;

    public void Add(ChatResponseUpdate update, RecordedCall call)
    {
        if (_characters == 0)
        {
            call.FirstToken();
        }

        _characters += UpdateCharacters + update.Text.Length;
        if (_characters <= options.MaxReplyCharacters)
        {
            _updates.Add(update);
            return;
        }

        _truncated = true;
        if (update.FinishReason is not null || update.Contents.Any(static content => content is UsageContent))
        {
            _updates.Add(new ChatResponseUpdate { FinishReason = update.FinishReason, Contents = [.. update.Contents.Where(static content => content is UsageContent)] });
        }
    }

    public ChatError? Write(AttributeSink sink)
    {
        if (_truncated)
        {
            sink.Set(WeirAttributes.OutputTruncated, value: true);
        }

        return _updates.Count == 0 ? null : ChatReplyAttributes.Write(ChatJson.Reply(_updates.ToChatResponse()), sink, options.TraceConfig);
    }
}
