namespace Weir.Tracing.Filter;

/// <summary>A value that every span has a place for, so that it is found without opening its attributes.</summary>
public enum SpanField
{
    Name,
    Kind,
    StatusCode,
    StatusMessage,
    TraceId,
    SpanId,
    ParentId,
    StartTime,
    EndTime,
    ReceivedAt,
    Latency,
    Model,
    Provider,
    PromptTokens,
    CompletionTokens,
    TotalTokens,
    Cost,
    SessionId,
    UserId,
    CumulativePromptTokens,
    CumulativeCompletionTokens,
    CumulativeTotalTokens,
}
