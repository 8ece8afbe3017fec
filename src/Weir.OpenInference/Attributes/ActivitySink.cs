using System.Diagnostics;

namespace Weir.OpenInference;

/// <summary>Writes attributes as tags of an activity.</summary>
public sealed class ActivitySink : AttributeSink
{
    private readonly Activity _activity;

    /// <summary>Writes to an activity that has not ended.</summary>
    public ActivitySink(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        _activity = activity;
    }

    /// <inheritdoc/>
    public override void Set(string key, string value) => Put(key, value);

    /// <inheritdoc/>
    public override void Set(string key, long value) => Put(key, value);

    /// <inheritdoc/>
    public override void Set(string key, double value) => Put(key, value);

    /// <inheritdoc/>
    public override void Set(string key, bool value) => Put(key, value);

    /// <inheritdoc/>
    public override void Set(string key, string[] values) => Put(key, values);

    /// <inheritdoc/>
    public override void Set(string key, double[] values) => Put(key, values);

    private void Put(string key, object value)
    {
        // SetTag walks all tags to find the key. Input messages and embedded texts are the many ones, and never set twice.
        if (key.StartsWith(LlmAttributes.InputMessages, StringComparison.Ordinal) || key.StartsWith(EmbeddingAttributes.Embeddings, StringComparison.Ordinal))
        {
            _activity.AddTag(key, value);
        }
        else
        {
            _activity.SetTag(key, value);
        }
    }
}
