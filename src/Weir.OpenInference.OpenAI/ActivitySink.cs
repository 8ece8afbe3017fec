using System.Diagnostics;

namespace Weir.OpenInference.OpenAI;

/// <summary>Writes attributes as tags of an activity.</summary>
internal sealed class ActivitySink(Activity activity) : AttributeSink
{
    public override void Set(string key, string value) => Put(key, value);

    public override void Set(string key, long value) => Put(key, value);

    public override void Set(string key, double value) => Put(key, value);

    public override void Set(string key, bool value) => Put(key, value);

    public override void Set(string key, string[] values) => Put(key, values);

    public override void Set(string key, double[] values) => Put(key, values);

    private void Put(string key, object value)
    {
        // SetTag walks all tags to find the key. Input messages are the many ones, and never set twice.
        if (key.StartsWith(LlmAttributes.InputMessages, StringComparison.Ordinal))
        {
            activity.AddTag(key, value);
        }
        else
        {
            activity.SetTag(key, value);
        }
    }
}
