namespace Weir.Gateway.Pipeline;

/// <summary>How an answer ended.</summary>
public enum AnswerEnd
{
    /// <summary>With a finish reason: complete.</summary>
    Finished,

    /// <summary>The caller left before the end.</summary>
    CallerLeft,

    /// <summary>The upstream broke off, or reported an error.</summary>
    Broken,
}
