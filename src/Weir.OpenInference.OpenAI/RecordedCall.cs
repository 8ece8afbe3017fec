using System.ClientModel.Primitives;
using System.Diagnostics;

namespace Weir.OpenInference.OpenAI;

/// <summary>One call of a model and the span that records it. Nothing in here throws into the call.</summary>
internal sealed class RecordedCall
{
    private readonly OpenInferenceOptions _options;
    private readonly CallSpan _span;

    private RecordedCall(Activity activity, Operation operation, OpenInferenceOptions options)
    {
        _options = options;
        _span = new CallSpan(activity, operation, options);
    }

    /// <summary>Starts the span, makes it current and makes the request a child of it. Null when nobody wants it.</summary>
    public static RecordedCall? Start(PipelineMessage message, Operation operation, OpenInferenceOptions options)
    {
        Activity? activity = null;
        try
        {
            activity = OpenAIInstrumentor.Source.StartActivity(
                operation.SpanName, ActivityKind.Internal, parentContext: default, SamplerTags(message, operation, options));
            if (activity is null)
            {
                return null;
            }

            message.SetProperty(typeof(OpenInferencePolicy), activity);
            MessageContent.PropagateContext(message, activity);
            var call = new RecordedCall(activity, operation, options);
            if (call._span.IsRecording)
            {
                call._span.WriteRequest(MessageContent.TryReadBody(message));
            }

            return call;
        }
        catch (Exception e) // recording must not break the call
        {
            InstrumentationEventSource.Log.RecordingFailed("recording the request", e.ToString());
            return activity is null ? null : new RecordedCall(activity, operation, options);
        }
    }

    /// <summary>True when the reply is an error whose body the client has not read yet.</summary>
    public static bool NeedsErrorBody(PipelineMessage message) => message.Response is { IsError: true } && !message.BufferResponse;

    /// <summary>Ends the span of a call that threw.</summary>
    public void Fail(Exception exception) => Guard("recording the failure", () => _span.EndBroken(exception));

    /// <summary>Records the reply: at once if it is here, or as the caller reads it.</summary>
    public void Observe(PipelineMessage message) => Guard("recording the reply", () =>
    {
        if (message.Response is not { } response || !_span.IsRecording)
        {
            _span.End();
        }
        else if (response.IsError)
        {
            _span.EndHttpError(response.Status, MessageContent.Body(response));
        }
        else if (message.BufferResponse)
        {
            RecordBuffered(response);
        }
        else if (response.ContentStream is { } stream)
        {
            response.ContentStream = new ObservedStream(stream, new ReplyTap(_span, MessageContent.IsEventStream(response), MessageContent.ContentType(response), _options.MaxReplyBytes));
        }
        else
        {
            _span.End();
        }
    });

    private void RecordBuffered(PipelineResponse response)
    {
        // A caller of the protocol method may ask for a stream and let the client buffer it.
        if (MessageContent.IsEventStream(response))
        {
            var tap = new ReplyTap(_span, isEventStream: true, MessageContent.ContentType(response), _options.MaxReplyBytes);
            tap.TakeAll(response.Content.ToMemory().Span);
            tap.End(ReplyEnd.EndOfBody);
        }
        else
        {
            _span.EndReply(response.Content.ToMemory(), MessageContent.ContentType(response));
        }
    }

    private void Guard(string step, Action record)
    {
        try
        {
            record();
        }
        catch (Exception e) // recording must not break the call
        {
            InstrumentationEventSource.Log.RecordingFailed(step, e.ToString());
            _span.End();
        }
    }

    private static KeyValuePair<string, object?>[] SamplerTags(PipelineMessage message, Operation operation, OpenInferenceOptions options)
    {
        var kind = KeyValuePair.Create<string, object?>(SpanAttributes.SpanKind, operation.SpanKind);
        var system = KeyValuePair.Create<string, object?>(LlmAttributes.System, options.System);
        var provider = options.Provider ?? (message.Request.Uri is { } uri ? LlmProviders.FromHost(uri.Host) : null);
        return provider is null ? [kind, system] : [kind, system, KeyValuePair.Create<string, object?>(LlmAttributes.Provider, provider)];
    }
}
