namespace Weir.OpenInference;

/// <summary>Attribute names that any span may carry.</summary>
/// <remarks>Python's <c>SpanAttributes</c>; the names that belong to one span kind are in <see cref="LlmAttributes"/>, <see cref="EmbeddingAttributes"/>, <see cref="RetrievalAttributes"/>, <see cref="RerankerAttributes"/> and <see cref="ToolAttributes"/>.</remarks>
public static class SpanAttributes
{
    /// <summary>What the span does, one of <see cref="SpanKinds"/>. Required on every OpenInference span.</summary>
    public const string SpanKind = "openinference.span.kind";

    /// <summary>Whole input of the operation, text or JSON text.</summary>
    public const string InputValue = "input.value";

    /// <summary>One of <see cref="MimeTypes"/>; absent means plain text.</summary>
    public const string InputMimeType = "input.mime_type";

    /// <summary>Whole output of the operation, text or JSON text.</summary>
    public const string OutputValue = "output.value";

    /// <summary>One of <see cref="MimeTypes"/>; absent means plain text.</summary>
    public const string OutputMimeType = "output.mime_type";

    /// <summary>List prefix: <c>input.images.N.image.url</c>.</summary>
    public const string InputImages = "input.images";

    /// <summary>List prefix: <c>output.images.N.image.url</c>.</summary>
    public const string OutputImages = "output.images";

    /// <summary>Session that the trace belongs to.</summary>
    public const string SessionId = "session.id";

    /// <summary>End user on whose behalf the call was made.</summary>
    public const string UserId = "user.id";

    /// <summary>JSON text of one object.</summary>
    public const string Metadata = "metadata";

    /// <summary>Array of strings.</summary>
    public const string TagTags = "tag.tags";

    /// <summary>Name of the agent that ran.</summary>
    public const string AgentName = "agent.name";

    /// <summary>Node of the execution graph.</summary>
    public const string GraphNodeId = "graph.node.id";

    /// <summary>Display name of the node.</summary>
    public const string GraphNodeName = "graph.node.name";

    /// <summary>Parent node; absent or empty means a root node.</summary>
    public const string GraphNodeParentId = "graph.node.parent_id";

    /// <summary>Where a prompt came from: the vendor.</summary>
    public const string PromptVendor = "prompt.vendor";

    /// <summary>Where a prompt came from: its identifier.</summary>
    public const string PromptId = "prompt.id";

    /// <summary>Where a prompt came from: its address.</summary>
    public const string PromptUrl = "prompt.url";
}
