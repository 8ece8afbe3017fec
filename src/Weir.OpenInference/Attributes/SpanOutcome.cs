using System.Diagnostics;

namespace Weir.OpenInference;

/// <summary>How a recorded call says that it went wrong, and how its span ends.</summary>
public static class SpanOutcome
{
    /// <summary>Marks a span as failed with something that was thrown: status <c>ERROR</c> and an <c>exception</c> event.</summary>
    public static void SetFailed(Activity activity, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(exception);
        activity.AddException(exception);
        activity.SetStatus(ActivityStatusCode.Error, $"{exception.GetType().Name}: {exception.Message}");
    }

    /// <summary>Marks a span as failed with an error that nobody threw yet.</summary>
    /// <param name="activity">The span.</param>
    /// <param name="name">What kind of error, in one word; the status begins with it.</param>
    /// <param name="type">Full name of the exception that stands for it.</param>
    /// <param name="message">What went wrong.</param>
    public static void SetFailed(Activity activity, string name, string? type, string message)
    {
        ArgumentNullException.ThrowIfNull(activity);
        activity.AddEvent(new ActivityEvent(ExceptionAttributes.EventName, tags: new ActivityTagsCollection
        {
            [ExceptionAttributes.Type] = type,
            [ExceptionAttributes.Message] = message,
        }));
        activity.SetStatus(ActivityStatusCode.Error, $"{name}: {message}");
    }

    /// <summary>Marks a span whose caller stopped reading; its status stays unset.</summary>
    public static void SetAbandoned(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        activity.AddEvent(new ActivityEvent(SpanEventNames.StreamAbandoned));
    }

    /// <summary>Ends a span and leaves current whatever else has become current since.</summary>
    public static void Stop(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);

        // Stop makes the parent current, also where the reader of a stream has started spans of its own since.
        var current = Activity.Current;
        activity.Stop();
        Activity.Current = current == activity ? activity.Parent : current;
    }
}
