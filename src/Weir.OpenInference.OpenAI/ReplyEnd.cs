namespace Weir.OpenInference.OpenAI;

/// <summary>How the reading of a reply ended.</summary>
internal enum ReplyEnd
{
    /// <summary>The closing <c>[DONE]</c> was handed to the caller.</summary>
    Done,

    /// <summary>The body was read to its end.</summary>
    EndOfBody,

    /// <summary>Reading threw.</summary>
    Failed,

    /// <summary>The caller stopped.</summary>
    Abandoned,
}
