using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Weir.OpenInference.ExtensionsAI;

/// <summary>One call and the span that records it, ended exactly once. Nothing in here throws into the call.</summary>
internal sealed class RecordedCall
{
    private static readonly ActivitySource Source = new(ExtensionsAIOptions.ActivitySourceName, typeof(RecordedCall).Assembly.GetName().Version?.ToString(3));

    private readonly Activity _activity;
    private readonly ActivitySink _sink;
    private readonly TraceConfig _config;
    private int _isEnded;

    private RecordedCall(Activity activity, TraceConfig config)
    {
        _activity = activity;
        _config = config;
        _sink = new ActivitySink(activity);
    }

    [SuppressMessage("Usage", "MA0055:Do not use finalizer", Justification = "Ends the span of a stream that is dropped without being disposed; Abandon does not throw.")]
    ~RecordedCall() => Abandon(null);

    /// <summary>Starts the span and makes it current. Null when nobody wants it.</summary>
    /// <param name="name">Name of the span.</param>
    /// <param name="kind">OpenInference kind.</param>
    /// <param name="source">Who answers.</param>
    /// <param name="config">What is recorded.</param>
    /// <param name="writeRequest">Writes the attributes of the request.</param>
    public static RecordedCall? Start(string name, string kind, CallSource source, TraceConfig config, Action<AttributeSink> writeRequest)
    {
        if (!Source.HasListeners() || OpenInferenceContext.IsTracingSuppressed)
        {
            return null;
        }

        if (Source.StartActivity(name, ActivityKind.Internal, parentContext: default, source.Tags(kind)) is not { } activity)
        {
            return null;
        }

        var call = new RecordedCall(activity, config);
        call.Record("recording the request", sink =>
        {
            writeRequest(sink);
            OpenInferenceContext.Current.WriteTo(sink);
        });
        return call;
    }

    /// <summary>Makes the span current for the step of a stream that comes next: each begins in the context of its reader.</summary>
    public void MakeCurrent()
    {
        if (_isEnded == 0)
        {
            Activity.Current = _activity;
        }
    }

    public void FirstToken() => _activity.AddEvent(new ActivityEvent(SpanEventNames.FirstToken));

    /// <summary>Ends with an answer.</summary>
    public void Complete(Func<AttributeSink, ChatError?> writeReply) => End(() =>
    {
        ChatError? error = null;
        Record("recording the reply", sink => error = writeReply(sink));
        if (error is null)
        {
            _activity.SetStatus(ActivityStatusCode.Ok);
        }
        else
        {
            SpanOutcome.SetFailed(_activity, nameof(ChatError), typeof(ChatError).FullName, error.Message);
        }
    });

    /// <summary>Ends with what was thrown.</summary>
    /// <param name="exception">It.</param>
    /// <param name="writeReply">Writes what had come until then; null if nothing had.</param>
    public void Fail(Exception exception, Action<AttributeSink>? writeReply = null) => End(() =>
    {
        Record("recording the reply", writeReply);
        SpanOutcome.SetFailed(_activity, exception);
    });

    /// <summary>Ends a call whose caller stopped reading; nothing happens when it has ended.</summary>
    public void Abandon(Action<AttributeSink>? writeReply) => End(() =>
    {
        Record("recording the reply", writeReply);
        SpanOutcome.SetAbandoned(_activity);
    });

    private void End(Action write)
    {
        if (Interlocked.Exchange(ref _isEnded, 1) != 0)
        {
            return;
        }

#pragma warning disable CA1816 // Ending is this type's disposal: there is nothing left for the finalizer to end.
        GC.SuppressFinalize(this);
#pragma warning restore CA1816
        if (_activity.IsAllDataRequested)
        {
            write();
            if (_config.EnableGenAISemconv)
            {
                Record("writing gen_ai attributes", _ => GenAIConversion.Write(_activity));
            }
        }

        SpanOutcome.Stop(_activity);
    }

    private void Record(string step, Action<AttributeSink>? write)
    {
        if (write is null || !_activity.IsAllDataRequested)
        {
            return;
        }

        try
        {
            write(_sink);
        }
        catch (Exception e) // recording must not break the call
        {
            InstrumentationEventSource.Log.RecordingFailed(step, e.ToString());
        }
    }
}
