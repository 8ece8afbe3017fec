using System.Collections.Concurrent;
using System.Diagnostics;
using Weir.OpenInference.ExtensionsAI;
using Weir.OpenInference.OpenAI;

namespace Weir.Tests.OpenInference.OpenAI;

/// <summary>Collects the instrumentation's spans of one test, told apart from those of tests that run beside it by a root of its own.</summary>
public sealed class SpanCollector : IDisposable
{
    private readonly ActivitySource _source = new("Weir.Tests.SpanCollector");
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _started = new();
    private readonly ConcurrentQueue<Activity> _stopped = new();

    public SpanCollector(ActivitySamplingResult sampling = ActivitySamplingResult.AllDataAndRecorded)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is OpenAIInstrumentor.ActivitySourceName or ExtensionsAIOptions.ActivitySourceName or "Weir.Tests.SpanCollector",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Source == _source || options.Parent.TraceId == Root?.TraceId ? sampling : ActivitySamplingResult.None,
            ActivityStarted = activity => Keep(_started, activity),
            ActivityStopped = activity => Keep(_stopped, activity),
        };
        ActivitySource.AddActivityListener(_listener);
        Root = _source.StartActivity("root")!;
    }

    public Activity Root { get; }

    public IReadOnlyList<Activity> Started => [.. _started];

    public IReadOnlyList<Activity> Spans => [.. _stopped];

    public void Dispose()
    {
        Root.Stop();
        _listener.Dispose();
        _source.Dispose();
    }

    private void Keep(ConcurrentQueue<Activity> queue, Activity activity)
    {
        if (activity.OperationName != "root" && activity.TraceId == Root?.TraceId)
        {
            queue.Enqueue(activity);
        }
    }
}
