using System.ClientModel.Primitives;

namespace Weir.OpenInference.OpenAI;

/// <summary>One kind of call: how its span is named, and how its request and reply become attributes.</summary>
internal abstract class Operation
{
    // Longest paths first: a chat ends with the path of a legacy completion.
    private static readonly (string Path, Operation Operation)[] Recorded =
    [
        ("/chat/completions", new ChatOperation("ChatCompletion")),
        ("/completions", new ChatOperation("Completion")),
        ("/responses", new ResponsesOperation()),
        ("/embeddings", new EmbeddingsOperation()),
        ("/images/generations", new MediaOperation("ImagesResponse")),
        ("/images/edits", new MediaOperation("ImagesResponse")),
        ("/images/variations", new MediaOperation("ImagesResponse")),
        ("/audio/speech", new MediaOperation("Speech")),
        ("/audio/transcriptions", new MediaOperation("Transcription")),
        ("/audio/translations", new MediaOperation("Translation")),
    ];

    /// <summary>Name of the span: the one of the Python package, where that has one.</summary>
    public abstract string SpanName { get; }

    public virtual string SpanKind => SpanKinds.Llm;

    /// <summary>Attribute that names the model.</summary>
    public virtual string ModelAttribute => LlmAttributes.ModelName;

    /// <summary>The operation of a request; null for one that is not recorded (files, batches, models, everything that is not a call of a model).</summary>
    public static Operation? Of(PipelineRequest request)
    {
        if (request.Uri is { } uri && string.Equals(request.Method, "POST", StringComparison.OrdinalIgnoreCase))
        {
            var path = uri.AbsolutePath.AsSpan();
            foreach (var (suffix, operation) in Recorded)
            {
                if (path.EndsWith(suffix, StringComparison.Ordinal))
                {
                    return operation;
                }
            }
        }

        return null;
    }

    public abstract void WriteRequest(ReadOnlyMemory<byte> body, AttributeSink sink, TraceConfig config);

    /// <returns>The error that a reply with status 200 holds, if any.</returns>
    public abstract ChatError? WriteReply(ReadOnlyMemory<byte> reply, string? contentType, AttributeSink sink, TraceConfig config);

    public abstract IReplyAccumulator StartStream(int maxBytes);
}
