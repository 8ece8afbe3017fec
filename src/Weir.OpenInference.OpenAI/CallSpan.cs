using System.ClientModel;
using System.Diagnostics;
using System.Globalization;

namespace Weir.OpenInference.OpenAI;

/// <summary>Writes one call to its activity and ends it, exactly once.</summary>
internal sealed class CallSpan(Activity activity, Operation operation, OpenInferenceOptions options)
{
    private const string HttpStatusCode = "http.response.status_code";

    private readonly ActivitySink _sink = new(activity);
    private int _isEnded;

    /// <summary>False for a span that is only passed on, because a sampler decided against it.</summary>
    public bool IsRecording => activity.IsAllDataRequested;

    /// <param name="body">Null for a request whose body is not to be read.</param>
    public void WriteRequest(ReadOnlyMemory<byte>? body)
    {
        if (body is { } json)
        {
            operation.WriteRequest(json, _sink, options.TraceConfig);
        }

        OpenInferenceContext.Current.WriteTo(_sink);
        if (options.RecordBothModelNames)
        {
            activity.SetTag(LlmAttributes.RequestModelName, activity.GetTagItem(operation.ModelAttribute));
        }
    }

    public IReplyAccumulator StartStream() => operation.StartStream(options.MaxReplyBytes);

    public void AddEvent(string name) => activity.AddEvent(new ActivityEvent(name));

    /// <summary>Ends with a whole reply, which may hold an error in spite of its status 200.</summary>
    public void EndReply(ReadOnlyMemory<byte> reply, string? contentType)
    {
        SetOutcome(operation.WriteReply(reply, contentType, _sink, options.TraceConfig));
        End();
    }

    /// <summary>Ends with a streamed reply.</summary>
    /// <param name="reply">What was read of it.</param>
    /// <param name="end">How reading ended.</param>
    /// <param name="failure">What was thrown while reading, if anything.</param>
    public void EndStream(IReplyAccumulator reply, ReplyEnd end, Exception? failure)
    {
        var error = reply.WriteAttributes(_sink, options.TraceConfig);
        if (error is not null || end == ReplyEnd.Done || (end == ReplyEnd.EndOfBody && reply.IsFinished))
        {
            SetOutcome(error);
        }
        else if (end == ReplyEnd.EndOfBody)
        {
            SpanOutcome.SetFailed(activity, nameof(EndOfStreamException), typeof(EndOfStreamException).FullName, "The stream ended without its closing event and before the model had finished.");
        }
        else
        {
            SetBroken(failure);
        }

        End();
    }

    /// <summary>Ends a call that threw, or whose caller stopped reading the reply.</summary>
    /// <param name="failure">What was thrown; null if the caller stopped.</param>
    public void EndBroken(Exception? failure)
    {
        SetBroken(failure);
        End();
    }

    /// <summary>Ends with an HTTP error. The client throws later, where no one here can see it, so the exception is described in its words.</summary>
    public void EndHttpError(int status, ReadOnlyMemory<byte> body)
    {
        var error = ChatError.Read(body);
        var kind = string.Join(": ", new[] { error?.Type, error?.Code }.Where(static text => !string.IsNullOrEmpty(text)));
        var message = string.Create(CultureInfo.InvariantCulture, $"HTTP {status}{(kind.Length > 0 ? $" ({kind})" : "")}{(error is null ? "" : $": {error.Message}")}");
        activity.SetTag(HttpStatusCode, (long)status);
        SpanOutcome.SetFailed(activity, nameof(ClientResultException), typeof(ClientResultException).FullName, message);
        End();
    }

    public void End()
    {
        if (Interlocked.Exchange(ref _isEnded, 1) != 0)
        {
            return;
        }

        ConvertIfAsked();
        SpanOutcome.Stop(activity);
    }

    private void ConvertIfAsked()
    {
        try
        {
            if (options.TraceConfig.EnableGenAISemconv && IsRecording)
            {
                GenAIConversion.Write(activity);
            }
        }
        catch (Exception e) // recording must not break the call
        {
            InstrumentationEventSource.Log.RecordingFailed("writing gen_ai attributes", e.ToString());
        }
    }

    private void SetOutcome(ChatError? error)
    {
        if (options.RecordBothModelNames)
        {
            activity.SetTag(LlmAttributes.ResponseModelName, activity.GetTagItem(operation.ModelAttribute));
        }

        if (error is null)
        {
            activity.SetStatus(ActivityStatusCode.Ok);
            return;
        }

        if (error.Status is { } status)
        {
            activity.SetTag(HttpStatusCode, (long)status);
        }

        SpanOutcome.SetFailed(activity, nameof(ChatError), typeof(ChatError).FullName, error.Message);
    }

    private void SetBroken(Exception? failure)
    {
        if (failure is null)
        {
            SpanOutcome.SetAbandoned(activity);
            return;
        }

        SpanOutcome.SetFailed(activity, failure);
    }
}
